package kz.esep.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.esep.job.Home;
import kz.esep.publish.Issues;

/// The whole job through the launcher, each run a process of its own, as the number of files grows:
/// the first run of a quarter, the same again, and again when a late file has come.
///
/// Arguments: numbers of files, or sizes as `agencies×quarters`, of `rows` measures and texts of
/// `letters` characters; `launcher=`, `heap=`, `java=` for more options of Java, `rows=`,
/// `letters=`; `at=` for another folder than `target/bench`, and `make=yes` to make the ministries
/// there and nothing more: the next run with the same arguments takes what was made, once. Wall
/// time is true on a quiet machine only; processor time, memory and bytes are what `/proc` says of
/// the process shortly before its end, so this needs Linux.
///
/// Numbers of files grow as a ministry does: 40 bodies in their first quarter; then the regions'
/// own bodies and the districts, a year, four and ten years. What a file costs and what a document
/// costs stand apart, for an agency that has reported for ten years has forty files and the same
/// four documents.
///
/// ```
/// mvn -q -Pbench test-compile exec:exec -Dbench=WholeJob -Dbench.args="40 400 4000 40000"
/// ```
final class WholeJob {

    /// Numbers of files as agencies and quarters.
    private static final Map<String, String> SIZES =
            Map.of(
                    "40", "40x1",
                    "400", "100x4",
                    "4000", "250x16",
                    "10000", "250x40",
                    "40000", "1000x40");

    private static final List<String> USUAL = List.of("40", "400", "4000");

    /// What the program says when a step is done, one line for each.
    private static final int STEPS = 5;

    /// How each collection ends in the log; of the young generation's what is left holds much that
    /// only a full one would take.
    private static final Pattern PAUSE = Pattern.compile("Pause .*?(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private static final Pattern FULL =
            Pattern.compile("Pause Full .*?(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    /// From look to look: a thousandth of what has passed, lest the looking costs a long run a part
    /// of a core.
    private static final Duration SHORTEST = Duration.ofMillis(20);

    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final double TICKS_PER_SECOND = 100;

    /// Lies in a ministry that was made and not yet worked for.
    private static final String MADE = "made.txt";

    private final Path launcher;
    private final Path folder;
    private final String heap;
    private final String java;
    private final Figures figures =
            new Figures(
                    WholeJob.class,
                    "run",
                    "files",
                    "claims rows",
                    "obligations",
                    "documents",
                    "to the end of the first step: wall, s",
                    "to the end of the first step: CPU, s",
                    "wall, s",
                    "CPU, s",
                    "to the end of intake: CPU ms/file",
                    "render: CPU ms/document",
                    "obligations/s of CPU",
                    "peak RSS, MiB",
                    "heap after collection at most, MiB",
                    "after a full one at most, MiB",
                    "written, MiB",
                    "steps in the job repository",
                    "load, intake, reconcile, render, publish: wall, s",
                    "the same: CPU, s");

    private WholeJob(Path launcher, Path folder, String heap, String java) {
        this.launcher = launcher;
        this.folder = folder;
        this.heap = heap;
        this.java = java;
    }

    public static void main(String... arguments) throws Exception {
        Map<String, String> options = new TreeMap<>();
        List<String> sizes = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.contains("=")) {
                String[] pair = argument.split("=", 2);
                options.put(pair[0], pair[1]);
            } else if (!argument.isBlank()) {
                sizes.add(argument);
            }
        }
        WholeJob bench =
                new WholeJob(
                        Path.of(options.getOrDefault("launcher", "target/esep")).toAbsolutePath(),
                        Path.of(options.getOrDefault("at", "target/bench")).toAbsolutePath(),
                        options.getOrDefault("heap", "2g"),
                        options.getOrDefault("java", ""));
        int rows = Integer.parseInt(options.getOrDefault("rows", "12"));
        int letters = Integer.parseInt(options.getOrDefault("letters", "120"));
        for (String size : sizes.isEmpty() ? USUAL : sizes) {
            int[] numbers =
                    Arrays.stream(SIZES.getOrDefault(size, size).split("x"))
                            .mapToInt(Integer::parseInt)
                            .toArray();
            SyntheticMinistry ministry =
                    new SyntheticMinistry(numbers[0], numbers[1], rows, letters);
            if (options.containsKey("make")) {
                bench.made(ministry);
            } else {
                bench.measure(ministry);
            }
        }
        if (!options.containsKey("make")) {
            bench.figures.print();
        }
    }

    private Home made(SyntheticMinistry ministry) throws IOException {
        Path root = folder.resolve("job-" + ministry.agencies() + "x" + ministry.quarters());
        Path made = root.resolve(MADE);
        if (Files.exists(made) && Files.readString(made).equals(ministry.toString())) {
            Home home = new Home(root);
            SyntheticMinistry.equip(home, new Home(Path.of("")));
            return home;
        }
        Files.createDirectories(folder);
        Issues.deleteTree(root);
        Home home = ministry.in(root, new Home(Path.of("")));
        Files.writeString(made, ministry.toString());
        return home;
    }

    private void measure(SyntheticMinistry ministry) throws Exception {
        Home home = made(ministry);
        Files.delete(home.root().resolve(MADE));
        run("first", ministry, home, ministry.files());
        run("the same again", ministry, home, ministry.files());
        ministry.late(home, 1);
        run("a late file", ministry, home, ministry.files() + 1);
    }

