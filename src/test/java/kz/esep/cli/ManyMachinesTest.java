package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kz.esep.cli.Clone.Answer;
import kz.esep.cli.Program.Life;
import kz.esep.job.Home;
import kz.esep.job.Postgres;
import kz.esep.job.Version;
import kz.esep.settings.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A broker, a manager and workers, each in a JVM of its own, on loopback: whatever dies, the issue
/// is byte for byte that of one machine alone.
class ManyMachinesTest {

    @TempDir static Path folder;
    private static Clone sample = new Clone(new Home(Path.of("")));
    private static Program program = new Program(Path.of(""), List.of());

    /// Everything, of a run on one machine.
    private static SortedMap<String, String> expected = new TreeMap<>();

    private static @Nullable Artemis broker;
    private static int homes;

    private Home home = new Home(Path.of(""));
    private final Map<String, String> environment = new TreeMap<>();
    private final List<Life> lives = new ArrayList<>();

    @BeforeAll
    static void runOnOneMachine() throws Exception {
        sample = Libraries.alone(folder.resolve("sample"));
        program = Program.in(folder.resolve("program"));
        Clone alone = sample.copy(folder.resolve("alone"));
        assertThat(alone.run("report").exit()).isZero();
        expected = Clone.hashes(alone.home().output());
        broker = Artemis.start(folder.resolve("broker"));
    }

    @AfterAll
    static void stopTheBroker() {
        broker().close();
    }

    private static Artemis broker() {
        return Objects.requireNonNull(broker);
    }

    @BeforeEach
    void settle() throws Exception {
        homes++;
        home = sample.copy(folder.resolve("home-" + homes)).home();
        DatabaseSettings database = Postgres.fresh();
        environment.putAll(Postgres.environment(database));
        environment.put("ESEP_WORKERS_BROKER", broker().address());
        environment.put("ESEP_WORKERS_QUEUE", "queue-" + homes);
        environment.put("ESEP_WORKERS_OWN_THREADS", "0");
        environment.put("ESEP_RUN_THREADS", "1");
    }

    @AfterEach
    void end() {
        lives.forEach(Life::kill);
    }

    @Test
    void losesNothingWhenAWorkerIsKilledInMidPart() throws Exception {
        Life killed = worker(program, line -> line.matches("render-part:.* is begun"));
        Life other = worker(program);

        Life manager = manager(program);

        assertThat(manager.end()).as(manager::said).isZero();
        assertThat(killed.end()).isEqualTo(137);
        String part = killed.lines().getLast();
        assertThat(part).matches("render-part:.* is begun");
        assertThat(other.lines()).contains(part);
        assertThat(Clone.hashes(home.output())).isEqualTo(expected);
        other.stop();
        assertThat(other.end()).isEqualTo(143);
        assertThat(other.lines())
                .contains(
                        "The worker has stopped. The parts that it had begun are done, others take"
                                + " the rest.");
    }

    @Test
    void goesOnWhenTheManagerIsKilledAndWhenTheBrokerForgets() throws Exception {
        Life worker = worker(program);
        AtomicReference<Runnable> weapon = new AtomicReference<>(() -> {});
        Life killed =
                manager(
                        program,
                        line -> {
                            if (line.startsWith("render 3 of ")) {
                                weapon.get().run();
                            }
                        });
        weapon.set(killed::kill);
        assertThat(killed.end()).isEqualTo(137);
        AtomicBoolean forgotten = new AtomicBoolean();

        Life manager =
                manager(
                        program,
                        line -> {
                            if (line.matches("render [1-9][0-9]* of .*")
                                    && forgotten.compareAndSet(false, true)) {
                                startTheBrokerAnew();
                            }
                        });

        assertThat(manager.end()).as(manager::said).isZero();
        assertThat(forgotten).isTrue();
        assertThat(Clone.hashes(home.output())).isEqualTo(expected);
        assertThat(worker.lines())
                .anyMatch(line -> line.contains("the connection is back, the worker goes on"));
    }

