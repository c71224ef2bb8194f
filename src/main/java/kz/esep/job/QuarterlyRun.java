package kz.esep.job;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kz.esep.plan.Period;
import kz.esep.plan.Plan;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;
import kz.esep.reconcile.Reconciliation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// One run of the quarterly job: lock, stock-taking, and only if there is something to do, Spring
/// and Batch.
public final class QuarterlyRun {

    private static final Logger LOG = LoggerFactory.getLogger(QuarterlyRun.class);

    /// Five years of quarters.
    private static final int RUNS_KEPT = 20;

    private final Home home;
    private final Database database;
    private final Clock clock;
    private final Workbooks.Opening workbooks;
    private final Papers.Opening papers;
    private final Progress progress;
    private volatile boolean underWay;
    private final ObservationRegistry observations;

    QuarterlyRun(
            Home home,
            Clock clock,
            Workbooks.Opening workbooks,
            Papers.Opening papers,
            Progress progress) {
        this(home, clock, workbooks, papers, progress, ObservationRegistry.NOOP);
    }

    private QuarterlyRun(
            Home home,
            Clock clock,
            Workbooks.Opening workbooks,
            Papers.Opening papers,
            Progress progress,
            ObservationRegistry observations) {
        this.observations = observations;
        this.home = home;
        this.database = Database.of(home);
        this.clock = clock;
        this.workbooks = workbooks;
        this.papers = papers;
        this.progress = progress;
    }

    /// @param record of this run
    /// @param progress hears how far the run is, after the record
    public static QuarterlyRun in(Home home, RunRecord record, Progress progress) {
        return new QuarterlyRun(
                home,
                Clock.systemUTC(),
                Workbooks::ofAgencies,
                Papers::official,
                record.before(progress),
                record.observations());
    }

    /// What the operator asks for.
    ///
    /// @param plan empty: the default plan
    /// @param period empty: the newest one with an accepted, properly sealed submission
    /// @param asOf empty: when the period's newest accepted submission came
    /// @param knowledge what the run may know; an issue that is made again says itself what it is
    ///   of
    public record Order(
            Optional<String> plan,
            Optional<Period> period,
            Optional<Instant> asOf,
            Knowledge knowledge) {

        public static final Order NEWEST =
                new Order(Optional.empty(), Optional.empty(), Optional.empty());

        public Order(Optional<String> plan, Optional<Period> period, Optional<Instant> asOf) {
            this(plan, period, asOf, new Knowledge.Today());
        }

        /// An issue, made again from the inputs of its time.
        public static Order like(Path manifest) {
            return new Order(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new Knowledge.Like(manifest));
        }

        public boolean again() {
            return knowledge instanceof Knowledge.Like;
        }

        private Order of(Manifest manifest) {
            return new Order(
                    Optional.of(manifest.plan()),
                    Period.parse(manifest.period()),
                    Optional.of(Instant.parse(manifest.asOf())),
                    knowledge);
        }
    }

    public RunResult run(Order order) {
        return told(() ->
                Turn.RUN.<RunResult>alone(
                        home,
                        clock,
                        RunResult.Locked::new,
                        guard -> {
                            Leftovers.clear(home);
                            return locked(order, guard);
                        }));
    }

    /// For one that has the turn already.
    RunResult run(Order order, RunGuard guard) {
        return told(() -> locked(order, guard));
    }

    /// Something that ends well, or as it may end.
    @FunctionalInterface
    private interface Ending {
        RunResult come() throws IOException;
    }

    private RunResult told(Ending ending) {
        try {
            return ending.come();
        } catch (DataInError e) {
            return new RunResult.Refused(e.findings());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return ended(e, false)
                    .orElseGet(() -> {
                        LOG.error("The run failed", e);
                        return new RunResult.Failed("files", e.toString());
                    });
        }
    }

    /// @param begun the database had been reached
    private Optional<RunResult> ended(Throwable failure, boolean begun) {
        Optional<Hindrance> hindrance = Hindrance.of(failure, home, begun);
        hindrance.ifPresent(it -> LOG.info("{}", it, failure));
        return hindrance.map(RunResult.Hindered::new);
    }

    private RunResult locked(Order asked, RunGuard guard) throws IOException {
        Desk whole = Desk.open(home, clock, workbooks, asked.knowledge());
        Order order = whole.like().map(asked::of).orElse(asked);
        Optional<Desk> chosen = order.plan().map(whole::with).orElse(Optional.of(whole));
        return chosen.isPresent()
                ? locked(chosen.get(), order, guard)
                : new RunResult.UnknownPlan(
                        whole.data().plans().plans().stream().map(Plan::id).toList());
    }

