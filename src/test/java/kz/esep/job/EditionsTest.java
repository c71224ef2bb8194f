package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.esep.ledger.Sha256;
import kz.esep.plan.Period;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A late file makes a new issue, and only those documents are made that say something else.
class EditionsTest {

    private static final Period PERIOD = Period.quarter(2024, 4);
    private static final Instant NOW = Instant.parse("2025-01-30T06:00:00Z");

    @TempDir Path folder;
    private Home home = new Home(Path.of(""));
    private final TextRooms rooms = new TextRooms();

    @BeforeEach
    void settle() throws IOException {
        home = new Home(folder.resolve("home"));
        Files.createDirectories(home.plan());
        Files.createDirectories(home.templates());
        Files.copy(Path.of("input/agencies.yaml"), home.agencies());
        try (Stream<Path> files = Files.list(Path.of("input/plan"))) {
            for (Path file : files.toList()) {
                Files.copy(file, home.plan().resolve(file.getFileName()));
            }
        }
        Files.writeString(
                home.incomingRegister(),
                """
                incoming_number,received_at,sender,path,sha256
                1,08.01.2025 10:00,МЗ,mz/form.txt,
                2,20.01.2025 10:00,МЗ,mz/unreadable.txt,
                3,21.01.2025 10:00,МЗ,mz/late.txt,
                """);
        lay("mz/form.txt", "2024-Q4\n2 2024 DONE\n");
    }

    @Test
    void takesOverWhatSaysTheSameAndMakesTheOthers() throws IOException {
        run();
        Map<String, String> first = issue(1);
        rooms.written.clear();

        lay("mz/unreadable.txt", "no form");
        run();

        assertThat(rooms.written).containsExactlyInAnyOrder("kk/index.txt", "ru/index.txt");
        assertThat(issue(2)).containsAllEntriesOf(only("all.txt", first));
        assertThat(only("index.txt", issue(2))).isNotEqualTo(only("index.txt", first));
        assertThat(manifest(2).earlier())
                .containsExactly(
                        manifest(1)
                                .edition()
                                .with(new TreeSet<>(List.of("kk/all.txt", "ru/all.txt"))));
    }

    /// Filling a template twice took a tenth of a run's time.
    @Test
    void asksOnlyThoseThatMayBeOfAnEarlierIssue() throws IOException {
        run();
        assertThat(rooms.asked).isEmpty();

        lay("mz/late.txt", "2024-Q4\n2 2024 IN_PROGRESS\n");
        run();
        assertThat(rooms.asked).containsExactlyInAnyOrder("kk/all.txt", "ru/all.txt");
        rooms.asked.clear();

        // of the second issue are its own documents all, and so is nothing that follows
        lay("mz/unreadable.txt", "no form");
        run();
        assertThat(rooms.asked).isEmpty();
    }

    @Test
    void makesWhatALateFileChanges() throws IOException {
        run();
        rooms.written.clear();

        lay("mz/late.txt", "2024-Q4\n2 2024 IN_PROGRESS\n");
        run();

        assertThat(rooms.written).hasSize(4);
        assertThat(manifest(2).earlier()).isEmpty();
    }

    @Test
    void goesBackToTheIssueThatADocumentIsOf() throws IOException {
        run();
        lay("mz/unreadable.txt", "no form");
        run();
        lay("mz/unreadable-too.txt", "no form either");
        run();

        assertThat(manifest(3).earlier()).isEqualTo(manifest(2).earlier());
        assertThat(only("all.txt", issue(3))).isEqualTo(only("all.txt", issue(1)));
    }

    @Test
    void givesTheSameBytesWhereAllThatIsDerivedIsGone() throws IOException {
        run();
        lay("mz/unreadable.txt", "no form");
        run();
        Map<String, String> second = issue(2);
        Path manifest = Files.copy(folder(2).resolve(Manifest.NAME), folder.resolve("kept.json"));

        Issues.deleteTree(home.output());
        Issues.deleteTree(home.inner());
        rooms.written.clear();
        run();

        assertThat(issue(2)).isEqualTo(second);
        assertThat(rooms.written).hasSize(4);
        Issues.deleteTree(home.output());
        assertThat(run(QuarterlyRun.Order.like(manifest))).isInstanceOf(RunResult.Published.class);
        assertThat(issue(2)).isEqualTo(second);
    }

    @Test
    void takesNothingOverThatWasHarmed() throws IOException {
        run();
        Map<String, String> first = issue(1);
        Files.writeString(folder(1).resolve("kk/all.txt"), "harmed");
        rooms.written.clear();

        lay("mz/unreadable.txt", "no form");
        run();

        assertThat(rooms.written)
                .containsExactlyInAnyOrder("kk/index.txt", "ru/index.txt", "kk/all.txt");
        assertThat(issue(2)).containsAllEntriesOf(only("all.txt", first));
    }

    @Test
    void takesNothingOverFromAnIssueThatKnewMore() throws IOException {
        run();
        rooms.written.clear();

        run(
                new QuarterlyRun.Order(
                        Optional.empty(),
                        Optional.of(PERIOD),
                        Optional.of(Instant.parse("2025-01-07T05:00:00Z"))));

        assertThat(rooms.written).hasSize(4);
        assertThat(manifest(2).earlier()).isEmpty();
    }

    private void run() {
        assertThat(run(QuarterlyRun.Order.NEWEST)).isInstanceOf(RunResult.Published.class);
    }

    private RunResult run(QuarterlyRun.Order order) {
        return new QuarterlyRun(
                        home,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        (_, _) -> rooms,
                        _ -> rooms,
                        (_, _, _) -> {})
                .run(order);
    }

    private void lay(String path, String content) throws IOException {
        Path file = home.inbox().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Path folder(int issue) {
        return home.output().resolve(".issues/" + PERIOD + "-" + issue);
    }

    private Manifest manifest(int issue) throws IOException {
        return Manifest.in(folder(issue)).orElseThrow();
    }

    /// Every document and the manifest, by path.
    private Map<String, String> issue(int issue) throws IOException {
        Map<String, String> all = new TreeMap<>(Issues.documents(folder(issue)));
        all.put(Manifest.NAME, Sha256.of(folder(issue).resolve(Manifest.NAME)));
        return all;
    }

    private static Map<String, String> only(String name, Map<String, String> all) {
        Map<String, String> some = new TreeMap<>(all);
        some.keySet().removeIf(path -> !path.endsWith(name));
        return some;
    }
}
