package kz.esep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// A table of what was measured, with everything needed to measure it again.
final class Figures {

    private static final List<String> OURS =
            List.of(
                    "-Djava.awt.headless",
                    "-Dfile.encoding",
                    "--enable-native",
                    "-Djavax.xml.transform");

    private final String bench;
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    /// @param bench the class that measures
    /// @param columns with their units: `CPU, ms`
    Figures(Class<?> bench, String... columns) {
        this.bench = bench.getSimpleName();
        this.columns = List.of(columns);
    }

    /// @param cells one for each column: text or numbers
    void row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row has " + columns.size() + " cells, not " + cells.length);
        }
        rows.add(List.of(cells));
    }

    /// Prints the table, then the line of JSON.
    void print() {
        System.out.println();
        System.out.println("`" + command() + "`, commit " + commit() + ", " + machine() + ":");
        System.out.println();
        line(columns);
        line(columns.stream().map(_ -> "---").toList());
        rows.forEach(Figures::line);
        System.out.println();
        System.out.println(json());
    }

    private static void line(List<?> cells) {
        System.out.println(
                cells.stream().map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("bench", bench);
        all.put("command", command());
        all.put("commit", commit());
        all.put("machine", machine());
        all.put("rows", rows.stream().map(this::named).toList());
        return JsonMapper.shared().writeValueAsString(all);
    }

    private Map<String, Object> named(List<Object> row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        IntStream.range(0, row.size()).forEach(i -> cells.put(columns.get(i), row.get(i)));
        return cells;
    }

    private String command() {
        List<String> options =
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(option -> OURS.stream().noneMatch(option::startsWith))
                        .toList();
        // the class and its arguments
        String[] started = System.getProperty("sun.java.command", "").split(" ", 2);
        return "mvn -q -Pquick,bench test-compile exec:exec -Dbench=%s -Dbench.jvm=\"%s\"%s"
                .formatted(
                        bench,
                        String.join(" ", options),
                        started.length < 2 || started[1].isBlank()
                                ? ""
                                : " -Dbench.args=\"" + started[1] + "\"");
    }

    private static String machine() {
        Runtime here = Runtime.getRuntime();
        return "%d cores of %s, %s, Java %s, heap %d MiB"
                .formatted(
                        here.availableProcessors(),
                        processor(),
                        System.getProperty("os.name"),
                        Runtime.version().toString(),
                        here.maxMemory() >> 20);
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceAll(".*:\\s*", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    /// With a `+` where the sources have changed since.
    private static String commit() {
        return git("rev-parse", "--short", "HEAD")
                + (git("status", "--porcelain", "-uno").isEmpty() ? "" : "+");
    }

    private static String git(String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
