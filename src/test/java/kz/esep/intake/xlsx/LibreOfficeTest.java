package kz.esep.intake.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FormColumn;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A form saved again by LibreOffice says the same. Skipped where LibreOffice is not installed.
class LibreOfficeTest {

    private static final Path OFFICE = Path.of("/usr/bin/soffice");

    @TempDir Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void readsTheSameClaimsFromAFileThatLibreOfficeSaved(String ending)
            throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(OFFICE), "LibreOffice is not installed");
        byte[] filled = Clerk.filled(Clerk.form(Clerk.content("mz")), LibreOfficeTest::answers);
        Files.createDirectories(temporary.resolve("in"));
        Path form = Files.write(temporary.resolve("in/form.xlsx"), filled);
        Process office =
                new ProcessBuilder(
                                OFFICE.toString(),
                                "-env:UserInstallation=" + temporary.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                ending,
                                "--outdir",
                                temporary.toString(),
                                form.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(office.waitFor(120, TimeUnit.SECONDS)).isTrue();

        FileOutcome before = Clerk.read(temporary, "mz", filled);
        FileOutcome after =
                Clerk.read(
                        temporary, "mz", Files.readAllBytes(temporary.resolve("form." + ending)));

        List<Claim> claims = before.submission().orElseThrow().claims();
        assertThat(claims).hasSize(8);
        assertThat(Clerk.codes(after)).isEqualTo(Clerk.codes(before));
        assertThat(after.submission().orElseThrow().claims()).isEqualTo(claims);
        assertThat(after.submission().orElseThrow().letter())
                .isEqualTo(before.submission().orElseThrow().letter());
        assertThat(after.submission().orElseThrow().seal())
                .isEqualTo(before.submission().orElseThrow().seal());
    }

    /// Every answer column of every row, and the fields above the table.
    private static void answers(Clerk.Hand hand) {
        hand.field("Шығыс хаттың нөмірі").setCellValue("14-05/120");
        hand.field("Шығыс хаттың күні").setCellValue(LocalDate.of(2025, 1, 8));
        hand.field("Жауапты адам").setCellValue("А. Ахметова");
        hand.field("Телефон").setCellValue("+7 7172 74-00-00");
        for (int i = 0; i < 8; i++) {
            int measure =
                    (int)
                            hand.sheet()
                                    .getRow(hand.header() + 1 + i)
                                    .getCell(0)
                                    .getNumericCellValue();
            hand.type(measure, FormColumn.STATUS, "орындалды / исполнено");
            hand.type(measure, FormColumn.COMPLETED_ON, LocalDate.of(2024, 12, 20 + i));
            hand.type(measure, FormColumn.EVIDENCE_KIND, "ақпарат / информация");
            hand.type(measure, FormColumn.EVIDENCE_NUMBER, "14-05/482" + i);
            hand.type(measure, FormColumn.EVIDENCE_DATE, LocalDate.of(2024, 12, 21 + i));
            hand.type(measure, FormColumn.VALUE, i + 100.0 / 3);
            hand.type(measure, FormColumn.NUMERATOR, 1_000 + i);
            hand.type(measure, FormColumn.DENOMINATOR, 3_000 + i);
            hand.type(measure, FormColumn.SPENT, 12_500.4 + i);
            hand.type(measure, FormColumn.PROGRESS_KK, "Қамтылды: «әөүұқғңһі» " + i);
            hand.type(measure, FormColumn.PROGRESS_RU, "=1+1, =cmd|'/c calc'!A0\nвторая строка");
            hand.type(measure, FormColumn.REASON, "мерзімі өтті");
            hand.type(measure, FormColumn.EXPECTED_ON, LocalDate.of(2025, 3, 1 + i));
            hand.type(measure, FormColumn.CONTACT, "+7 7172 00-00-0" + i);
        }
        hand.type(2, FormColumn.VALUE, 0.885);
        hand.format(2, FormColumn.VALUE, "0.0%");
        hand.type(3, FormColumn.COMPLETED_ON, "21 желтоқсан 2024");
        hand.cell(3, FormColumn.SPENT).setCellFormula("12500+0.5");
        hand.cell(3, FormColumn.SPENT).setCellValue(12_500.5);
    }
}
