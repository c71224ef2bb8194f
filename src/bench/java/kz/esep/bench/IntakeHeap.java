package kz.esep.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FormLayout;
import kz.esep.intake.Seals;
import kz.esep.intake.xlsx.Clerk;
import kz.esep.intake.xlsx.FormWriter;
import kz.esep.intake.xlsx.Limits;
import kz.esep.intake.xlsx.WorkbookIntake;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The least heap in which a workbook can be read: the smallest `-Xmx` of a JVM of its own that
/// reads it once, found by halving, to a sixteenth. Ours has the plan and the register in it too,
/// and a finding or two for each row that it refuses. What reading itself takes is what is needed
/// above a JVM that does all before it and reads nothing: for ours, one that holds the plan and the
/// register; for the others, an empty one.
final class IntakeHeap {

    /// Near to as many rows as a form may have, [Limits#FORM].
    private static final int ROWS = 4_900;

    /// With two cells each, near to as many as the limits let in.
    private static final int BLANK_ROWS = 90_000;

    private static final int LEAST = 1;
    private static final int MOST = 1_024;
    private static final int MINUTES = 5;

    private IntakeHeap() {}

    /// Reads a file once: the reader, the file.
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        switch (Reader.valueOf(args[0])) {
            case ESEP -> {
                WorkbookIntake intake =
                        new WorkbookIntake(Clerk.context(Seals.demonstration()), Limits.FORM);
                FileOutcome outcome = intake.read(file, Clerk.received("mz", Files.size(file)));
                if (outcome.rows().seen() == 0) {
                    throw new IllegalStateException(outcome.findings().toString());
                }
            }
            case PLAN -> Clerk.context(Seals.demonstration());
            case NOTHING -> file.getFileName();
            case USER_MODEL -> IntakePeers.userModel(file);
            case FASTEXCEL -> IntakePeers.fastexcel(file);
        }
    }

    enum Reader {
        ESEP("Esep, with all guards and rules"),
        PLAN("Esep, the plan and the register alone"),
        NOTHING("a JVM that reads nothing"),
        USER_MODEL("POI, user model"),
        FASTEXCEL("fastexcel");

        private final String title;

        Reader(String title) {
            this.title = title;
        }

        /// Who holds what this one holds before it reads.
        Optional<Reader> before() {
            return switch (this) {
                case ESEP -> Optional.of(PLAN);
                case USER_MODEL, FASTEXCEL -> Optional.of(NOTHING);
                case PLAN, NOTHING -> Optional.empty();
            };
        }
    }

    /// @param form an ordinary one
    static void measure(Path form, Path folder) throws Exception {
        Path many = folder.resolve("many-rows.xlsx");
        writeManyRows(many);
        Path blank = folder.resolve("blank-rows.xlsx");
        writeBlankRows(blank);
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("a form", form);
        files.put("a form with " + ROWS + " more rows of words", many);
        files.put("a form with " + BLANK_ROWS + " blank rows that have a look", blank);
        Figures figures =
                new Figures(
                        IntakePeers.class,
                        "workbook",
                        "its bytes",
                        "reader",
                        "least heap, MiB",
                        "ours needs so many times its heap",
                        "above what it holds before, MiB",
                        "ours so many times its");
        for (Map.Entry<String, Path> file : files.entrySet()) {
            long size = Files.size(file.getValue());
            Map<Reader, Integer> least = new EnumMap<>(Reader.class);
            for (Reader reader : Reader.values()) {
                least.put(reader, least(reader, file.getValue()));
            }
            int ours = least.get(Reader.ESEP);
            int oursAbove = ours - least.get(Reader.PLAN);
            least.forEach((reader, mebibytes) -> {
                Optional<Reader> before = reader.before();
                int above = mebibytes - before.map(least::get).orElse(mebibytes);
                figures.row(
                        file.getKey(),
                        size,
                        reader.title,
                        mebibytes,
                        Race.rounded((double) ours / mebibytes, 2),
                        before.isEmpty() ? "" : above,
                        above == 0 ? "" : Race.rounded((double) oursAbove / above, 2));
            });
        }
        figures.print();
    }

    private static int least(Reader reader, Path file) throws IOException, InterruptedException {
        if (!reads(reader, file, MOST)) {
            throw new IllegalStateException(reader + " cannot read " + file.getFileName());
        }
        int tooLittle = LEAST;
        int enough = MOST;
        while (enough - tooLittle > Math.max(1, enough / 16)) {
            int middle = (tooLittle + enough) / 2;
            if (reads(reader, file, middle)) {
                enough = middle;
            } else {
                tooLittle = middle;
            }
        }
        return enough;
    }

    private static boolean reads(Reader reader, Path file, int mebibytes)
            throws IOException, InterruptedException {
        Process reading =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + mebibytes + "m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                IntakeHeap.class.getName(),
                                reader.name(),
                                file.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!reading.waitFor(MINUTES, TimeUnit.MINUTES)) {
            reading.destroyForcibly().waitFor();
            return false;
        }
        return reading.exitValue() == 0;
    }

    /// A form, and below its table as many rows of words as the reader lets in.
    private static void writeManyRows(Path file) throws IOException {
        write(
                file,
                sheet -> {
                    for (Content.Section section : Content.of(1, 2 * ROWS).sections()) {
                        List<List<String>> rows = section.rows();
                        for (int i = 0; i + 1 < rows.size(); i += 2) {
                            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                            rows.get(i).forEach(text -> add(row, text));
                            rows.get(i + 1).forEach(text -> add(row, text));
                        }
                    }
                });
    }

    /// What comes of a border drawn down a whole column.
    private static void writeBlankRows(Path file) throws IOException {
        write(
                file,
                sheet -> {
                    CellStyle style = sheet.getRow(sheet.getLastRowNum()).getCell(0).getCellStyle();
                    for (int i = 0; i < BLANK_ROWS; i++) {
                        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                        row.createCell(0).setCellStyle(style);
                        row.createCell(1).setCellStyle(style);
                    }
                });
    }

    private static void write(Path file, Consumer<Sheet> below) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        new FormWriter(Clerk.KK, Clerk.RU, Seals.demonstration()).write(Clerk.content("mz"), form);
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(form.toByteArray()))) {
            below.accept(workbook.getSheet(FormLayout.FORM_SHEET));
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    private static void add(Row row, String text) {
        row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(text);
    }
}
