package kz.esep.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.esep.intake.RowCounts;
import kz.esep.ledger.Sha256;
import kz.esep.plan.Period;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Readers see the issue before or the new one.
class IssuesTest {

    private static final Period Q4 = Period.quarter(2024, 4);

    @TempDir Path output;

    @Test
    void aReaderNeverSeesAMissingOrMixedIssueWhileItChanges200Times() throws Exception {
        Issues issues = new Issues(output, "");
        for (int number = 1; number <= 4; number++) {
            issue(issues, number);
        }
        AtomicBoolean ended = new AtomicBoolean();
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<List<Integer>> read =
                    reader.submit(() -> {
                        List<Integer> seen = new ArrayList<>();
                        do {
                            // as who opens a folder does: the link is followed once
                            seen.add(numberOfWhatIsWhole(issues.published(Q4)));
                        } while (!ended.get());
                        return seen;
                    });
            for (int change = 0; change < 200; change++) {
                issues.show(Q4, 1 + change % 4);
            }
            ended.set(true);
            assertThat(read.get()).contains(1, 2, 3, 4).doesNotContain(0);
        }
        for (int number = 1; number <= 4; number++) {
            assertThat(issues.intact(Q4, number)).contains(manifest(number));
        }
    }

    @Test
    void showsACopyWhereThereAreNoLinks() throws IOException {
        Issues issues = new Issues(output, "", new Unlinked());
        issue(issues, 1);
        issue(issues, 2);

        assertThat(Files.isSymbolicLink(issues.published(Q4))).isFalse();
        assertThat(numberOfWhatIsWhole(issues.published(Q4))).isEqualTo(2);
        assertThat(issues.intact(Q4, 1)).contains(manifest(1));
        assertThat(output.resolve(".switch/2024-Q4")).doesNotExist();
    }

    @Test
    void leavesACopyThatSaysTheSameAsItIs() throws IOException {
        issue(new Issues(output, "", new Unlinked()), 1);

        new Issues(output, "", new MovesNothing()).show(Q4, 1);

        assertThat(numberOfWhatIsWhole(new Issues(output, "").published(Q4))).isEqualTo(1);
    }

    @Test
    void exchangesACopyForALinkWhereLinksHaveBecomePossible() throws IOException {
        issue(new Issues(output, "", new Unlinked()), 1);
        Issues issues = new Issues(output, "");

        issue(issues, 2);

        assertThat(Files.readSymbolicLink(issues.published(Q4)))
                .isEqualTo(Path.of(".issues/2024-Q4-2"));
        assertThat(numberOfWhatIsWhole(issues.published(Q4))).isEqualTo(2);
    }

    /// Wherever publishing stops, the next start leaves the issue before or the new one, whole.
    @Test
    void repairsWhateverAStopLeftBehindWhereThereAreNoLinks() throws IOException {
        Path first = output.resolve("first");
        issue(new Issues(first, "", new Unlinked()), 1);
        int stops = 0;
        List<Integer> left = new ArrayList<>();
        for (Stop stop : Stop.values()) {
            boolean stopped = true;
            for (int at = 1; stopped; at++) {
                Path place = output.resolve(stop + "-" + at);
                PathUtils.copyDirectory(first, place);
                stopped = stops(new Issues(place, "", new Stopping(at, stop)), 2);
                Issues next = new Issues(place, "", new Unlinked());
                next.repair();
                left.add(numberOfWhatIsWhole(next.published(Q4)));
                assertThat(next.intact(Q4, 1)).contains(manifest(1));
                issue(next, 2);
                assertThat(numberOfWhatIsWhole(next.published(Q4))).isEqualTo(2);
                assertThat(place.resolve(".switch/2024-Q4")).doesNotExist();
                stops += stopped ? 1 : 0;
            }
        }
        // the issue's move; then delete, link, copy, move, delete, move, move, delete, delete
        assertThat(stops).isEqualTo(3 * 10);
        assertThat(left).containsOnly(1, 2);
    }

    @Test
    void aStopLeavesTheIssueBeforeOrTheNewOneWhereThereAreLinks() throws IOException {
        List<Integer> left = new ArrayList<>();
        boolean stopped = true;
        for (int at = 1; stopped; at++) {
            Path place = output.resolve("stop-" + at);
            Issues issues = new Issues(place, "");
            issue(issues, 1);
            stopped = stops(new Issues(place, "", new StoppingWithLinks(at)), 2);
            left.add(numberOfWhatIsWhole(issues.published(Q4)));
        }
        assertThat(left).containsOnly(1, 2).isSorted();
    }

    @Test
    void repairsTheExchangesOfEveryPlan() throws IOException {
        Issues roads = new Issues(output, "roads", new Unlinked());
        issue(roads, 1);
        Path waiting = Files.createDirectories(output.resolve("roads/.switch/2024-Q4"));
        Files.move(roads.published(Q4), waiting.resolve("new"));

        new Issues(output, "", new Unlinked()).repair();

        assertThat(numberOfWhatIsWhole(roads.published(Q4))).isEqualTo(1);
    }

    private static boolean stops(Issues issues, int number) throws IOException {
        try {
            issue(issues, number);
            return false;
        } catch (Stopped e) {
            return true;
        }
    }

    private static void issue(Issues issues, int number) throws IOException {
        Manifest manifest = manifest(number);
        for (String path : manifest.outputs().keySet()) {
            Issues.put(
                    issues.staging(Q4, manifest.fingerprint()).resolve(path),
                    out -> out.write(content(path, number).getBytes(StandardCharsets.UTF_8)));
        }
        issues.issue(Q4, manifest);
    }

    /// 0 where the folder is not exactly what its manifest says.
    private static int numberOfWhatIsWhole(Path place) throws IOException {
        Path folder = place.toRealPath();
        return Manifest.in(folder)
                .filter(manifest -> documents(folder).equals(manifest.outputs()))
                .map(Manifest::issue)
                .orElse(0);
    }

    private static SortedMap<String, String> documents(Path folder) {
        try {
            return Issues.documents(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(String path, int number) {
        return path + " of issue " + number;
    }

    private static Manifest manifest(int number) {
        SortedMap<String, String> outputs = new TreeMap<>();
        for (String path : List.of("index.html", "kk/all.pdf", "ru/all.pdf")) {
            outputs.put(path, Sha256.of(content(path, number)));
        }
        return new Manifest(
                "1",
                "c0de",
                "roads",
                "1",
                Q4.toString(),
                number,
                true,
                "2025-01-09T05:00:00Z",
                "Asia/Almaty",
                new Manifest.Head(0, ""),
                Sha256.of("inputs of issue " + number),
                List.of(),
                RowCounts.NONE,
                new Manifest.Claims(0, 0, 0, 0),
                null,
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                outputs,
                new TreeMap<>(),
                List.of(),
                new TreeMap<>());
    }

    /// A file system without links.
    private static class Unlinked extends Hands {
        @Override
        boolean link(Path link, Path target) throws IOException {
            return false;
        }
    }

    private static final class MovesNothing extends Unlinked {
        @Override
        void move(Path from, Path to) {
            throw new Stopped();
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private enum Stop {
        BEFORE,
        HALF_WAY,
        AFTER
    }

    /// Stops at one of its doings, as a kill or a power cut does.
    private static final class Stopping extends Unlinked {

        private final Stop stop;
        private int left;

        Stopping(int at, Stop stop) {
            this.left = at;
            this.stop = stop;
        }

        @FunctionalInterface
        private interface Doing {
            void run() throws IOException;
        }

        private void stopping(Doing half, Doing whole) throws IOException {
            left--;
            if (left == 0 && stop == Stop.HALF_WAY) {
                half.run();
            } else if (left != 0 || stop == Stop.AFTER) {
                whole.run();
            }
            if (left == 0) {
                throw new Stopped();
            }
        }

        @Override
        boolean link(Path link, Path target) throws IOException {
            stopping(() -> {}, () -> {});
            return false;
        }

        @Override
        void move(Path from, Path to) throws IOException {
            stopping(() -> {}, () -> super.move(from, to));
        }

        @Override
        void copy(Path folder, Path to) throws IOException {
            stopping(
                    () -> super.copy(folder.resolve("kk"), to.resolve("kk")),
                    () -> super.copy(folder, to));
        }

        @Override
        void delete(Path place) throws IOException {
            stopping(() -> super.delete(place.resolve("former/kk")), () -> super.delete(place));
        }
    }

    /// Stops before one of its doings.
    private static final class StoppingWithLinks extends Hands {

        private int left;

        StoppingWithLinks(int at) {
            this.left = at;
        }

        private void stopping() {
            if (--left == 0) {
                throw new Stopped();
            }
        }

        @Override
        boolean link(Path link, Path target) throws IOException {
            stopping();
            return super.link(link, target);
        }

        @Override
        void move(Path from, Path to) throws IOException {
            stopping();
            super.move(from, to);
        }

        @Override
        void delete(Path place) throws IOException {
            stopping();
            super.delete(place);
        }
    }
}
