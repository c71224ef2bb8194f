package kz.esep.intake.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import kz.esep.intake.FormColumn;
import kz.esep.intake.FormContent;
import kz.esep.intake.FormField;
import kz.esep.intake.FormIdentity;
import kz.esep.intake.FormLayout;
import kz.esep.intake.FormRow;
import kz.esep.intake.Grid;
import kz.esep.intake.Seals;
import kz.esep.language.Bilingual;
import kz.esep.language.Speech;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.LocaleUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Writes an agency's form: the same bytes for the same content.
public final class FormWriter {

    /// Columns of the heading: labels, their values, and the same again for the agency's entries.
    private static final CellRangeAddress LABELS = columns(FormColumn.MEASURE, FormColumn.TITLE_KK);

    private static final CellRangeAddress VALUES =
            columns(FormColumn.TITLE_RU, FormColumn.TITLE_RU);
    private static final CellRangeAddress ENTRY_LABELS = columns(FormColumn.HOLDER, FormColumn.DUE);
    private static final CellRangeAddress ENTRIES = columns(FormColumn.TARGET, FormColumn.STATUS);
    private static final CellRangeAddress WHOLE = columns(FormColumn.MEASURE, FormColumn.STATUS);

    private static final List<FormField> FACTS = List.of(FormField.AGENCY, FormField.PERIOD);
    private static final List<FormField> TO_FILL_IN =
            List.of(
                    FormField.LETTER_NUMBER,
                    FormField.LETTER_DATE,
                    FormField.PERSON,
                    FormField.PHONE);
    private static final int INSTRUCTIONS = 10;

    private final Speech kk;
    private final Speech ru;
    private final Seals seals;

    public FormWriter(Speech kk, Speech ru, Seals seals) {
        this.kk = kk;
        this.ru = ru;
        this.seals = seals;
    }

