package kz.esep.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Everything that is measured, one after the other, each in a JVM of its own with the heap that it
/// needs; but for [Start], which needs the image, and for 40,000 files, which take an hour. The tables
/// are gathered in `target/bench/figures.md`, the lines of JSON in `target/bench/figures.jsonl`.
/// Arguments: those that shall run; else all of them. [WholeJob] and [ManyMachines] need the packaged
/// program.
///
/// ```
/// mvn -q -Pquick package -DskipTests && mvn -q -Pquick,bench test-compile exec:exec -Dbench=All
/// ```
final class All {

    private static final List<Bench> BENCHES =
            List.of(
                    new Bench("Parts", "-Xmx512m", List.of("-wi", "3", "-i", "5", "-w", "2", "-r", "2")),
                    new Bench("Workbooks", "-Xmx512m", List.of()),
                    new Bench("Pdf", "-Xmx128m", List.of()),
                    new Bench("PdfBatch", "-Xmx64m", List.of()),
                    new Bench("Xlsx", "-Xmx256m", List.of()),
                    new Bench("IntakePeers", "-Xmx512m", List.of()),
                    new Bench("XlsxPeers", "-Xmx2g", List.of()),
                    new Bench("PdfPeers", "-Xmx512m", List.of("61")),
                    new Bench("HeldClaims", "-Xmx512m", List.of("100x4", "250x16")),
                    new Bench("WholeJob", "-Xmx512m", List.of("40", "400", "4000")),
                    new Bench("ManyMachines", "-Xmx512m", List.of("40x1")));

    private record Bench(String name, String heap, List<String> arguments) {}

    private All() {}

    public static void main(String... names) throws Exception {
        List<String> chosen = List.of(names);
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        List<String> failed = new ArrayList<>();
        try (BufferedWriter tables = Files.newBufferedWriter(folder.resolve("figures.md"));
                BufferedWriter json = Files.newBufferedWriter(folder.resolve("figures.jsonl"))) {
            for (Bench bench : BENCHES) {
                boolean runs = chosen.isEmpty() || chosen.contains(bench.name());
                if (runs && run(bench, tables, json) != 0) {
                    failed.add(bench.name());
                }
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("not measured: " + String.join(", ", failed));
        }
    }

    private static int run(Bench bench, BufferedWriter tables, BufferedWriter json)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-Xm"))
                .forEach(command::add);
        command.add(bench.heap());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(All.class.getPackageName() + "." + bench.name());
        command.addAll(bench.arguments());
        Process process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        // what stands before a table is how far its bench has got
        List<String> table = new ArrayList<>();
        try (BufferedReader said = process.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                System.out.println(line);
                if (line.startsWith("{")) {
                    json.write(line);
                    json.newLine();
                    json.flush();
                } else if (line.startsWith("|") || line.startsWith("`mvn")) {
                    table.add(line);
                }
            }
        }
        for (String line : table) {
            tables.write(line.startsWith("`") ? "\n" + line + "\n\n" : line + "\n");
        }
        tables.flush();
        return process.waitFor();
    }
}
