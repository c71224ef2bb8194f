package kz.esep.intake.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import kz.esep.agency.Register;
import kz.esep.agency.RegisterFile;
import kz.esep.findings.Finding;
import kz.esep.findings.Reading;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FormColumn;
import kz.esep.intake.FormContent;
import kz.esep.intake.FormLayout;
import kz.esep.intake.FormRow;
import kz.esep.intake.IntakeContext;
import kz.esep.intake.Received;
import kz.esep.intake.Seals;
import kz.esep.language.Bilingual;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.plan.Obligation;
import kz.esep.plan.Period;
import kz.esep.plan.Plan;
import kz.esep.plan.PlanFolder;
import kz.esep.plan.Redaction;
import kz.esep.plan.Unfolding;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The clerk who fills in forms: the real plan, forms made from it, and a hand that fills them in.
public final class Clerk {

    public static final Speech KK = Speech.of(Path.of("templates/messages"), Language.KK);
    public static final Speech RU = Speech.of(Path.of("templates/messages"), Language.RU);
    static final Speech EN = Speech.of(Path.of("templates/messages"), Language.EN);
    static final Period Q4 = Period.quarter(2024, 4);
    static final Register REGISTER = accepted(RegisterFile.read(Path.of("input/agencies.yaml")));
    static final Plan WHOLE_PLAN =
            accepted(PlanFolder.read(Path.of("input/plan"), REGISTER)).defaultPlan();
    static final Redaction PLAN = WHOLE_PLAN.inForce(Q4).orElseThrow();

    private Clerk() {}

    private static <T> T accepted(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T>(T value, _) -> value;
            case Reading.Refused<T>(List<Finding> findings) ->
                    throw new IllegalStateException(findings.toString());
        };
    }

    public static IntakeContext context(Seals seals) {
        return new IntakeContext(REGISTER, List.of(WHOLE_PLAN), KK, RU, seals);
    }

    /// The form of an agency: its obligations of 2024.
    public static FormContent content(String agency) {
        List<FormRow> rows =
                Unfolding.of(PLAN, REGISTER, LocalDate.of(2024, 12, 31)).stream()
                        .filter(duty -> duty.year() == 2024 && duty.answerable().equals(agency))
                        .sorted(Comparator.comparingInt(Obligation::measure))
                        .map(duty ->
                                new FormRow(
                                        duty,
                                        PLAN.measure(duty.measure()).orElseThrow(),
                                        REGISTER.get(duty.holder()),
                                        !duty.voluntary(),
                                        new Bilingual("", "")))
                        .toList();
        return new FormContent(PLAN, Q4, REGISTER.get(agency), "12:ab34", rows);
    }

    static byte[] form(FormContent content) throws IOException {
        return form(content, Seals.demonstration());
    }

    static byte[] form(FormContent content, Seals seals) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new FormWriter(KK, RU, seals).write(content, bytes);
        return bytes.toByteArray();
    }

    /// Fills a form in as a clerk would.
    static byte[] filled(byte[] form, Consumer<Hand> answers) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            answers.accept(new Hand(workbook));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    /// Puts the bytes into an agency's folder and reads them there.
    static FileOutcome read(Path temporary, String folder, byte[] file) throws IOException {
        return read(temporary, folder, file, Seals.demonstration());
    }

    static FileOutcome read(Path temporary, String folder, byte[] file, Seals seals)
            throws IOException {
        return read(temporary, folder, file, seals, Limits.FORM);
    }

    static FileOutcome read(Path temporary, String folder, byte[] file, Seals seals, Limits limits)
            throws IOException {
        Path snapshot = temporary.resolve("snapshot");
        Files.write(snapshot, file);
        return new WorkbookIntake(context(seals), limits)
                .read(snapshot, received(folder, file.length));
    }

    public static Received received(String folder, long bytes) {
        return new Received(
                1,
                folder.isEmpty() ? "form.xlsx" : folder + "/form.xlsx",
                folder,
                "00",
                bytes,
                Instant.parse("2025-01-08T05:00:00Z"),
                Received.Source.FIRST_SEEN,
                "");
    }

    /// What stands in a file's findings: `DATE_FROM_TEXT F12`.
    static List<String> codes(FileOutcome outcome) {
        return outcome.findings().stream()
                .map(finding -> (finding.code() + " " + finding.place().cell()).strip())
                .toList();
    }

    /// Types into a form's cells.
    record Hand(XSSFWorkbook workbook) {

        XSSFSheet sheet() {
            return workbook.getSheet(FormLayout.FORM_SHEET);
        }

        int header() {
            for (Row row : sheet()) {
                if (row.getCell(0) != null
                        && row.getCell(0).toString().startsWith("Іс-шараның №")) {
                    return row.getRowNum();
                }
            }
            throw new IllegalStateException("The form has no header");
        }

        /// The cell of a column in the form's row of a measure.
        XSSFCell cell(int measure, FormColumn column) {
            for (int i = header() + 1; i <= sheet().getLastRowNum(); i++) {
                if ((int) sheet().getRow(i).getCell(0).getNumericCellValue() == measure) {
                    return sheet().getRow(i).getCell(FormLayout.position(column));
                }
            }
            throw new IllegalStateException("The form has no measure " + measure);
        }

        /// The cell to fill in beside a label above the table.
        XSSFCell field(String label) {
            for (Row row : sheet()) {
                for (org.apache.poi.ss.usermodel.Cell cell : row) {
                    if (cell.toString().startsWith(label)) {
                        return sheet().getRow(row.getRowNum())
                                .getCell(FormLayout.position(FormColumn.TARGET));
                    }
                }
            }
            throw new IllegalStateException("The form has no label " + label);
        }

        void type(int measure, FormColumn column, String text) {
            cell(measure, column).setCellValue(text);
        }

        void type(int measure, FormColumn column, double number) {
            cell(measure, column).setCellValue(number);
        }

        void type(int measure, FormColumn column, LocalDate day) {
            cell(measure, column).setCellValue(day);
        }

        void format(int measure, FormColumn column, String format) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            cell(measure, column).setCellStyle(style);
        }
    }
}
