package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.esep.cli.Program.Life;
import kz.esep.job.Home;
import kz.esep.job.Postgres;
import kz.esep.ledger.Sha256;
import kz.esep.publish.Issues;
import kz.esep.settings.DatabaseSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The program is killed as by `kill -9` at seeded random instants of every step, and the same
/// command is given again: then everything is as if it had never been killed, byte for byte.
///
/// As it stands, on an invented plan of 17 documents: once six kills follow one another before a
/// run is left in peace, one in each stage; then each kill has a run of its own. `mvn -Pcrash test`
/// kills the runs on the demonstration's submissions and their 175 documents, once each, as often
/// on each database as `-Desep.crash.kills=100` says; `-Desep.crash.seed=…` repeats the instants.
class CrashTest {

    private static final long SEED = Long.getLong("esep.crash.seed", 20241231);
    private static final int KILLS = Integer.getInteger("esep.crash.kills", 24);

    /// The demonstration's submissions, and one kill a run.
    private static final boolean FULL = Boolean.getBoolean("esep.crash.full");

    /// Of each stage's share of the kills so many must have hit it: a busy machine is now slower,
    /// now faster than when the instants were chosen.
    private static final double HIT = 0.5;

    private static final Pattern PART = Pattern.compile("([a-z]+) (\\d+) of (\\d+)");

    @TempDir static Path folder;
    private static Clone sample = new Clone(new Home(Path.of("")));
    private static Program program = new Program(Path.of(""), List.of());
    private static List<Mark> marks = new ArrayList<>();

    /// Everything, of a run that was left in peace.
    private static SortedMap<String, String> expected = new TreeMap<>();

    /// What goes on when the kill comes; the first has no step of Batch yet.
    private enum Stage {
        STOCK_TAKING,
        LOAD,
        INTAKE,
        RECONCILE,
        RENDER,
        PUBLISH;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Kept {
        H2 {
            @Override
            DatabaseSettings database(Home home) {
                return new DatabaseSettings(
                        Optional.of("jdbc:h2:file:" + home.inner().resolve("esep")), "sa", "");
            }

            @Override
            Map<String, String> environment(DatabaseSettings database) {
                return Map.of();
            }
        },
        POSTGRESQL {
            @Override
            DatabaseSettings database(Home home) throws IOException {
                return Postgres.fresh();
            }

            @Override
            Map<String, String> environment(DatabaseSettings database) {
                return Postgres.environment(database);
            }
        };

        abstract DatabaseSettings database(Home home) throws IOException;

        abstract Map<String, String> environment(DatabaseSettings database);
    }

    /// A part of a stage that was begun or done, and how long after the program's start.
    private record Mark(Stage stage, int done, int total, Duration at) {}

    /// When to kill.
    private record Moment(Stage stage, int done, Duration delay) {

        boolean isReached(Mark mark) {
            return mark.stage() == stage && mark.done() == done;
        }
    }

    @BeforeAll
    static void leaveOneInPeace() throws Exception {
        sample =
                FULL
                        ? Clone.whole(folder.resolve("sample"))
                        : Libraries.smallest(folder.resolve("sample"));
        program =
                Program.in(folder.resolve("program"))
                        .trained(sample.copy(folder.resolve("training")).home());
        Home home = sample.copy(folder.resolve("undisturbed")).home();
        long began = System.nanoTime();
        Life life =
                program.start(
                        home, Map.of(), line -> mark(line, began).ifPresent(marks::add), "report");
        assertThat(life.end()).as(life::said).isZero();
        assertThat(marks).as(life::said).isNotEmpty();
        expected = everything(home, Kept.H2.database(home));
    }

