package kz.esep.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.esep.publish.Issues;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// The folder `.esep/runs`: a report of each run, `20250128T101500.123Z-4711.json`.
public final class RunReports {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final Path folder;

    RunReports(Path folder) {
        this.folder = folder;
    }

    public static RunReports in(Home home) {
        return new RunReports(home.runs());
    }

    void write(RunReport report) throws IOException {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        String text = JSON.writer().with(printer).writeValueAsString(report) + "\n";
        Issues.put(file(report), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Path file(RunReport report) {
        return folder.resolve(
                report.started().replaceAll("[:-]", "") + "-" + report.process() + ".json");
    }

    /// The newest first.
    public List<RunReport> all() throws IOException {
        List<RunReport> reports = new ArrayList<>();
        for (Path file : files()) {
            try {
                reports.add(JSON.readValue(Files.readAllBytes(file), RunReport.class));
            } catch (JacksonException e) {
                // of another version of the program: it says nothing to us
            }
        }
        return reports;
    }

    /// The newest run that published, or found published, what it was asked for.
    Optional<RunReport> lastSuccess() throws IOException {
        return all().stream().filter(RunReport::succeeded).findFirst();
    }

    /// Says of runs that never ended that they died.
    void settleDead() throws IOException {
        for (RunReport report : all()) {
            if (report.outcome().equals(RunReport.RUNNING)
                    && ProcessHandle.of(report.process()).isEmpty()) {
                write(report.died());
            }
        }
    }

    /// @param kept how many, the newest ones
    void prune(int kept) throws IOException {
        for (Path file : files().stream().skip(kept).toList()) {
            Files.deleteIfExists(file);
        }
    }

    /// The newest first.
    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(
                            java.util.Comparator.comparing(
                                            (Path file) -> file.getFileName().toString())
                                    .reversed())
                    .toList();
        }
    }
}
