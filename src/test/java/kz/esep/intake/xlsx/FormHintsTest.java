package kz.esep.intake.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import kz.esep.intake.FormColumn;
import kz.esep.intake.FormContent;
import kz.esep.intake.FormRow;
import kz.esep.language.Bilingual;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.junit.jupiter.api.Test;

/// What helps those who fill the form in, and those who listen to it.
class FormHintsTest {

    @Test
    void marksWhatIsMissingInTheFirstRowOfTheTable() throws IOException {
        List<String> rules = new ArrayList<>();
        Clerk.filled(
                Clerk.form(Clerk.content("mz")),
                hand -> {
                    XSSFSheetConditionalFormatting all =
                            hand.sheet().getSheetConditionalFormatting();
                    for (int i = 0; i < all.getNumConditionalFormattings(); i++) {
                        rules.add(
                                all.getConditionalFormattingAt(i)
                                                .getFormattingRanges()[0]
                                                .formatAsString()
                                        + " "
                                        + all.getConditionalFormattingAt(i)
                                                .getRule(0)
                                                .getFormula1());
                    }
                });

        assertThat(rules)
                .containsExactly(
                        "L10:L17 AND($K10=\"орындалды / исполнено\",L10=\"\")",
                        "M10:M17 AND($K10=\"орындалды / исполнено\",M10=\"\")",
                        "N10:N17 AND($K10=\"орындалды / исполнено\",N10=\"\")",
                        "O10:O17 AND($K10=\"орындалды / исполнено\",O10=\"\")",
                        "V10:V17 AND(OR($K10=\"орындалуда / на исполнении\",$K10=\"басталған жоқ /"
                                + " не начато\"),ISNUMBER($H10),$H10<=DATE(2024,12,31),V10=\"\")",
                        "W10:W17 AND(OR($K10=\"орындалуда / на исполнении\",$K10=\"басталған жоқ /"
                                + " не начато\"),ISNUMBER($H10),$H10<=DATE(2024,12,31),W10=\"\")");
    }

    @Test
    void namesTheHeaderCellsAndTheTable() throws IOException {
        List<String> names = new ArrayList<>();
        Clerk.filled(
                Clerk.form(Clerk.content("mz")),
                hand -> {
                    for (Name name : hand.workbook().getAllNames()) {
                        names.add(name.getNameName() + " " + name.getRefersToFormula());
                    }
                });

        assertThat(names)
                .hasSizeGreaterThan(FormColumn.values().length)
                .contains(
                        "esep_status 'Нысан - Форма'!$K$9",
                        "TitleRegion1.A9.X17.1 'Нысан - Форма'!$A$9");
    }

    @Test
    void writesTextsThatLookLikeFormulasAsTexts() throws IOException {
        List<String> texts = List.of("=1+1", "+7 717 2", "-1", "@SUM(A1)", "\t=1+1");
        Iterator<String> next = Stream.generate(() -> texts).flatMap(List::stream).iterator();
        FormContent usual = Clerk.content("mz");
        FormContent content =
                new FormContent(
                        usual.redaction(),
                        usual.period(),
                        usual.agency(),
                        usual.ledgerHead(),
                        usual.rows().stream()
                                .map(row ->
                                        new FormRow(
                                                row.obligation(),
                                                row.measure(),
                                                row.holder(),
                                                row.expected(),
                                                same(next.next())))
                                .toList());
        List<Cell> said = new ArrayList<>();
        Clerk.filled(
                Clerk.form(content),
                hand -> {
                    for (Sheet sheet : hand.workbook()) {
                        for (Row row : sheet) {
                            for (Cell cell : row) {
                                assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                                if (texts.contains(cell.toString())) {
                                    said.add(cell);
                                }
                            }
                        }
                    }
                });

        assertThat(said)
                .hasSameSizeAs(content.rows())
                .extracting(Cell::toString)
                .containsAll(texts);
        assertThat(said)
                .allMatch(cell -> cell.getCellType() == CellType.STRING)
                .allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
    }

    private static Bilingual same(String text) {
        return new Bilingual(text, text);
    }
}