    /// The file's run in peace is the measure for PostgreSQL, too: it has the same results.
    @ParameterizedTest
    @EnumSource
    @SuppressWarnings("EnumOrdinal") // each database its own chances, the same each time
    void goesOnAsIfNeverKilled(Kept kept) throws Exception {
        Random chance = new Random(SEED + kept.name().hashCode());
        Map<Stage, Integer> hits = new EnumMap<>(Stage.class);
        Differences differences = new Differences();
        int kills = 0;
        int tooLate = 0;
        for (int run = 0; (kills < KILLS || !isHitOften(hits)) && run < 2 * KILLS; run++) {
            Home home = sample.copy(folder.resolve(kept + "-" + run)).home();
            DatabaseSettings database = kept.database(home);
            Map<String, String> environment = kept.environment(database);
            for (Stage stage : stages(run)) {
                Optional<Stage> hit = kill(home, environment, moment(stage, chance));
                hit.ifPresent(it -> hits.merge(it, 1, Integer::sum));
                kills += hit.isPresent() ? 1 : 0;
                tooLate += hit.isPresent() ? 0 : 1;
            }
            Life again = program.start(home, environment, _ -> {}, "report");
            assertThat(again.end()).as(again::said).isZero();
            differences.compare(expected, everything(home, database));
            Issues.deleteTree(home.root());
        }

        String figures =
                "%s, seed %d: %d kills %s, %d came too late; %s%n"
                        .formatted(kept, SEED, kills, hits, tooLate, differences.figures());
        Files.writeString(
                Path.of("target/crash.txt"),
                figures,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        assertThat(differences.all).as(figures).isEmpty();
        assertThat(kills).as(figures).isGreaterThanOrEqualTo(KILLS);
        assertThat(isHitOften(hits)).as(figures).isTrue();
    }

    private static boolean isHitOften(Map<Stage, Integer> hits) {
        int share = (int) Math.ceil(HIT * KILLS / Stage.values().length);
        return Stream.of(Stage.values()).allMatch(stage -> hits.getOrDefault(stage, 0) >= share);
    }

    /// What one run is killed in, in this order.
    private static List<Stage> stages(int run) {
        List<Stage> all = List.of(Stage.values());
        return FULL || run > 0 ? List.of(all.get(run % all.size())) : all;
    }

    /// A moment between two parts of a stage, or between its last one and the next stage: much is
    /// written then, too.
    private static Moment moment(Stage stage, Random chance) {
        List<Mark> all = new ArrayList<>();
        all.add(new Mark(Stage.STOCK_TAKING, 0, 1, Duration.ZERO));
        all.addAll(marks);
        List<Integer> its =
                IntStream.range(0, all.size() - 1)
                        .filter(mark -> all.get(mark).stage() == stage)
                        .boxed()
                        .toList();
        int mark = its.get(chance.nextInt(its.size()));
        Duration gap = all.get(mark + 1).at().minus(all.get(mark).at());
        return new Moment(
                stage,
                all.get(mark).done(),
                Duration.ofNanos((long) (chance.nextDouble() * gap.toNanos())));
    }

    /// @return the stage that was going on; empty if the program had ended before
    private static Optional<Stage> kill(Home home, Map<String, String> environment, Moment moment)
            throws Exception {
        AtomicReference<Runnable> weapon = new AtomicReference<>(() -> {});
        AtomicReference<Stage> now = new AtomicReference<>(Stage.STOCK_TAKING);
        long began = System.nanoTime();
        Life life =
                program.start(
                        home,
                        environment,
                        line ->
                                mark(line, began)
                                        .ifPresent(mark -> {
                                            now.set(mark.stage());
                                            if (moment.isReached(mark)) {
                                                LockSupport.parkNanos(moment.delay().toNanos());
                                                weapon.get().run();
                                            }
                                        }),
                        "report");
        weapon.set(life::kill);
        if (moment.stage() == Stage.STOCK_TAKING) {
            LockSupport.parkNanos(moment.delay().toNanos());
            life.kill();
        }
        int end = life.end();
        assertThat(end).as(life::said).isIn(0, 137);
        return end == 137 ? Optional.of(now.get()) : Optional.empty();
    }

    private static Optional<Mark> mark(String line, long began) {
        Matcher part = PART.matcher(line);
        if (!part.matches()) {
            return Optional.empty();
        }
        return Stream.of(Stage.values())
                .filter(stage -> stage.key().equals(part.group(1)))
                .findFirst()
                .map(stage ->
                        new Mark(
                                stage,
                                Integer.parseInt(part.group(2)),
                                Integer.parseInt(part.group(3)),
                                Duration.ofNanos(System.nanoTime() - began)));
    }

    /// What was published, answered, archived, recorded, and what the database holds.
    private static SortedMap<String, String> everything(Home home, DatabaseSettings database)
            throws IOException, SQLException {
        SortedMap<String, String> everything = new TreeMap<>();
        for (Path place : List.of(home.output(), home.archive())) {
            try (Stream<Path> found = Files.walk(place)) {
                for (Path path : found.toList()) {
                    String name = home.root().relativize(path).toString();
                    if (Files.isSymbolicLink(path)) {
                        everything.put(name, "-> " + Files.readSymbolicLink(path));
                    } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                        everything.put(name, Sha256.of(path));
                    }
                }
            }
        }
        try (Connection db =
                        DriverManager.getConnection(
                                database.url().orElseThrow(),
                                database.user(),
                                database.password());
                Statement statement = db.createStatement()) {
            for (String table : List.of("file_outcome", "submission", "claim", "finding")) {
                try (ResultSet row = statement.executeQuery("select * from " + table)) {
                    while (row.next()) {
                        StringBuilder text = new StringBuilder();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            text.append(row.getString(i)).append('|');
                        }
                        everything.merge(table + ": " + text, "once", (_, _) -> "again");
                    }
                }
            }
        }
        return everything;
    }

    /// What is not as it was without a kill.
    private static final class Differences {

        private final List<String> all = new ArrayList<>();
        private int lost;
        private int doubled;
        private int different;
        private long same;

        void compare(SortedMap<String, String> expected, SortedMap<String, String> found) {
            for (Map.Entry<String, String> entry : expected.entrySet()) {
                String there = found.get(entry.getKey());
                if (there == null) {
                    lost++;
                    all.add("lost: " + entry.getKey());
                } else if (!there.equals(entry.getValue())) {
                    different++;
                    all.add("different: " + entry.getKey());
                } else {
                    same++;
                }
            }
            for (String name : found.keySet()) {
                if (!expected.containsKey(name)) {
                    doubled++;
                    all.add("doubled: " + name);
                }
            }
        }

        String figures() {
            return "%d files and rows compared, %d lost, %d doubled, %d different"
                    .formatted(same + lost + different, lost, doubled, different);
        }
    }
}
