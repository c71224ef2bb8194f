package kz.esep.intake.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Seals;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file whose time is over before it is opened: no second is given.
class DeadlineTest {

    @TempDir Path folder;

    @Test
    void refusesAFileThatTakesLongerThanItsTime() throws IOException {
        FileOutcome outcome =
                Clerk.read(
                        folder,
                        "mz",
                        Clerk.form(Clerk.content("mz")),
                        Seals.demonstration(),
                        within(0));

        assertThat(outcome.verdict()).isEqualTo(FileOutcome.Verdict.REJECTED);
        assertThat(outcome.submission()).isEmpty();
        assertThat(Clerk.codes(outcome)).containsExactly("FILE_TOO_SLOW");
        assertThat(outcome.findings().getFirst().arguments()).containsEntry("limit", 0);
    }

    @Test
    void stopsWithinAWorkbookAndNotOnlyAfterIt() throws IOException {
        Path form = Files.write(folder.resolve("form"), Clerk.form(Clerk.content("mz")));

        assertSlow(() -> XlsxCells.read(form, within(0), new Budget(within(0))));
    }

    @Test
    void stopsWithinALegacyWorkbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("1").createRow(0).createCell(0).setCellValue("есеп");
            workbook.write(bytes);
        }
        Path legacy = Files.write(folder.resolve("legacy"), bytes.toByteArray());

        assertSlow(() -> XlsCells.read(legacy, within(0), new Budget(within(0))));
    }

    private static void assertSlow(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        Refusal refusal = catchThrowableOfType(Refusal.class, reading);
        assertThat(refusal.at(Place.file("form")).code()).isEqualTo(FindingCode.FILE_TOO_SLOW);
    }

    private static Limits within(int seconds) {
        Limits usual = Limits.FORM;
        return new Limits(
                usual.file(),
                usual.parts(),
                usual.part(),
                usual.unpacked(),
                usual.density(),
                usual.depth(),
                usual.sheets(),
                usual.rows(),
                usual.filledRows(),
                usual.columns(),
                usual.cells(),
                usual.text(),
                usual.texts(),
                usual.formula(),
                usual.nesting(),
                usual.styles(),
                usual.records(),
                seconds,
                usual.memory());
    }
}
