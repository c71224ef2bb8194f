package kz.esep.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.esep.agency.Agency;
import kz.esep.intake.ClaimedStatus;
import kz.esep.intake.FormColumn;
import kz.esep.intake.FormContent;
import kz.esep.intake.FormField;
import kz.esep.intake.FormLayout;
import kz.esep.intake.FormRow;
import kz.esep.language.Formats;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.plan.CompletionForm;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// An agency's form as its clerk fills it in and saves it.
final class FilledForm {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Speech kk;
    private final Speech ru;
    private final Answers answers;
    private final WorkingDays workingDays;

    FilledForm(Speech kk, Speech ru, Answers answers, WorkingDays workingDays) {
        this.kk = kk;
        this.ru = ru;
        this.answers = answers;
        this.workingDays = workingDays;
    }

    /// @param form the workbook that Esep issued
    byte[] fill(byte[] form, FormContent content, Letter letter, Clerk clerk) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            XSSFSheet sheet = workbook.getSheet(FormLayout.FORM_SHEET);
            heading(sheet, content.agency(), letter, clerk);
            int first = header(sheet) + 1;
            List<FormRow> rows = content.rows();
            for (int i = 0; i < rows.size(); i++) {
                FormRow row = rows.get(i);
                Typing typing = new Typing(sheet.getRow(first + i), row.measure().number(), clerk);
                answers.to(row, letter, clerk, content.agency().mail())
                        .ifPresent(entry -> enter(entry, typing));
            }
            Date saved = Date.from(letter.received().toInstant(ZoneOffset.ofHours(5)));
            workbook.getProperties().getCoreProperties().setModified(Optional.of(saved));
            workbook.getProperties().getCoreProperties().setLastModifiedByUser("demo");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return packed(bytes.toByteArray(), letter);
        }
    }

    private void heading(XSSFSheet sheet, Agency agency, Letter letter, Clerk clerk) {
        LocalDate signed = workingDays.onOrBefore(letter.receivedOn());
        for (FormField field : FormField.values()) {
            if (!field.isAnswer()) {
                continue;
            }
            XSSFCell cell = entry(sheet, field);
            switch (field) {
                case LETTER_NUMBER ->
                        cell.setCellValue(clerk.numbers() + "/" + signed.getDayOfYear() * 17);
                case LETTER_DATE -> cell.setCellValue(signed);
                case PERSON -> cell.setCellValue("Көрсетілім маманы / Демонстрационный специалист");
                case PHONE -> cell.setCellValue("+7 (7172) 00-00-00, " + agency.mail());
                case AGENCY, PERIOD -> throw new IllegalStateException(field + " is filled in");
            }
        }
    }

    /// The cell to the right of a label.
    private XSSFCell entry(XSSFSheet sheet, FormField field) {
        XSSFCell label = find(sheet, FormLayout.both(field.label(kk), field.label(ru)));
        int last =
                sheet.getMergedRegions().stream()
                        .filter(region -> region.isInRange(label))
                        .mapToInt(CellRangeAddress::getLastColumn)
                        .findFirst()
                        .orElse(label.getColumnIndex());
        return label.getRow().getCell(last + 1);
    }

    private int header(XSSFSheet sheet) {
        return find(sheet, FormColumn.MEASURE.header(kk) + "\n" + FormColumn.MEASURE.header(ru))
                .getRowIndex();
    }

    private static XSSFCell find(XSSFSheet sheet, String text) {
        for (org.apache.poi.ss.usermodel.Row row : sheet) {
            for (org.apache.poi.ss.usermodel.Cell cell : row) {
                if (cell instanceof XSSFCell found && found.toString().equals(text)) {
                    return found;
                }
            }
        }
        throw new IllegalStateException("The form has no cell " + text);
    }

    private void enter(Entry entry, Typing typing) {
        entry.status().ifPresent(status -> typing.text(FormColumn.STATUS, word(status, typing)));
        entry.completedOn().ifPresent(day -> typing.date(FormColumn.COMPLETED_ON, day));
        entry.kind().ifPresent(kind -> typing.text(FormColumn.EVIDENCE_KIND, word(kind)));
        typing.text(FormColumn.EVIDENCE_NUMBER, entry.number());
        entry.dated().ifPresent(day -> typing.date(FormColumn.EVIDENCE_DATE, day));
        entry.figures().ifPresent(typing::figures);
        entry.spent().ifPresent(spent -> typing.number(FormColumn.SPENT, spent));
        typing.text(FormColumn.PROGRESS_KK, entry.progress().kk());
        typing.text(FormColumn.PROGRESS_RU, entry.progress().ru());
        typing.text(FormColumn.REASON, entry.reason());
        entry.expectedOn().ifPresent(day -> typing.date(FormColumn.EXPECTED_ON, day));
        typing.text(FormColumn.CONTACT, entry.contact());
        typing.showAll();
    }

    private String word(ClaimedStatus status, Typing typing) {
        String inKazakh = FormLayout.word(status, kk);
        String inRussian = FormLayout.word(status, ru);
        return switch (typing.clerk.words()) {
            case KK -> inKazakh;
            case RU -> inRussian;
            case BOTH -> FormLayout.both(inKazakh, inRussian);
            case LOOK_ALIKE ->
                    typing.looksAlike()
                            ? inRussian.replace('о', 'o').replace('е', 'e')
                            : FormLayout.both(inKazakh, inRussian);
        };
    }

    private String word(CompletionForm.Kind kind) {
        return FormLayout.both(FormLayout.word(kind, kk), FormLayout.word(kind, ru));
    }

    /// The same parts in the same order, stamped with the time of the letter instead of now.
    private static byte[] packed(byte[] workbook, Letter letter) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(letter.received());
                out.putNextEntry(copy);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /// A clerk's hand in one row.
    private record Typing(XSSFRow row, int measure, Clerk clerk) {

        /// Where a habit shows: in about every fifth row.
        boolean habitually() {
            return Chance.below(5, "habit", measure, clerk.agency()) == 0;
        }

        boolean looksAlike() {
            return measure == 11;
        }

        void text(FormColumn column, String text) {
            if (!text.isEmpty()) {
                cell(column).setCellValue(text);
            }
        }

        void number(FormColumn column, BigDecimal number) {
            cell(column).setCellValue(number.doubleValue());
        }

        void date(FormColumn column, LocalDate day) {
            Clerk.Dates habit = habitually() ? clerk.dates() : Clerk.Dates.DATE;
            switch (habit) {
                case DATE -> cell(column).setCellValue(day);
                case FIGURES -> cell(column).setCellValue(Formats.of(Language.RU).numeric(day));
                case WORDS ->
                        cell(column)
                                .setCellValue(
                                        Formats.of(Language.RU).date(day).replace('\u00A0', ' '));
            }
        }

        void figures(Indicators.Figures figures) {
            switch (figures) {
                case Indicators.Figures.Counted(long numerator, long denominator) -> {
                    number(FormColumn.NUMERATOR, BigDecimal.valueOf(numerator));
                    number(FormColumn.DENOMINATOR, BigDecimal.valueOf(denominator));
                }
                case Indicators.Figures.Typed(BigDecimal value) -> percent(value);
            }
        }

        /// Makes the row as high as its longest text.
        void showAll() {
            double lines = 1;
            for (FormColumn column : FormLayout.columns()) {
                double letters = cell(column).toString().length();
                lines = Math.max(lines, Math.ceil(letters / (column.width() * 0.85)));
            }
            float points = (float) Math.min(409, 12 * lines + 3);
            row.setHeightInPoints(Math.max(row.getHeightInPoints(), points));
        }

        private void percent(BigDecimal value) {
            BigDecimal fraction = value.divide(HUNDRED, 3, RoundingMode.HALF_UP);
            switch (clerk.percents()) {
                case NUMBER -> number(FormColumn.VALUE, value);
                case FORMAT -> {
                    showPercent(FormColumn.VALUE);
                    number(FormColumn.VALUE, fraction);
                }
                case CELL_TEXT -> {
                    showPercent(FormColumn.VALUE);
                    text(FormColumn.VALUE, comma(fraction));
                }
                case SIGN -> text(FormColumn.VALUE, comma(value) + " %");
            }
        }

        private static String comma(BigDecimal number) {
            return number.toPlainString().replace('.', ',');
        }

        private void showPercent(FormColumn column) {
            XSSFWorkbook workbook = row.getSheet().getWorkbook();
            XSSFCellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(cell(column).getCellStyle());
            style.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
            cell(column).setCellStyle(style);
        }

        private XSSFCell cell(FormColumn column) {
            return row.getCell(FormLayout.position(column));
        }
    }
}