    private static void startTheBrokerAnew() {
        try {
            broker().startAnew();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void givesAPartUpThatEndsThreeWorkers() throws Exception {
        Life manager = manager(program);
        for (int i = 0; i < 3; i++) {
            Life killed = worker(program, "intake-part:line-000005 is begun"::equals);
            assertThat(killed.end()).as(killed::said).isEqualTo(137);
        }

        worker(program);

        assertThat(manager.end()).isEqualTo(ExitCode.FAULT.number());
        assertThat(manager.lines())
                .contains(
                        "The run stopped in the step “intake-part:line-000005”:"
                                + " java.lang.IllegalStateException: given up: it ended 3 workers."
                                + " Nothing is lost: mend the cause and run the same command again,"
                                + " it goes on from there.");
    }

    @Test
    void managerAndWorkersOfOtherProgramsRefuseEachOther() throws Exception {
        Program other = program.of("c0de".repeat(16), folder.resolve("other"));
        environment.put("ESEP_WORKERS_OWN_THREADS", "1");
        Life stranger = worker(other);

        Life manager = manager(program);

        assertThat(stranger.end()).isEqualTo(ExitCode.DIFFERS.number());
        assertThat(manager.end()).as(manager::said).isZero();
        assertThat(Clone.hashes(home.output())).isEqualTo(expected);
        String own = "0.1.0 (" + Version.code().substring(0, 12) + "), Java " + java();
        String others = "0.1.0 (c0dec0dec0de), Java " + java();
        assertThat(manager.lines())
                .contains(
                        "A worker (process %d on %s) is %s, and this is %s: it is given no work. Install the same version with the same Java there and start it again."
                                .formatted(stranger.pid(), machine(manager), others, own),
                        "No worker is there: this machine works alone, and the first that comes"
                                + " shares the work.");
        assertThat(stranger.lines())
                .last()
                .isEqualTo(
                        "This worker was refused: it is %s, and the manager (process %d on %s) is %s. Install the same version with the same Java on both machines and start the worker again."
                                .formatted(others, manager.pid(), machine(manager), own));
        assertThat(stranger.lines()).noneMatch(line -> line.endsWith("is begun"));
    }

    private static String java() {
        return System.getProperty("java.version");
    }

    /// As the other process's machine is called there.
    private static String machine(Life life) {
        return life.lines().stream()
                .filter(line -> line.startsWith("A worker (process "))
                .map(line -> line.replaceFirst("^.* on (\\S+)\\) is .*$", "$1"))
                .findFirst()
                .orElse("?");
    }

    @Test
    void aWorkerThatSeesOtherInputsIsRefused() throws Exception {
        Home own = home;
        home = sample.copy(folder.resolve("elsewhere")).home();
        Files.writeString(
                home.messages().resolve("cli_kk.properties"),
                "# another word\n",
                StandardOpenOption.APPEND);
        Life stranger = worker(program);
        home = own;
        Life manager = manager(program);
        assertThat(stranger.end()).as(stranger::said).isEqualTo(ExitCode.DIFFERS.number());

        worker(program);

        assertThat(manager.end()).as(manager::said).isZero();
        assertThat(Clone.hashes(home.output())).isEqualTo(expected);
        assertThat(stranger.lines())
                .last()
                .asString()
                .startsWith("This worker was refused: what it sees in ")
                .endsWith(
                        "is not what the manager's run is made from. See whether both machines use"
                                + " the same shared folder, the same templates, the same settings"
                                + " and the same sealing keys, and start the worker again.");
    }

    @Test
    void saysPlainlyWhatIsMissing() throws Exception {
        Clone clone = new Clone(home);
        Answer alone = clone.run("worker", "--lang", "en");
        environment.put("ESEP_WORKERS_BROKER", "amqp://127.0.0.1:1");
        Answer worker = clone.run(environment, "worker", "--lang", "en");
        Answer manager = clone.run(environment, "report", "--lang", "en");

        assertThat(alone.exit()).isEqualTo(ExitCode.CONFIG.number());
        assertThat(alone.err())
                .isEqualTo(
                        "No broker is set up, so no work can be shared. Set workers.broker and"
                                + " database.url as on the machine that conducts, see: esep config\n");
        for (Answer answer : List.of(worker, manager)) {
            assertThat(answer.exit()).isEqualTo(ExitCode.BROKER.number());
            assertThat(answer.err())
                    .contains("The message broker amqp://127.0.0.1:1 cannot be reached: ")
                    .endsWith(
                            "Nothing is lost: see whether it runs and whether workers.broker names"
                                    + " it rightly, and run the same command again.\n");
        }
    }

    private Life manager(Program program) throws Exception {
        return manager(program, _ -> {});
    }

    private Life manager(Program program, Consumer<String> heard) throws Exception {
        Life life = program.start(home, environment, heard, "report");
        lives.add(life);
        return life;
    }

    /// One that is ready.
    private Life worker(Program program) throws Exception {
        return worker(program, _ -> false);
    }

    /// @param deadly what it says when it is killed
    private Life worker(Program program, Predicate<String> deadly) throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        CompletableFuture<Life> self = new CompletableFuture<>();
        Life life =
                program.start(
                        home,
                        environment,
                        line -> {
                            boolean dies = deadly.test(line);
                            if (dies) {
                                self.join().kill();
                            }
                            if (dies || line.startsWith("The worker is ready")) {
                                ready.countDown();
                            }
                        },
                        "worker");
        self.complete(life);
        lives.add(life);
        assertThat(ready.await(5, TimeUnit.MINUTES)).as(life::said).isTrue();
        return life;
    }
}
