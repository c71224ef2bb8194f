package kz.esep.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.esep.Folders;
import kz.esep.job.Home;
import kz.esep.publish.Issues;

/// From the command to the first step of the job, each start a process of its own, several
/// launchers by turns: with the time that passed, and what the process used of the processor.
///
/// Arguments: `rounds=11`, and launchers as `name=path`; a path may have options for Java behind a
/// comma. The demonstration's submissions, in a home as a former run has left it, which ended well:
/// what the starts leave behind that are ended here is cleared away, else each would have one dead
/// run more to settle. `fresh=true` begins without a database. Linux only.
///
/// ```
/// mvn -q -Pimage package && mvn -q -Pbench test-compile exec:exec -Dbench=Start \
///     -Dbench.args="image=target/image/esep-0.1.0/esep"
/// ```
final class Start {

    private static final double TICKS_PER_SECOND = 100;

    private final Home home;
    private final boolean fresh;

    /// What the last whole run left in `.esep`.
    private final Path left;

    private Start(Home home, boolean fresh) {
        this.home = home;
        this.fresh = fresh;
        this.left = home.root().resolveSibling("start-left");
    }

    /// @param wall and `cpu` in seconds
    private record Cost(double wall, double cpu) {}

    public static void main(String... arguments) throws Exception {
        Map<String, String> launchers = new LinkedHashMap<>();
        int rounds = 11;
        boolean fresh = false;
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            switch (pair[0]) {
                case "rounds" -> rounds = Integer.parseInt(pair[1]);
                case "fresh" -> fresh = Boolean.parseBoolean(pair[1]);
                default -> launchers.put(pair[0], pair[1]);
            }
        }
        if (launchers.isEmpty()) {
            launchers.put("launcher", "target/esep");
        }
        Start bench = new Start(demonstration(), fresh);
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (String launcher : launchers.values()) {
            // which also makes the database, and warms what the machine keeps of files
            bench.run(launcher, false);
        }
        Issues.deleteTree(bench.left);
        Folders.copy(bench.home.inner(), bench.left);
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, String> launcher : launchers.entrySet()) {
                costs.computeIfAbsent(launcher.getKey(), _ -> new ArrayList<>())
                        .add(bench.run(launcher.getValue(), true));
            }
        }
        Figures figures =
                new Figures(Start.class, "launcher", "starts", "wall, s", "CPU, s", "least CPU, s");
        costs.forEach((name, all) ->
                figures.row(
                        name,
                        all.size(),
                        median(all.stream().mapToDouble(Cost::wall).toArray()),
                        median(all.stream().mapToDouble(Cost::cpu).toArray()),
                        all.stream().mapToDouble(Cost::cpu).min().orElseThrow()));
        figures.print();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return Math.round(values[values.length / 2] * 100) / 100d;
    }

    private static Home demonstration() throws IOException {
        Path root = Path.of("target/bench/start").toAbsolutePath();
        Issues.deleteTree(root);
        for (String part : List.of("input", "templates")) {
            Folders.copy(Path.of(part), root.resolve(part));
        }
        Issues.deleteTree(root.resolve("input/archive"));
        return new Home(root);
    }

    /// @param toTheFirstStep ends it there
    private Cost run(String launcher, boolean toTheFirstStep)
            throws IOException, InterruptedException {
        Issues.deleteTree(home.output());
        if (fresh || toTheFirstStep) {
            Issues.deleteTree(home.inner());
        }
        if (!fresh && toTheFirstStep) {
            Folders.copy(left, home.inner());
        }
        String[] parts = launcher.split(",", 2);
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(parts[0]).toAbsolutePath().toString(),
                                "report",
                                "--lang",
                                "en",
                                "--home",
                                home.root().toString())
                        .redirectErrorStream(true);
        builder.environment().put("ESEP_LOG_LEVEL", "debug");
        if (parts.length > 1) {
            builder.environment().put("ESEP_JAVA_OPTS", parts[1]);
        }
        StringBuilder said = new StringBuilder();
        long began = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (toTheFirstStep && line.contains(" load 0 of 1")) {
                    double wall = (System.nanoTime() - began) / 1e9;
                    double cpu = cpu(process.pid());
                    process.destroyForcibly().waitFor();
                    return new Cost(wall, cpu);
                }
            }
        }
        if (toTheFirstStep || process.waitFor() != 0) {
            throw new IllegalStateException("It did not come so far:\n" + said);
        }
        return new Cost(0, 0);
    }

    private static double cpu(long pid) throws IOException {
        Path file = Path.of("/proc", Long.toString(pid), "stat");
        String stat = Files.readString(file, StandardCharsets.ISO_8859_1);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }
}
