package kz.esep.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kz.esep.cli.Artemis;
import kz.esep.job.Home;
import kz.esep.job.Postgres;
import kz.esep.ledger.Sha256;
import kz.esep.publish.Issues;

/// The first run of a quarter, shared by workers, each a process of its own on this machine: what
/// the manager uses of a core, what the workers use, and what follows for machines of their own.
///
/// The manager only conducts. What it uses cannot be shared (S); every worker reads the inputs and
/// reconciles once a run (F); the rest is shared (P). With F + P for one worker and 2F + P for two,
/// all three are known without a look at the clock, and n workers of c cores each end a run after
/// about S + F + P / (n × c) seconds, of which the manager's own two cores may save a little.
///
/// Argument: the size, as that of [WholeJob].
final class ManyMachines {

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Path launcher = Path.of("target/esep").toAbsolutePath();
    private final SyntheticMinistry ministry;
    private final Path folder;
    private final Figures figures =
            new Figures(
                    ManyMachines.class,
                    "workers",
                    "documents",
                    "wall, s",
                    "manager: CPU, s",
                    "workers: CPU since they were ready, s",
                    "fingerprint of the issue");

    private ManyMachines(SyntheticMinistry ministry, Path folder) {
        this.ministry = ministry;
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        String size = arguments.length == 0 || arguments[0].isBlank() ? "40x1" : arguments[0];
        int[] numbers = Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
        Path folder = Path.of("target/bench/many").toAbsolutePath();
        Issues.deleteTree(folder);
        ManyMachines bench =
                new ManyMachines(
                        new SyntheticMinistry(numbers[0], numbers[1], 12, 120),
                        Files.createDirectories(folder));
        try (EmbeddedPostgres server = Postgres.start(folder.resolve("data"), 0);
                Artemis broker = Artemis.start(folder.resolve("broker"))) {
            bench.measure(server, broker, 0);
            bench.measure(server, broker, 1);
            bench.measure(server, broker, 2);
        }
        bench.figures.print();
    }

    private void measure(EmbeddedPostgres server, Artemis broker, int workers) throws Exception {
        Home home = ministry.in(folder.resolve("home-" + workers), new Home(Path.of("")));
        Map<String, String> environment =
                new TreeMap<>(Postgres.environment(Postgres.fresh(server)));
        environment.put("ESEP_RUN_THREADS", "1");
        if (workers > 0) {
            environment.put("ESEP_WORKERS_BROKER", broker.address());
            environment.put("ESEP_WORKERS_QUEUE", "bench-" + workers);
            environment.put("ESEP_WORKERS_OWN_THREADS", "0");
        }
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            Path said = home.root().resolve("worker-" + i + ".txt");
            all.add(start(home, environment, said, "worker"));
            while (!Files.readString(said).contains("\n")) {
                Thread.sleep(LOOK);
            }
        }
        double ready = all.stream().mapToDouble(ManyMachines::cpu).sum();
        Path said = home.root().resolve("manager.txt");
        long began = System.nanoTime();
        Process manager = start(home, environment, said, "report");
        double conducted = 0;
        while (!manager.waitFor(LOOK)) {
            conducted = Math.max(conducted, cpu(manager));
        }
        double wall = (System.nanoTime() - began) / 1e9;
        if (manager.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(said));
        }
        double worked = all.stream().mapToDouble(ManyMachines::cpu).sum() - ready;
        for (Process worker : all) {
            worker.toHandle().destroy();
            worker.waitFor();
        }
        Map<String, String> documents =
                Issues.documents(
                        home.output().resolve(SyntheticMinistry.LAST.toString()).toRealPath());
        figures.row(
                workers,
                documents.size(),
                rounded(wall),
                rounded(conducted),
                rounded(worked),
                Sha256.of(documents.toString()).substring(0, 12));
    }

    private Process start(Home home, Map<String, String> environment, Path said, String command)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                launcher.toString(),
                                command,
                                "--lang",
                                "en",
                                "--home",
                                home.root().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static double cpu(Process process) {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .map(used -> used.toMillis() / 1e3)
                .orElse(0.0);
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", value));
    }
}
