package kz.esep.intake.xlsx;

import kz.esep.intake.FormColumn;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// How the form looks: what is locked is grey, what is to be filled in is white, and words say so
/// as well.
final class FormStyles {

    private static final String INK = "1B2A33";
    private static final String SLATE = "44546A";
    private static final String TEAL = "0B5C63";
    private static final String GREY = "EEF1F3";
    private static final String WHITE = "FFFFFF";
    private static final String LINE = "B8C2C8";
    private static final String WARNING_FILL = "FFF1C9";
    private static final String WARNING_INK = "7A3B00";

    private final XSSFWorkbook workbook;
    final XSSFCellStyle title;
    final XSSFCellStyle label;
    final XSSFCellStyle fact;
    final XSSFCellStyle entry;
    final XSSFCellStyle entryMark;
    final XSSFCellStyle entryDate;
    final XSSFCellStyle demonstration;
    final XSSFCellStyle planHeader;
    final XSSFCellStyle answerHeader;
    final XSSFCellStyle planGroup;
    final XSSFCellStyle answerGroup;
    final XSSFCellStyle text;
    final XSSFCellStyle heading;
    private final XSSFCellStyle planText;
    private final XSSFCellStyle planFormulaLike;
    private final XSSFCellStyle planNumber;
    private final XSSFCellStyle planDate;
    private final XSSFCellStyle answerText;
    private final XSSFCellStyle answerMark;
    private final XSSFCellStyle answerNumber;
    private final XSSFCellStyle answerDate;

    FormStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        title = style(font(14, true, TEAL), WHITE, false, true);
        label = style(font(10, true, INK), WHITE, false, true);
        fact = style(font(10, false, INK), WHITE, false, true);
        entry = style(font(10, false, INK), WHITE, true, false);
        entryMark = formatted(style(font(10, false, INK), WHITE, true, false), "@");
        entryDate = formatted(style(font(10, false, INK), WHITE, true, false), "dd.mm.yyyy");
        entryDate.setAlignment(HorizontalAlignment.LEFT);
        demonstration = style(font(11, true, WARNING_INK), WARNING_FILL, false, true);
        planHeader = header(SLATE);
        answerHeader = header(TEAL);
        // at the left, where a group's name is seen when its columns are spread over pages
        planGroup = header(SLATE);
        planGroup.setAlignment(HorizontalAlignment.LEFT);
        answerGroup = header(TEAL);
        answerGroup.setAlignment(HorizontalAlignment.LEFT);
        text = style(font(11, false, INK), WHITE, false, true);
        heading = style(font(13, true, TEAL), WHITE, false, true);
        planText = style(font(9, false, INK), GREY, true, true);
        planFormulaLike = style(font(9, false, INK), GREY, true, true);
        planFormulaLike.setQuotePrefixed(true);
        planNumber = centred(style(font(9, false, INK), GREY, true, true));
        planDate = formatted(centred(style(font(9, false, INK), GREY, true, true)), "dd.mm.yyyy");
        answerText = style(font(10, false, INK), WHITE, true, false);
        answerMark = formatted(style(font(10, false, INK), WHITE, true, false), "@");
        answerNumber = style(font(10, false, INK), WHITE, true, false);
        answerNumber.setAlignment(HorizontalAlignment.RIGHT);
        answerDate = formatted(style(font(10, false, INK), WHITE, true, false), "dd.mm.yyyy");
        answerDate.setAlignment(HorizontalAlignment.CENTER);
    }

    XSSFCellStyle of(FormColumn column) {
        return switch (column.holds()) {
            case WHOLE_NUMBER -> planNumber;
            case NUMBER -> column.isAnswer() ? answerNumber : planNumber;
            case DATE -> column.isAnswer() ? answerDate : planDate;
            case TEXT -> column.isAnswer() ? answerText : planText;
            case MARK -> answerMark;
            case STATUS, KIND -> answerText;
        };
    }

    /// For a text of the plan that Excel would take for a formula.
    XSSFCellStyle formulaLike() {
        return planFormulaLike;
    }

    private XSSFCellStyle header(String fill) {
        XSSFCellStyle style = centred(style(font(9, true, WHITE), fill, true, true));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private XSSFCellStyle style(XSSFFont font, String fill, boolean lined, boolean locked) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setLocked(locked);
        if (!fill.equals(WHITE)) {
            style.setFillForegroundColor(colour(fill));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (lined) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            style.setTopBorderColor(colour(LINE));
            style.setBottomBorderColor(colour(LINE));
            style.setLeftBorderColor(colour(LINE));
            style.setRightBorderColor(colour(LINE));
        }
        return style;
    }

    private XSSFCellStyle formatted(XSSFCellStyle style, String format) {
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static XSSFCellStyle centred(XSSFCellStyle style) {
        style.setAlignment(HorizontalAlignment.CENTER);
        return style;
    }

    private XSSFFont font(int points, boolean bold, String ink) {
        XSSFFont font = workbook.createFont();
        font.setFontName("Arial");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(colour(ink));
        return font;
    }

    private static XSSFColor colour(String hex) {
        return new XSSFColor(java.util.HexFormat.of().parseHex(hex), null);
    }
}