    /// Seals and writes a form; the stream stays open.
    public void write(FormContent content, OutputStream out) throws IOException {
        // POI takes words and time zones from these, per thread
        LocaleUtil.setUserLocale(Locale.forLanguageTag("kk-KZ"));
        LocaleUtil.setUserTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            FormIdentity identity = seals.seal(FormIdentity.of(content));
            FormStyles styles = new FormStyles(workbook);
            form(workbook, styles, content, identity);
            instructions(workbook, styles, identity);
            identity(workbook, identity);
            properties(workbook, content, identity);
            SteadyZip.write(workbook, out);
        } finally {
            LocaleUtil.resetUserLocale();
            LocaleUtil.resetUserTimeZone();
        }
    }

    private void form(
            XSSFWorkbook workbook, FormStyles styles, FormContent content, FormIdentity identity) {
        XSSFSheet sheet = workbook.createSheet(FormLayout.FORM_SHEET);
        for (FormColumn column : FormLayout.columns()) {
            sheet.setColumnWidth(FormLayout.position(column), column.width() * 256);
        }
        int header = header(sheet, styles, heading(sheet, styles, content));
        int row = header;
        for (FormRow line : content.rows()) {
            row++;
            obligation(sheet.createRow(row), styles, line);
            RowHeight.fit(sheet.getRow(row), 12);
        }
        if (row > header) {
            new FormChecks(sheet, kk, ru, content.redaction()).add(header + 1, row);
            new FormHints(sheet, kk, ru, content.period().lastDay()).add(header + 1, row);
            names(sheet, header, row);
        }
        sheet.createFreezePane(FormLayout.position(FormColumn.TITLE_RU) + 1, header + 1);
        print(sheet, header);
        Protection.protect(sheet, identity.seal());
    }

    /// @return the first row below the heading
    private int heading(XSSFSheet sheet, FormStyles styles, FormContent content) {
        int row = 0;
        span(sheet, row, WHOLE, styles.title, both("intake.title"), 20);
        row++;
        Bilingual plan = content.redaction().title();
        span(sheet, row, WHOLE, styles.fact, plan.kk() + "\n" + plan.ru(), 28);
        row++;
        if (seals.isDemonstration()) {
            span(sheet, row, WHOLE, styles.demonstration, both("intake.demonstration"), 17);
            row++;
        }
        for (int i = 0; i < TO_FILL_IN.size(); i++) {
            XSSFRow line = sheet.createRow(row);
            line.setHeightInPoints(28);
            if (i < FACTS.size()) {
                FormField field = FACTS.get(i);
                span(sheet, row, LABELS, styles.label, label(field));
                span(sheet, row, VALUES, styles.fact, fact(field, content));
            } else if (i == FACTS.size()) {
                span(sheet, row, LABELS, styles.fact, both("intake.legend"));
            }
            FormField field = TO_FILL_IN.get(i);
            span(sheet, row, ENTRY_LABELS, styles.label, label(field));
            span(sheet, row, ENTRIES, entryStyle(styles, field), "");
            row++;
        }
        return row;
    }

    private static XSSFCellStyle entryStyle(FormStyles styles, FormField field) {
        return switch (field) {
            case LETTER_NUMBER, PHONE -> styles.entryMark;
            case LETTER_DATE -> styles.entryDate;
            case AGENCY, PERIOD, PERSON -> styles.entry;
        };
    }

    private String label(FormField field) {
        return FormLayout.both(field.label(kk), field.label(ru));
    }

    private String fact(FormField field, FormContent content) {
        return switch (field) {
            case AGENCY ->
                    FormLayout.both(
                            content.agency().shortName().kk(), content.agency().shortName().ru());
            case PERIOD -> FormLayout.both(content.period().in(kk), content.period().in(ru));
            case LETTER_NUMBER, LETTER_DATE, PERSON, PHONE -> "";
        };
    }

    /// @return the row of the columns' headers
    private int header(XSSFSheet sheet, FormStyles styles, int row) {
        XSSFRow groups = sheet.createRow(row);
        groups.setHeightInPoints(15);
        span(
                sheet,
                row,
                columns(FormColumn.MEASURE, FormColumn.LAST_ANSWER),
                styles.planGroup,
                both("intake.group.plan"));
        span(
                sheet,
                row,
                columns(FormColumn.STATUS, FormColumn.CONTACT),
                styles.answerGroup,
                both("intake.group.answer"));
        XSSFRow headers = sheet.createRow(row + 1);
        headers.setHeightInPoints(64);
        for (FormColumn column : FormLayout.columns()) {
            XSSFCell cell = headers.createCell(FormLayout.position(column));
            cell.setCellValue(column.header(kk) + "\n" + column.header(ru));
            cell.setCellStyle(column.isAnswer() ? styles.answerHeader : styles.planHeader);
        }
        return row + 1;
    }

    /// Names each header cell, and the table's corner the way that screen readers know: they then
    /// say the headers of every cell.
    private static void names(XSSFSheet sheet, int header, int last) {
        for (FormColumn column : FormLayout.columns()) {
            name(
                    sheet,
                    "esep_" + column.name().toLowerCase(Locale.ROOT),
                    FormLayout.position(column),
                    header);
        }
        String corner = Grid.name(0, header + 1);
        String end = Grid.name(FormLayout.columns().size() - 1, last + 1);
        name(sheet, "TitleRegion1." + corner + "." + end + ".1", 0, header);
    }

    private static void name(XSSFSheet sheet, String name, int column, int row) {
        XSSFName named = sheet.getWorkbook().createName();
        named.setNameName(name);
        named.setRefersToFormula(
                new CellReference(sheet.getSheetName(), row, column, true, true).formatAsString());
    }

    private void obligation(XSSFRow row, FormStyles styles, FormRow line) {
        for (FormColumn column : FormLayout.columns()) {
            XSSFCell cell = row.createCell(FormLayout.position(column));
            cell.setCellStyle(styles.of(column));
            switch (column) {
                case MEASURE -> cell.setCellValue(line.measure().number());
                case YEAR -> cell.setCellValue(line.obligation().year());
                case TITLE_KK -> text(cell, styles, line.measure().title().kk());
                case TITLE_RU -> text(cell, styles, line.measure().title().ru());
                case HOLDER ->
                        text(
                                cell,
                                styles,
                                FormLayout.both(
                                        line.holder().code().kk(), line.holder().code().ru()));
                case COMPLETION_FORM ->
                        line.measure()
                                .form()
                                .ifPresent(form -> text(cell, styles, lines(form.text())));
                case ROLE -> text(cell, styles, role(line));
                case DUE -> due(cell, styles, line);
                case TARGET ->
                        line.obligation()
                                .target()
                                .ifPresent(target -> cell.setCellValue(target.doubleValue()));
                case LAST_ANSWER -> text(cell, styles, lines(line.last()));
                default -> {
                    // the agency's
                }
            }
        }
    }

    private void due(XSSFCell cell, FormStyles styles, FormRow line) {
        if (line.obligation().targetOnly()) {
            text(cell, styles, both("intake.target-only"));
        } else {
            cell.setCellValue(line.obligation().due());
        }
    }

    private String role(FormRow line) {
        String key =
                switch (line.obligation().role()) {
                    case LEAD -> "intake.role.lead";
                    case CO_EXECUTOR -> "intake.role.co-executor";
                    case BY_AGREEMENT -> "intake.role.by-agreement";
                };
        String role = kk.say(key) + "\n" + ru.say(key);
        return line.expected()
                ? role
                : role
                        + "\n("
                        + kk.say("intake.not-expected")
                        + "\n"
                        + ru.say("intake.not-expected")
                        + ")";
    }

    private static String lines(Bilingual text) {
        return text.kk().equals(text.ru()) ? text.kk() : text.kk() + "\n" + text.ru();
    }

    private static void text(XSSFCell cell, FormStyles styles, String text) {
        cell.setCellValue(text);
        if (!text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0) {
            cell.setCellStyle(styles.formulaLike());
        }
    }

    private String both(String key) {
        return FormLayout.both(kk.say(key), ru.say(key));
    }

    private static CellRangeAddress columns(FormColumn first, FormColumn last) {
        return new CellRangeAddress(0, 0, FormLayout.position(first), FormLayout.position(last));
    }

    private static void span(
            XSSFSheet sheet,
            int row,
            CellRangeAddress columns,
            XSSFCellStyle style,
            String text,
            int points) {
        span(sheet, row, columns, style, text);
        sheet.getRow(row).setHeightInPoints(points);
    }

    /// One text over several columns; every cell of them gets the style, so that borders close.
    private static void span(
            XSSFSheet sheet, int row, CellRangeAddress columns, XSSFCellStyle style, String text) {
        XSSFRow line = Optional.ofNullable(sheet.getRow(row)).orElseGet(() -> sheet.createRow(row));
        for (int column = columns.getFirstColumn(); column <= columns.getLastColumn(); column++) {
            line.createCell(column).setCellStyle(style);
        }
        if (!text.isEmpty()) {
            line.getCell(columns.getFirstColumn()).setCellValue(text);
        }
        if (columns.getNumberOfCells() > 1) {
            sheet.addMergedRegion(
                    new CellRangeAddress(
                            row, row, columns.getFirstColumn(), columns.getLastColumn()));
        }
    }

    private static void print(XSSFSheet sheet, int header) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        // on one page across, the letters of so many columns would be too small to read
        print.setFitWidth((short) 2);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setRepeatingRows(CellRangeAddress.valueOf(header + ":" + (header + 1)));
        sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:B"));
        for (PageMargin margin : List.of(PageMargin.LEFT, PageMargin.RIGHT)) {
            sheet.setMargin(margin, 0.4);
        }
        sheet.setMargin(PageMargin.TOP, 0.5);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        sheet.getFooter().setRight("&P / &N");
        sheet.setZoom(90);
    }

    private void instructions(XSSFWorkbook workbook, FormStyles styles, FormIdentity identity) {
        XSSFSheet sheet = workbook.createSheet(FormLayout.INSTRUCTIONS_SHEET);
        sheet.setColumnWidth(0, 62 * 256);
        sheet.setColumnWidth(1, 62 * 256);
        sheet.setDisplayGridlines(false);
        for (int i = 0; i <= INSTRUCTIONS; i++) {
            String key = "intake.instructions." + (i == 0 ? "title" : Integer.toString(i));
            XSSFRow row = sheet.createRow(i);
            XSSFCellStyle style = i == 0 ? styles.heading : styles.text;
            cell(row, 0, style, kk.say(key));
            cell(row, 1, style, ru.say(key));
            RowHeight.fit(row, 16);
        }
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        Protection.protect(sheet, identity.seal());
    }

    private static void identity(XSSFWorkbook workbook, FormIdentity identity) {
        XSSFSheet sheet = workbook.createSheet(FormLayout.IDENTITY_SHEET);
        int row = 0;
        for (Map.Entry<String, String> part : identity.parts().entrySet()) {
            XSSFRow line = sheet.createRow(row);
            line.createCell(0).setCellValue(part.getKey());
            line.createCell(1).setCellValue(part.getValue());
            row++;
        }
        Protection.protect(sheet, identity.seal());
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }

    private static void cell(XSSFRow row, int column, XSSFCellStyle style, String text) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private void properties(XSSFWorkbook workbook, FormContent content, FormIdentity identity) {
        POIXMLProperties properties = workbook.getProperties();
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        Date day = Date.from(content.period().lastDay().atStartOfDay().toInstant(ZoneOffset.UTC));
        core.setCreated(Optional.of(day));
        core.setModified(Optional.of(day));
        core.setCreator("Esep");
        core.setLastModifiedByUser("Esep");
        core.setTitle(both("intake.title"));
        properties
                .getCustomProperties()
                .addProperty(FormLayout.IDENTITY_PROPERTY, identity.asProperty());
    }
}
