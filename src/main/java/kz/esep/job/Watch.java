package kz.esep.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.esep.findings.Finding;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.ledger.Inbox;
import kz.esep.ledger.Inbox.Lying;

/// Follows the inbox: looks at it again and again, takes in what has come to rest, and answers it.
///
/// It looks, since a network share tells nobody of a change. A file is at rest when two looks see
/// the same size and time. It is in the ledger before it is answered; an answer that a crash
/// prevented is written at the next start. The run's lock is held only while files are taken in.
public final class Watch {

    private static final Duration PATIENCE_WITH_EDITORS = Duration.ofMinutes(10);
    private static final long SECONDS_TO_END = 25;

    private final Home home;
    private final Clock clock;
    private final Duration interval;
    private final Consumer<News> news;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private long looks;
    private final Map<Lying, Long> firstSeen = new HashMap<>();
    private final Set<Lying> done = new HashSet<>();
    private final Set<Lying> thereAtTheStart = new HashSet<>();
    private final Set<News> said = new HashSet<>();
    private boolean recovered;
    private long lines;
    private long ledgerBytes;

    private Watch(Home home, Clock clock, Duration interval, Consumer<News> news) {
        this.home = home;
        this.clock = clock;
        this.interval = interval;
        this.news = news;
    }

    /// @param interval between two looks
    /// @param news hears what happens
    public static Watch over(Home home, Duration interval, Consumer<News> news) {
        return new Watch(home, Clock.systemUTC(), interval, news);
    }

    /// What happens, for a person to read.
    public sealed interface News {

        /// A file was taken in and answered.
        ///
        /// @param receipt the folder of the answer
        record Answered(FileOutcome outcome, Path receipt) implements News {}

        /// A file that was received before lies there again.
        record Known(String path) implements News {}

        /// Something in the inbox is not taken, or not yet.
        record Left(Finding finding) implements News {}

        /// A file waits, since an office program has it open.
        record Open(String path) implements News {}

        /// The inbox is gone, as a share that is not mounted.
        record Unreachable() implements News {}

        /// Another process runs the job; files wait.
        record Busy() implements News {}

        /// The ministry's data has errors; files wait.
        record DataWrong(List<Finding> findings) implements News {
            public DataWrong {
                findings = List.copyOf(findings);
            }
        }

        /// Something failed; it is tried again.
        record Failed(String problem) implements News {}
    }

    /// Goes on until it is asked to stop.
    public void run() throws InterruptedException {
        try {
            do {
                look();
            } while (!asked.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } finally {
            ended.countDown();
        }
    }

    /// Returns when the file at hand is answered.
    public void stop() throws InterruptedException {
        asked.countDown();
        boolean inTime = ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
        if (!inTime) {
            news.accept(new News.Failed("SIGTERM"));
        }
    }

    private void look() {
        Set<News> now = new HashSet<>();
        try {
            if (!Files.isDirectory(home.inbox())) {
                now.add(new News.Unreachable());
            } else {
                Inbox inbox = Inbox.look(home.inbox());
                inbox.findings().forEach(finding -> now.add(new News.Left(finding)));
                Set<Lying> ready = ready(inbox, now);
                if (!ready.isEmpty() || !recovered || ledgerBytes != ledgerSize()) {
                    alone(ready, now);
                }
            }
        } catch (DataInError e) {
            now.add(new News.DataWrong(e.findings()));
        } catch (IOException | UncheckedIOException | RunGuard.Lost e) {
            now.add(new News.Failed(e.toString()));
        }
        // what goes on is said once
        now.stream().filter(each -> !said.contains(each)).forEach(news);
        said.clear();
        said.addAll(now);
    }

    /// What has come to rest and was not dealt with.
    private Set<Lying> ready(Inbox inbox, Set<News> now) {
        if (looks == 0) {
            thereAtTheStart.addAll(inbox.files());
        }
        looks++;
        firstSeen.keySet().retainAll(inbox.files());
        done.retainAll(inbox.files());
        inbox.files().forEach(file -> firstSeen.putIfAbsent(file, looks));
        Set<Lying> ready = new HashSet<>();
        for (Lying file : inbox.files()) {
            long rested = looks - firstSeen.getOrDefault(file, looks);
            if (!done.contains(file) && rested >= (file.open() ? patience() : 1)) {
                ready.add(file);
            } else if (!done.contains(file) && file.open()) {
                now.add(new News.Open(file.shown()));
            }
        }
        return ready;
    }

    private long patience() {
        return Math.max(1, PATIENCE_WITH_EDITORS.toMillis() / interval.toMillis());
    }

    private void alone(Set<Lying> ready, Set<News> now) throws IOException {
        boolean done =
                Turn.RUN.<Boolean>alone(
                        home,
                        clock,
                        _ -> false,
                        guard -> {
                            takeIn(ready, now, guard);
                            return true;
                        });
        if (!done) {
            now.add(new News.Busy());
        }
    }

    private void takeIn(Set<Lying> ready, Set<News> now, RunGuard guard) throws IOException {
        if (!recovered) {
            Leftovers.clear(home);
        }
        Desk desk = Desk.open(home, clock, Workbooks::ofAgencies, ready::contains);
        Answers answers = new Answers(desk, new OfficialPapers(home));
        Set<String> left =
                desk.remarks().stream()
                        .map(finding -> finding.place().file())
                        .collect(Collectors.toSet());
        desk.remarks().forEach(finding -> now.add(new News.Left(finding)));
        Set<String> taken = new HashSet<>();
        for (Received file : desk.ledger().files()) {
            if (recovered ? file.line() > lines : answers.lacks(file)) {
                guard.check();
                answer(desk, answers, file);
                taken.add(file.path());
            }
        }
        recovered = true;
        lines = desk.ledger().lines().size();
        ledgerBytes = ledgerSize();
        for (Lying file : ready) {
            if (!left.contains(file.shown())) {
                done.add(file);
                if (!taken.contains(file.shown()) && !thereAtTheStart.contains(file)) {
                    news.accept(new News.Known(file.shown()));
                }
            }
        }
    }

    /// Answers one file, and again those of its agency whose answers now say otherwise what is in
    /// force. A template's mistake must not keep the next file waiting.
    private void answer(Desk desk, Answers answers, Received file) {
        try {
            FileOutcome outcome = desk.files().outcome(file.line());
            news.accept(new News.Answered(outcome, answers.write(outcome)));
            for (FileOutcome other : answers.touchedBy(outcome)) {
                answers.write(other);
            }
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            news.accept(new News.Failed(file.path() + ": " + e));
        }
    }

    private long ledgerSize() throws IOException {
        return Files.exists(home.ledger()) ? Files.size(home.ledger()) : 0;
    }
}