    private RunResult locked(Desk desk, Order order, RunGuard guard) throws IOException {
        Optional<Period> period = order.period().or(desk::newestPeriod);
        if (period.isEmpty()) {
            return new RunResult.NothingReceived();
        }
        Assignment assignment =
                Assignment.of(
                        desk, period.get(), order.asOf().orElseGet(() -> desk.asOf(period.get())));
        Issues issues = desk.issues();
        Optional<Manifest> there =
                issues.intact(assignment.period(), assignment.issue())
                        .filter(it -> it.fingerprint().equals(assignment.fingerprint()));
        if (there.isPresent()) {
            if (assignment.like().isEmpty()) {
                issues.show(assignment.period(), assignment.issue());
            }
            return published(
                    desk,
                    assignment,
                    issues,
                    there.get().outputs().size(),
                    true,
                    desk.fulfilment().figures(assignment.period(), assignment.asOf()));
        }
        return conduct(desk, assignment, issues, guard);
    }

    /// Whether the job runs; before that there is nothing to stop in good order.
    public boolean isUnderWay() {
        return underWay;
    }

    private RunResult conduct(Desk desk, Assignment assignment, Issues issues, RunGuard guard)
            throws IOException {
        boolean resumable =
                Files.isDirectory(issues.staging(assignment.period(), assignment.fingerprint()));
        boolean begun = false;
        try (ConfigurableApplicationContext spring = spring(desk, assignment, guard)) {
            begun = true;
            underWay = true;
            JobExecution execution = execute(spring, assignment, resumable);
            RunResult result =
                    switch (execution.getStatus()) {
                        case COMPLETED -> {
                            QuarterlySteps steps = spring.getBean(QuarterlySteps.class);
                            spring.getBean(OldRuns.class).prune(RUNS_KEPT);
                            yield published(
                                    desk,
                                    assignment,
                                    issues,
                                    steps.documents().size(),
                                    false,
                                    steps.reconciliation());
                        }
                        case STOPPED -> new RunResult.Stopped();
                        default ->
                                execution.getAllFailureExceptions().stream()
                                        .flatMap(failure -> ended(failure, true).stream())
                                        .findFirst()
                                        .orElseGet(() -> JobStart.failure(execution));
                    };
            // nothing is trusted that was made beside a thread that wanted memory
            if (result instanceof RunResult.Hindered(Hindrance.Memory _)) {
                issues.clearStagings();
            }
            return result;
        } catch (JobExecutionException | RuntimeException | OutOfMemoryError e) {
            Optional<RunResult> ended = ended(e, begun);
            if (ended.isPresent()) {
                return ended.get();
            }
            LOG.error("The job could not be started, or could not say how it ended", e);
            return new RunResult.Failed(QuarterlyJob.NAME, e.toString());
        }
    }

    private static JobExecution execute(
            ConfigurableApplicationContext spring, Assignment assignment, boolean resumable)
            throws JobExecutionException {
        try {
            spring.getBeanProvider(Spread.class).ifAvailable(Spread::clearTheWay);
            return new JobStart(
                            spring.getBean(JobOperator.class),
                            spring.getBean(JobRepository.class),
                            spring.getBean(Job.class))
                    .start(assignment, resumable);
        } finally {
            spring.getBean(GracefulStop.class).jobEnded();
        }
    }

    private ConfigurableApplicationContext spring(Desk desk, Assignment assignment, RunGuard guard)
            throws IOException {
        try {
            return context(desk, assignment, guard);
        } catch (RuntimeException e) {
            if (!database.putAside(home, e)) {
                throw e;
            }
            LOG.info("The database's file could not be used; it was put aside and is made anew", e);
            return context(desk, assignment, guard);
        }
    }

    private ConfigurableApplicationContext context(
            Desk desk, Assignment assignment, RunGuard guard) {
        // words and templates are read while the database is opened
        CompletableFuture<Papers> opened =
                CompletableFuture.supplyAsync(
                        () -> papers.open(desk.home()),
                        Thread.ofPlatform().daemon().name("papers")::start);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(
                Papers.class, opened::join, definition -> definition.setLazyInit(true));
        Map.of(
                        "desk", desk,
                        "assignment", assignment,
                        "progress", progress,
                        "observations", observations,
                        "database", database,
                        "guard", guard)
                .forEach(context.getBeanFactory()::registerSingleton);
        context.register(QuarterlyJob.class);
        if (isShared(desk)) {
            context.register(ManyMachines.class);
        }
        // SIGTERM ends a run in good order
        context.registerShutdownHook();
        try {
            context.refresh();
        } catch (RuntimeException e) {
            // what Spring says around it is of no use to anybody
            if (opened.isCompletedExceptionally()
                    && opened.exceptionNow() instanceof RuntimeException own) {
                throw own;
            }
            throw e;
        }
        return context;
    }

    /// Workers see what lies in the home today: what was known at another time is told here only.
    private static boolean isShared(Desk desk) {
        Home home = desk.home();
        return home.settings().workers().broker().isPresent()
                && home.sources().equals(home.root())
                && desk.like().isEmpty();
    }

    private static RunResult.Published published(
            Desk desk,
            Assignment assignment,
            Issues issues,
            int documents,
            boolean already,
            Reconciliation reconciliation) {
        return new RunResult.Published(
                assignment.like().isPresent()
                        ? issues.folder(assignment.period(), assignment.issue())
                        : issues.published(assignment.period()),
                assignment.issue(),
                documents,
                already,
                reconciliation,
                desk.remarks(),
                desk.otherPlans());
    }
}
