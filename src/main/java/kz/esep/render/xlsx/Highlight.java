package kz.esep.render.xlsx;

import java.util.Set;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// A `<when>`: the colours of cells that hold a certain word. They follow the word when somebody
/// sorts the rows or types another.
///
/// @param across how many columns it is for
record Highlight(int column, int across, String word, Style style) {

    private static final Set<String> WHEN = Set.of("column", "repeat", "text", "style");

    static Highlight of(Tag tag, Styles styles) {
        tag.having(WHEN).required("column");
        return new Highlight(
                tag.count("column", 1) - 1,
                tag.count("repeat", 1),
                tag.required("text"),
                styles.named(tag, tag.required("style")));
    }

    /// @param first row, from 0
    void on(XSSFSheet sheet, int first, int last) {
        SheetConditionalFormatting all = sheet.getSheetConditionalFormatting();
        // a quoted text, with its own quotes doubled: no word becomes more of a formula than that
        ConditionalFormattingRule rule =
                all.createConditionalFormattingRule(
                        ComparisonOperator.EQUAL, "\"" + word.replace("\"", "\"\"") + "\"");
        style.colour("fill")
                .ifPresent(colour -> {
                    PatternFormatting fill = rule.createPatternFormatting();
                    fill.setFillBackgroundColor(new XSSFColor(colour));
                    fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
                });
        style.colour("colour")
                .ifPresent(colour -> {
                    FontFormatting font = rule.createFontFormatting();
                    font.setFontColor(new XSSFColor(colour));
                    font.setFontStyle(false, style.bold());
                });
        all.addConditionalFormatting(
                new CellRangeAddress[] {
                    new CellRangeAddress(first, last, column, column + across - 1)
                },
                rule);
    }
}
