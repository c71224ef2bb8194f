package kz.esep.job;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.RowCounts;
import kz.esep.reconcile.Conservation;
import kz.esep.reconcile.Share;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the record of the run that is under way: its report in `.esep/runs`, begun at once, so
/// that a run that is killed leaves one too; and at its end the metrics.
///
/// A record that cannot be kept stops no run.
public final class RunRecord {

    private static final Logger LOG = LoggerFactory.getLogger(RunRecord.class);

    private final RunReports reports;
    private final Home home;
    private final Clock clock;
    private final Instant started;
    private final String log;
    private final Measures measures = new Measures();
    private final Map<Stage, Course> stages = new EnumMap<>(Stage.class);

    /// How far a stage is.
    private record Course(Instant began, Instant last, int done, int total) {}

    private RunRecord(Home home, Clock clock, String log) {
        this.home = home;
        this.reports = new RunReports(home.runs());
        this.clock = clock;
        this.started = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        this.log = log;
    }

    /// @param log where more can be read about the run
    public static RunRecord begin(Home home, String log) {
        return begin(home, Clock.systemUTC(), log);
    }

    static RunRecord begin(Home home, Clock clock, String log) {
        RunRecord record = new RunRecord(home, clock, log);
        record.keep(() ->
                record.reports.write(
                        RunReport.begun(
                                Version.current(),
                                ProcessHandle.current().pid(),
                                record.started.toString(),
                                log)));
        return record;
    }

    /// Hears of progress first, so that whoever hears next may ask how long it took.
    Progress before(Progress next) {
        return new Progress() {
            @Override
            public void at(Stage stage, int done, int total) {
                RunRecord.this.at(stage, done, total);
                next.at(stage, done, total);
            }

            @Override
            public void workers(Workers workers) {
                next.workers(workers);
            }
        };
    }

    synchronized void at(Stage stage, int done, int total) {
        Instant now = clock.instant();
        Instant began = Optional.ofNullable(stages.get(stage)).map(Course::began).orElse(now);
        stages.put(stage, new Course(began, now, done, total));
    }

    /// How long a stage took so far.
    public synchronized Duration time(Stage stage) {
        return Optional.ofNullable(stages.get(stage))
                .map(course -> Duration.between(course.began(), course.last()))
                .orElse(Duration.ZERO);
    }

    /// Hears what Batch observes.
    ObservationRegistry observations() {
        return measures.observations();
    }

    /// @param messages what the operator was told
    public void end(RunResult result, int exitCode, List<String> messages) {
        Instant ended = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RunReport report =
                new RunReport(
                        Version.current(),
                        ProcessHandle.current().pid(),
                        started.toString(),
                        Optional.of(ended.toString()),
                        outcome(result),
                        Optional.of(exitCode),
                        Duration.between(started, ended).toMillis(),
                        issue(result),
                        steps(),
                        counts(result),
                        exitCode == 0 ? List.of() : messages,
                        log);
        keep(() -> {
            reports.write(report);
            if (!(result instanceof RunResult.Locked)) {
                // the lock was ours: nobody else can have been at work
                reports.settleDead();
            }
            reports.prune(home.settings().run().keepReports());
            if (!(result instanceof RunResult.Locked)) {
                measures.write(home.metrics(), report, reports.lastSuccess());
            }
        });
    }

    private static String outcome(RunResult result) {
        return result instanceof RunResult.Published published && published.already()
                ? "already-published"
                : result.getClass()
                        .getSimpleName()
                        .replaceAll("(?<!^)([A-Z])", "-$1")
                        .toLowerCase(Locale.ROOT);
    }

    private static Optional<RunReport.IssueMade> issue(RunResult result) {
        return result instanceof RunResult.Published published
                ? Optional.of(
                        new RunReport.IssueMade(
                                published.reconciliation().facts().redaction().plan(),
                                published.reconciliation().facts().period().toString(),
                                published.reconciliation().facts().asOf().toString(),
                                published.issue(),
                                published.folder().toString()))
                : Optional.empty();
    }

    private synchronized List<RunReport.StepTime> steps() {
        List<RunReport.StepTime> steps = new ArrayList<>();
        stages.forEach((stage, course) ->
                steps.add(
                        new RunReport.StepTime(
                                stage.key(),
                                course.began().truncatedTo(ChronoUnit.MILLIS).toString(),
                                Duration.between(course.began(), course.last()).toMillis(),
                                course.done(),
                                course.total())));
        return steps;
    }

    private static SortedMap<String, Long> counts(RunResult result) {
        SortedMap<String, Long> counts = new TreeMap<>();
        if (result instanceof RunResult.Published published) {
            counts.put("documents", (long) published.documents());
            counts.put("left-in-inbox", (long) published.remarks().size());
            for (FileOutcome.Verdict verdict : FileOutcome.Verdict.values()) {
                counts.put(
                        "files-" + key(verdict),
                        published.reconciliation().facts().files().stream()
                                .filter(file -> file.verdict() == verdict)
                                .count());
            }
            Conservation conservation = published.reconciliation().conservation();
            RowCounts rows = conservation.rows();
            counts.put("rows-seen", (long) rows.seen());
            counts.put("rows-accepted", (long) rows.accepted());
            counts.put("rows-refused", (long) rows.refused());
            counts.put("rows-ignored", (long) rows.ignored());
            counts.put("claims-accepted", (long) conservation.accepted());
            counts.put("claims-deciding", (long) conservation.deciding());
            counts.put("claims-superseded", (long) conservation.superseded());
            counts.put("claims-without-obligation", (long) conservation.withoutObligation());
            Share share = published.reconciliation().overall().thisYear();
            counts.put("obligations-due", (long) share.due());
            counts.put("obligations-done", (long) share.done());
            counts.put("obligations-on-time", (long) share.onTime());
        }
        return counts;
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Something that may fail for a full disk.
    @FunctionalInterface
    private interface Keeping {
        void run() throws IOException;
    }

    private void keep(Keeping keeping) {
        try {
            keeping.run();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The run's record could not be kept: {}", e.toString());
        }
    }
}
