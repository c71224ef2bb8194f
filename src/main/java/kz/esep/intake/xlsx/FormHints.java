package kz.esep.intake.xlsx;

import java.time.LocalDate;
import java.util.List;
import kz.esep.intake.ClaimedStatus;
import kz.esep.intake.FormColumn;
import kz.esep.intake.FormLayout;
import kz.esep.intake.Grid;
import kz.esep.language.Speech;
import org.apache.poi.ss.usermodel.BorderFormatting;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// Marks, while the form is being filled in, the cells that are still missing: with a dashed frame
/// and dots, not with a colour alone. Formulas that every office program knows.
final class FormHints {

    /// What "done" has to be proven with.
    private static final List<FormColumn> PROOF =
            List.of(
                    FormColumn.COMPLETED_ON,
                    FormColumn.EVIDENCE_KIND,
                    FormColumn.EVIDENCE_NUMBER,
                    FormColumn.EVIDENCE_DATE);

    /// What has to be explained when the day is over.
    private static final List<FormColumn> EXPLANATION =
            List.of(FormColumn.REASON, FormColumn.EXPECTED_ON);

    private final XSSFSheet sheet;
    private final Speech kk;
    private final Speech ru;
    private final LocalDate end;

    /// @param end the period's last day
    FormHints(XSSFSheet sheet, Speech kk, Speech ru, LocalDate end) {
        this.sheet = sheet;
        this.kk = kk;
        this.ru = ru;
        this.end = end;
    }

    void add(int firstRow, int lastRow) {
        String status = "$" + name(FormColumn.STATUS, firstRow);
        String due = "$" + name(FormColumn.DUE, firstRow);
        for (FormColumn column : PROOF) {
            mark(
                    column,
                    firstRow,
                    lastRow,
                    "AND(%s=%s,%s=\"\")"
                            .formatted(status, word(ClaimedStatus.DONE), name(column, firstRow)));
        }
        for (FormColumn column : EXPLANATION) {
            mark(
                    column,
                    firstRow,
                    lastRow,
                    "AND(OR(%1$s=%2$s,%1$s=%3$s),ISNUMBER(%4$s),%4$s<=DATE(%5$s,%6$s,%7$s),%8$s=\"\")"
                            .formatted(
                                    status,
                                    word(ClaimedStatus.IN_PROGRESS),
                                    word(ClaimedStatus.NOT_STARTED),
                                    due,
                                    end.getYear(),
                                    end.getMonthValue(),
                                    end.getDayOfMonth(),
                                    name(column, firstRow)));
        }
    }

    private static String name(FormColumn column, int row) {
        return Grid.name(FormLayout.position(column), row + 1);
    }

    private String word(ClaimedStatus status) {
        return "\""
                + FormLayout.both(FormLayout.word(status, kk), FormLayout.word(status, ru))
                + "\"";
    }

    private void mark(FormColumn column, int firstRow, int lastRow, String formula) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(formula);
        PatternFormatting fill = rule.createPatternFormatting();
        fill.setFillPattern(FillPatternType.LESS_DOTS.getCode());
        fill.setFillForegroundColor(IndexedColors.DARK_TEAL.index);
        fill.setFillBackgroundColor(IndexedColors.LIGHT_YELLOW.index);
        BorderFormatting border = rule.createBorderFormatting();
        border.setBorderTop(BorderStyle.DASHED);
        border.setBorderBottom(BorderStyle.DASHED);
        border.setBorderLeft(BorderStyle.DASHED);
        border.setBorderRight(BorderStyle.DASHED);
        int at = FormLayout.position(column);
        formatting.addConditionalFormatting(
                new CellRangeAddress[] {new CellRangeAddress(firstRow, lastRow, at, at)}, rule);
    }
}
