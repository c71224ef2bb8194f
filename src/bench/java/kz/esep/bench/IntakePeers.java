package kz.esep.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Seals;
import kz.esep.intake.xlsx.Clerk;
import kz.esep.intake.xlsx.Corpus;
import kz.esep.intake.xlsx.Limits;
import kz.esep.intake.xlsx.WorkbookIntake;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/// The same filled form read by others: ours with every guard and every rule, the others every cell
/// of every sheet and no guard. Then the least heap in which each reads it, see [IntakeHeap].
final class IntakePeers {

    private IntakePeers() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 101;
        Path folder = Files.createTempDirectory("esep-bench");
        Corpus.write(folder);
        Path form = folder.resolve("row-hidden.xlsx");
        WorkbookIntake intake =
                new WorkbookIntake(Clerk.context(Seals.demonstration()), Limits.FORM);
        long size = Files.size(form);
        Map<String, Race.Result> results =
                new Race()
                        .with(
                                "Esep, with all guards and rules",
                                _ -> {
                                    FileOutcome outcome =
                                            intake.read(form, Clerk.received("mz", size));
                                    return outcome.rows().seen();
                                })
                        .with("POI, user model", _ -> userModel(form))
                        .with("fastexcel", _ -> fastexcel(form))
                        .run(Math.max(20, rounds / 2), rounds);
        Figures figures =
                new Figures(
                        IntakePeers.class,
                        "reader",
                        "files a CPU second",
                        "CPU a file, ms",
                        "memory asked for, MiB",
                        "ours reads so many times its files",
                        "ours asks for so many times its memory");
        Race.Result ours = results.values().iterator().next();
        results.forEach((name, result) ->
                figures.row(
                        name,
                        Math.round(1000 / result.milliseconds()),
                        Race.rounded(result.milliseconds(), 2),
                        result.memory(),
                        Race.rounded(result.milliseconds() / ours.milliseconds(), 2),
                        Race.rounded(ours.mebibytes() / result.mebibytes(), 2)));
        figures.print();
        IntakeHeap.measure(form, folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    static long userModel(Path form) throws Exception {
        long letters = 0;
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(OPCPackage.open(form.toFile(), PackageAccess.READ))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        letters += cell.toString().length();
                    }
                }
            }
        }
        return letters;
    }

    static long fastexcel(Path form) throws IOException {
        long[] letters = new long[1];
        try (InputStream in = Files.newInputStream(form);
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            workbook.getSheets()
                    .forEach(sheet -> {
                        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
                            rows.forEach(row -> row.forEach(cell -> {
                                if (cell != null) {
                                    letters[0] += cell.getRawValue() == null ? 0 : cell.getRawValue().length();
                                }
                            }));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    });
        }
        return letters[0];
    }
}
