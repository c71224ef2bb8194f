package kz.esep.intake.xlsx;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Seals;

/// Reads every file of a folder as the agency `mz` and prints a line about each: a program of its
/// own, so that it can be given little memory.
public final class CorpusReading {

    private CorpusReading() {}

    /// @param folder the folder
    public static void main(String... folder) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(folder[0]))) {
            files = all.sorted().toList();
        }
        WorkbookIntake intake =
                new WorkbookIntake(Clerk.context(Seals.demonstration()), Limits.FORM);
        for (Path file : files) {
            FileOutcome outcome = intake.read(file, Clerk.received("mz", Files.size(file)));
            out.println(line(file.getFileName().toString(), outcome));
        }
    }

    /// `row-hidden.xlsx | ACCEPTED | ROW_HIDDEN Form!A10 | 1 accepted, 0 refused`.
    public static String line(String name, FileOutcome outcome) {
        String findings =
                outcome.findings().stream()
                        .map(CorpusReading::finding)
                        .collect(Collectors.joining("; "));
        return "%s | %s | %s | %d accepted, %d refused%s"
                .formatted(
                        name,
                        outcome.verdict(),
                        findings,
                        outcome.rows().accepted(),
                        outcome.rows().refused(),
                        outcome.rows().close() ? "" : ", rows do not close");
    }

    private static String finding(Finding finding) {
        String sheet = finding.place().sheet();
        return sheet.isEmpty()
                ? finding.code().name()
                : finding.code() + " " + sheet + "!" + finding.place().cell();
    }
}