    private void run(String name, SyntheticMinistry ministry, Home home, int files)
            throws Exception {
        Path collections = home.root().resolve("gc.log");
        Path said = home.root().resolve("said.txt");
        Files.deleteIfExists(collections);
        ProcessBuilder builder =
                new ProcessBuilder(
                                launcher.toString(),
                                "report",
                                "--lang",
                                "en",
                                "--home",
                                home.root().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        builder.environment()
                .put(
                        "ESEP_JAVA_OPTS",
                        "-Xmx" + heap + " -Xlog:gc:file=" + collections + " " + java);
        long began = System.nanoTime();
        Process process = builder.start();
        Usage usage = Usage.NONE;
        double firstWall = 0;
        List<Double> cpu = new ArrayList<>();
        while (!process.waitFor(untilNextLook(Duration.ofNanos(System.nanoTime() - began)))) {
            usage = usage.and(process.pid());
            if (firstWall == 0 && Files.size(said) > 0) {
                firstWall = (System.nanoTime() - began) / 1e9;
            }
            if (cpu.size() < STEPS) {
                long done = Math.min(STEPS, Files.readString(said).lines().count());
                while (cpu.size() < done) {
                    cpu.add(usage.cpu());
                }
            }
        }
        while (cpu.size() < STEPS) {
            cpu.add(usage.cpu());
        }
        double wall = (System.nanoTime() - began) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "esep ended with " + process.exitValue() + "\n" + Files.readString(said));
        }
        int documents =
                Issues.documents(
                                home.output()
                                        .resolve(SyntheticMinistry.LAST.toString())
                                        .toRealPath())
                        .size();
        Steps steps = Steps.ofLast(home);
        figures.row(
                name,
                files,
                files * ministry.rows(),
                ministry.obligations(),
                documents,
                rounded(firstWall),
                rounded(cpu.get(0)),
                rounded(wall),
                rounded(usage.cpu()),
                rounded(cpu.get(1) * 1000 / files),
                rounded((cpu.get(3) - cpu.get(2)) * 1000 / documents),
                rounded(ministry.obligations() / usage.cpu()),
                usage.rss() >> 10,
                heapAtMost(collections, PAUSE),
                heapAtMost(collections, FULL),
                usage.written() >> 20,
                steps.count(),
                steps.seconds(),
                IntStream.range(1, STEPS)
                        .mapToObj(step -> cpu.get(step) - cpu.get(step - 1))
                        .map(seconds -> String.format(Locale.ROOT, "%.1f", seconds))
                        .collect(Collectors.joining(", ", rounded(cpu.get(0)) + ", ", "")));
        System.out.printf(
                "%s, %d files: %.1f s, CPU %.1f s, %d MiB%n",
                name, files, wall, usage.cpu(), usage.rss() >> 10);
    }

    private static Duration untilNextLook(Duration passed) {
        Duration part = passed.dividedBy(1_000);
        if (part.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return part.compareTo(LONGEST) > 0 ? LONGEST : part;
    }

    /// What a collection left at most.
    private static int heapAtMost(Path log, Pattern kind) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(kind::matcher)
                    .filter(Matcher::find)
                    .mapToInt(pause -> Integer.parseInt(pause.group(2)))
                    .max()
                    .orElse(0);
        }
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", value));
    }

    /// What a process has used up to now.
    ///
    /// @param cpu seconds
    /// @param rss KiB at most
    /// @param written bytes
    private record Usage(double cpu, long rss, long written) {

        static final Usage NONE = new Usage(0, 0, 0);

        /// The same, where the process is gone.
        Usage and(long pid) {
            try {
                Path proc = Path.of("/proc", Long.toString(pid));
                String stat = Files.readString(proc.resolve("stat"), StandardCharsets.ISO_8859_1);
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                double ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                return new Usage(
                        Math.max(cpu, ticks / TICKS_PER_SECOND),
                        Math.max(rss, number(proc.resolve("status"), "VmHWM:")),
                        Math.max(written, number(proc.resolve("io"), "write_bytes:")));
            } catch (IOException | IllegalStateException e) {
                return this;
            }
        }

        private static long number(Path file, String name) throws IOException {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + name));
        }
    }

    /// The last execution of the job, by its own tables.
    private record Steps(int count, String seconds) {

        static Steps ofLast(Home home) throws SQLException {
            String url = "jdbc:h2:file:" + home.inner().resolve("esep") + ";IFEXISTS=TRUE";
            try (Connection db = DriverManager.getConnection(url, "sa", "");
                    Statement statement = db.createStatement();
                    ResultSet rows =
                            statement.executeQuery(
                                    """
                                    select step_name, start_time, end_time
                                    from batch_step_execution
                                    where job_execution_id =
                                        (select max(job_execution_id) from batch_job_execution)
                                    order by step_execution_id
                                    """)) {
                int count = 0;
                List<String> seconds = new ArrayList<>();
                while (rows.next()) {
                    count++;
                    if (!rows.getString(1).contains(":")) {
                        Duration passed =
                                Duration.between(
                                        rows.getTimestamp(2).toInstant(),
                                        rows.getTimestamp(3).toInstant());
                        seconds.add(String.format(Locale.ROOT, "%.1f", passed.toMillis() / 1e3));
                    }
                }
                return new Steps(count, String.join(", ", seconds));
            }
        }
    }
}
