package kz.esep.intake.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kz.esep.intake.FormColumn;
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

    /// No cell of a form holds a formula, whatever the plan's texts begin with.
    @Test
    void writesTextsThatLookLikeFormulasAsTexts() throws IOException {
        Clerk.filled(
                Clerk.form(Clerk.content("mz")),
                hand -> {
                    for (Sheet sheet : hand.workbook()) {
                        for (Row row : sheet) {
                            row.forEach(cell ->
                                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
                        }
                    }
                });
    }
}
