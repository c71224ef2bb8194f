package kz.esep.intake.xlsx;

import java.time.LocalDate;
import java.util.Arrays;
import kz.esep.intake.ClaimedStatus;
import kz.esep.intake.FormColumn;
import kz.esep.intake.FormLayout;
import kz.esep.language.Speech;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Redaction;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// The drop-downs, and what Excel says when an answer is being entered.
///
/// Only the lists forbid; dates and numbers warn, since intake also reads the usual written forms.
final class FormChecks {

    /// A cell's prompt has a title of at most 32 letters and a text of at most 255.
    private static final int LONGEST_TITLE = 32;

    private static final int LONGEST_TEXT = 255;

    private final XSSFSheet sheet;
    private final Speech kk;
    private final Speech ru;
    private final Redaction redaction;

    FormChecks(XSSFSheet sheet, Speech kk, Speech ru, Redaction redaction) {
        this.sheet = sheet;
        this.kk = kk;
        this.ru = ru;
        this.redaction = redaction;
    }

    void add(int firstRow, int lastRow) {
        for (FormColumn column : FormLayout.columns()) {
            if (column.isAnswer()) {
                CellRangeAddressList cells =
                        new CellRangeAddressList(
                                firstRow,
                                lastRow,
                                FormLayout.position(column),
                                FormLayout.position(column));
                sheet.addValidationData(check(column, cells));
            }
        }
    }

    private DataValidation check(FormColumn column, CellRangeAddressList cells) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation check =
                switch (column.holds()) {
                    case STATUS -> list(helper, cells, statuses());
                    case KIND -> list(helper, cells, kinds());
                    case DATE -> warning(helper.createValidation(dates(helper), cells), "date");
                    case NUMBER, WHOLE_NUMBER ->
                            warning(
                                    helper.createValidation(
                                            helper.createDecimalConstraint(
                                                    OperatorType.GREATER_OR_EQUAL, "0", ""),
                                            cells),
                                    "number");
                    case TEXT, MARK ->
                            helper.createValidation(
                                    helper.createTextLengthConstraint(
                                            OperatorType.LESS_OR_EQUAL, "32000", ""),
                                    cells);
                };
        check.setEmptyCellAllowed(true);
        check.createPromptBox(
                cut(column.header(kk), LONGEST_TITLE),
                cut(column.hint(kk) + "\n" + column.hint(ru), LONGEST_TEXT));
        check.setShowPromptBox(true);
        return check;
    }

    private DataValidation list(
            DataValidationHelper helper, CellRangeAddressList cells, String[] words) {
        DataValidation check =
                helper.createValidation(helper.createExplicitListConstraint(words), cells);
        explain(check, "list");
        return check;
    }

    private DataValidation warning(DataValidation check, String kind) {
        check.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        explain(check, kind);
        return check;
    }

    private void explain(DataValidation check, String kind) {
        String key = "intake.error." + kind;
        check.createErrorBox(
                cut(kk.say("intake.error.title"), LONGEST_TITLE), kk.say(key) + "\n" + ru.say(key));
        check.setShowErrorBox(true);
    }

    private DataValidationConstraint dates(DataValidationHelper helper) {
        return helper.createDateConstraint(
                OperatorType.BETWEEN,
                serial(LocalDate.of(redaction.firstYear(), 1, 1)),
                serial(LocalDate.of(redaction.lastYear() + 5, 12, 31)),
                "");
    }

    private static String serial(LocalDate day) {
        return Integer.toString((int) DateUtil.getExcelDate(day));
    }

    private String[] statuses() {
        return Arrays.stream(ClaimedStatus.values())
                .map(status ->
                        FormLayout.both(FormLayout.word(status, kk), FormLayout.word(status, ru)))
                .toArray(String[]::new);
    }

    private String[] kinds() {
        return Arrays.stream(CompletionForm.Kind.values())
                .map(kind -> FormLayout.both(FormLayout.word(kind, kk), FormLayout.word(kind, ru)))
                .toArray(String[]::new);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
