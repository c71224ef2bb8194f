package kz.esep.intake.xlsx;

import static kz.esep.intake.FormColumn.COMPLETED_ON;
import static kz.esep.intake.FormColumn.EVIDENCE_NUMBER;
import static kz.esep.intake.FormColumn.MEASURE;
import static kz.esep.intake.FormColumn.STATUS;
import static kz.esep.intake.FormColumn.VALUE;
import static kz.esep.intake.FormColumn.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FormColumn;
import kz.esep.intake.FormLayout;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Habits of those who fill in forms: each is read, and each is named.
class HabitsTest {

    @TempDir Path temporary;

    private static final Map<String, Consumer<Clerk.Hand>> HABITS =
            Map.ofEntries(
                    Map.entry("none", _ -> {}),
                    Map.entry("a column put in before the status", HabitsTest::columnPutIn),
                    Map.entry(
                            "the status hidden",
                            hand -> hand.sheet().setColumnHidden(at(STATUS), true)),
                    Map.entry("the sheet hidden", hand -> hand.workbook().setSheetHidden(0, true)),
                    Map.entry("a header over two rows", HabitsTest::headerOverTwoRows),
                    Map.entry("the header once more", HabitsTest::headerAgain),
                    Map.entry("the year over two rows", hand -> merged(hand, YEAR)),
                    Map.entry("the status over two rows", hand -> merged(hand, STATUS)),
                    Map.entry("days from 1904", HabitsTest::from1904),
                    Map.entry(
                            "a day for a document's number",
                            hand -> {
                                hand.type(2, EVIDENCE_NUMBER, LocalDate.of(2024, 5, 14));
                                hand.format(2, EVIDENCE_NUMBER, "dd.mm.yyyy");
                            }),
                    Map.entry(
                            "a number for a document's number",
                            hand -> hand.type(2, EVIDENCE_NUMBER, 4821)),
                    Map.entry(
                            "the status by formula",
                            hand -> {
                                hand.cell(2, STATUS).setCellFormula("A1");
                                hand.type(2, STATUS, "орындалуда");
                            }),
                    Map.entry(
                            "the measure as text", hand -> hand.cell(2, MEASURE).setCellValue("2")),
                    Map.entry(
                            "a remark beside the table",
                            hand ->
                                    hand.cell(2, STATUS)
                                            .getRow()
                                            .createCell(30)
                                            .setCellValue("!")));

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        habit                             | claims           | findings
        none                              | 2, 3 IN_PROGRESS | ''
        a column put in before the status | 2, 3 IN_PROGRESS | COLUMNS_MOVED L9
        the status hidden                 | 2, 3 IN_PROGRESS | COLUMN_HIDDEN K9
        the sheet hidden                  | 2, 3 IN_PROGRESS | SHEET_HIDDEN
        a header over two rows            | 2, 3 IN_PROGRESS | ''
        the header once more              | 2, 3 IN_PROGRESS | HEADER_REPEATED A12
        the year over two rows            | 2, 3 IN_PROGRESS | VALUE_FROM_MERGED B11
        the status over two rows          | 2 IN_PROGRESS    | ANSWER_MERGED K10
        days from 1904                    | 2, 3 IN_PROGRESS | DAYS_FROM_1904
        a day for a document's number     | 2, 3 IN_PROGRESS | NUMBER_BECAME_DAY N10
        a number for a document's number  | 2, 3 IN_PROGRESS | TEXT_FROM_NUMBER N10
        the status by formula             | 2, 3 IN_PROGRESS | FORMULA_VALUE K10
        the measure as text               | 2, 3 IN_PROGRESS | NUMBER_FROM_TEXT A10
        a remark beside the table         | 2, 3 IN_PROGRESS | COLUMN_UNKNOWN AE10
        """)
    // spotless:on
    void readsTheFormAndNamesTheHabit(String habit, String claims, String findings)
            throws IOException {
        FileOutcome outcome = read("mz", habit(habit));

        assertThat(Clerk.codes(outcome))
                .isEqualTo(findings.isEmpty() ? List.of() : List.of(findings.split(", ", -1)));
        assertThat(said(outcome)).isEqualTo(claims);
        assertThat(outcome.rows().close()).isTrue();
    }

    /// Rows of measures 2 and 3 answered, and the habit after it.
    private static Consumer<Clerk.Hand> habit(String name) {
        Consumer<Clerk.Hand> habit =
                HABITS.getOrDefault(
                        name,
                        _ -> {
                            throw new IllegalArgumentException(name);
                        });
        Consumer<Clerk.Hand> answers =
                hand -> {
                    hand.type(2, STATUS, "орындалуда");
                    hand.type(3, STATUS, "орындалуда");
                };
        return answers.andThen(habit);
    }

    private FileOutcome read(String folder, Consumer<Clerk.Hand> hand) throws IOException {
        return Clerk.read(temporary, folder, Clerk.filled(Clerk.form(Clerk.content("mz")), hand));
    }

    private static String said(FileOutcome outcome) {
        List<Claim> claims = outcome.submission().orElseThrow().claims();
        return claims.stream()
                        .map(claim -> Integer.toString(claim.key().measure()))
                        .collect(Collectors.joining(", "))
                + " "
                + claims.getFirst().status().orElseThrow();
    }

    private static int at(FormColumn column) {
        return FormLayout.position(column);
    }

    private static void columnPutIn(Clerk.Hand hand) {
        int status = at(STATUS);
        for (int i = hand.header(); i <= hand.sheet().getLastRowNum(); i++) {
            XSSFRow row = hand.sheet().getRow(i);
            for (int j = row.getLastCellNum(); j > status; j--) {
                row.createCell(j).copyCellFrom(row.getCell(j - 1), new CellCopyPolicy());
            }
            row.createCell(status);
        }
    }

    private static void headerOverTwoRows(Clerk.Hand hand) {
        XSSFSheet sheet = hand.sheet();
        for (int i = sheet.getNumMergedRegions() - 1; i >= 0; i--) {
            if (sheet.getMergedRegion(i).getFirstRow() == hand.header() - 1) {
                sheet.removeMergedRegion(i);
            }
        }
        String header = sheet.getRow(hand.header()).getCell(at(VALUE)).getStringCellValue();
        sheet.getRow(hand.header() - 1).getCell(at(VALUE)).setCellValue(header);
        sheet.getRow(hand.header()).getCell(at(VALUE)).setBlank();
        sheet.addMergedRegion(
                new CellRangeAddress(hand.header() - 1, hand.header(), at(VALUE), at(VALUE)));
    }

    private static void headerAgain(Clerk.Hand hand) {
        XSSFRow header = hand.sheet().getRow(hand.header());
        XSSFRow row = hand.sheet().getRow(hand.header() + 3);
        for (FormColumn column : FormLayout.columns()) {
            row.getCell(at(column)).setCellValue(header.getCell(at(column)).getStringCellValue());
        }
    }

    private static void merged(Clerk.Hand hand, FormColumn column) {
        hand.cell(3, column).setBlank();
        int row = hand.cell(2, column).getRowIndex();
        hand.sheet().addMergedRegion(new CellRangeAddress(row, row + 1, at(column), at(column)));
    }

    private static void from1904(Clerk.Hand hand) {
        hand.workbook().getCTWorkbook().getWorkbookPr().setDate1904(true);
        hand.type(2, COMPLETED_ON, LocalDate.of(2024, 12, 20));
    }

    @Test
    void readsADayThatIsCountedFrom1904() throws IOException {
        FileOutcome outcome = read("mz", habit("days from 1904"));

        assertThat(outcome.submission().orElseThrow().claims().getFirst().completedOn())
                .contains(LocalDate.of(2024, 12, 20));
    }

    @Test
    void believesTheAgencyAboveTheTableWhereTheIdentityIsGone() throws IOException {
        FileOutcome outcome =
                read(
                        "mvd",
                        habit("none")
                                .andThen(hand -> {
                                    hand.workbook().removeSheetAt(2);
                                    hand.workbook()
                                            .getProperties()
                                            .getCustomProperties()
                                            .getUnderlyingProperties()
                                            .removeProperty(0);
                                }));

        assertThat(Clerk.codes(outcome)).containsExactly("FORM_IDENTITY_MISSING", "AGENCY_WRONG");
    }
}
