package kz.esep.job;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kz.esep.findings.Finding;
import kz.esep.ledger.OutcomeTables;
import kz.esep.plan.Period;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.transaction.PlatformTransactionManager;

/// Shares the work of runs that other machines conduct: `esep worker`.
///
/// It takes no lock and takes nothing in. A part that it dies of or cannot do is done by others;
/// what it has done counts when its end is in the database.
public final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private static final long SECONDS_BETWEEN_LOOKS = 2;

    private static final long PATIENCE_SECONDS = 120;

    private final Home home;
    private final Workbooks.Opening workbooks;
    private final Papers.Opening papers;
    private final String program;
    private final Consumer<News> listener;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable Ended> reason = new AtomicReference<>();
    private boolean away;

    Worker(
            Home home,
            Workbooks.Opening workbooks,
            Papers.Opening papers,
            String program,
            Consumer<News> listener) {
        this.home = home;
        this.workbooks = workbooks;
        this.papers = papers;
        this.program = program;
        this.listener = listener;
    }

    /// @param listener hears, from several threads, what happens
    public static Worker in(Home home, Consumer<News> listener) {
        return new Worker(
                home, Workbooks::ofAgencies, Papers::official, Version.identity(), listener);
    }

    /// What is to be told on the way.
    public sealed interface News {

        /// It hears the broker now.
        ///
        /// @param threads how many parts it works on at once
        /// @param program that it is, as managers must be
        record Ready(String broker, String queue, int threads, String program) implements News {}

        /// It shares the work of a run.
        record Joined(Period period, int issue) implements News {}

        /// The database, or the broker, is lost for now.
        ///
        /// @param server without secrets
        /// @param problem in its own words
        record Away(String server, String problem) implements News {}

        /// Both are there again.
        record Back() implements News {}
    }

    /// Why it ended.
    public sealed interface Ended {

        record Stopped() implements Ended {}

        /// No broker is set up.
        record Alone() implements Ended {}

        /// A manager of another program is at work.
        ///
        /// @param own this program
        record OtherProgram(String own, Peer manager) implements Ended {}

        /// What lies in the home is not what the manager's run follows from.
        ///
        /// @param findings what is wrong with it, if that is the matter
        record OtherInputs(List<Finding> findings) implements Ended {
            public OtherInputs {
                findings = List.copyOf(findings);
            }
        }

        record Hindered(Hindrance hindrance) implements Ended {}
    }

    /// Works until it is stopped, or may not.
    public Ended run() throws InterruptedException {
        try {
            return work();
        } finally {
            ended.countDown();
        }
    }

    private Ended work() throws InterruptedException {
        if (home.settings().workers().broker().isEmpty()) {
            return new Ended.Alone();
        }
        Database database = Database.of(home);
        Broker broker = Broker.of(home.settings().workers(), program);
        try (Presence presence = Presence.announce(database, Presence.Role.WORKER, program)) {
            Optional<Ended> refused = refusal(presence);
            if (refused.isPresent()) {
                return refused.get();
            }
            broker.check();
        } catch (SQLException | RuntimeException e) {
            return new Ended.Hindered(hindrance(e, false));
        }
        int threads = home.settings().run().threadsOn(Runtime.getRuntime().availableProcessors());
        try (ConfigurableApplicationContext spring = spring(database, threads)) {
            DefaultMessageListenerContainer container = broker.listen(listener(spring), threads);
            container.setExceptionListener(failure -> LOG.info("The broker is lost", failure));
            container.start();
            listener.accept(
                    new News.Ready(
                            broker.shown(), home.settings().workers().queue(), threads, program));
            try {
                return watch(database, broker);
            } finally {
                // ends the parts that were begun
                container.shutdown();
            }
        } catch (RuntimeException e) {
            return new Ended.Hindered(hindrance(e, true));
        }
    }

    /// While parts are worked on in other threads.
    private Ended watch(Database database, Broker broker) throws InterruptedException {
        while (true) {
            try (Presence presence = Presence.announce(database, Presence.Role.WORKER, program);
                    Broker.Requests line = broker.requests()) {
                while (true) {
                    line.check();
                    Optional<Ended> refused = refusal(presence);
                    if (refused.isPresent()) {
                        return refused.get();
                    }
                    if (away) {
                        away = false;
                        listener.accept(new News.Back());
                    }
                    if (asked.await(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
                        return Optional.ofNullable(reason.get()).orElseGet(Ended.Stopped::new);
                    }
                }
            } catch (SQLException | Broker.Lost e) {
                if (!away) {
                    away = true;
                    listener.accept(
                            switch (hindrance(e, true)) {
                                case Hindrance.NoDatabase no ->
                                        new News.Away(no.database(), no.problem());
                                case Hindrance.NoBroker no ->
                                        new News.Away(no.broker(), no.problem());
                                case Hindrance other ->
                                        new News.Away(database.shown(), other.toString());
                            });
                }
                if (asked.await(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
                    return Optional.ofNullable(reason.get()).orElseGet(Ended.Stopped::new);
                }
            }
        }
    }

    private Optional<Ended> refusal(Presence presence) throws SQLException {
        return presence.others(Presence.Role.MANAGER).stream()
                .filter(manager -> !manager.program().equals(program))
                .<Ended>map(manager -> new Ended.OtherProgram(program, manager))
                .findFirst();
    }

    /// @throws RuntimeException if it is a fault of the program
    private Hindrance hindrance(Exception failure, boolean begun) {
        return Hindrance.of(failure, home, begun)
                .orElseThrow(() ->
                        failure instanceof RuntimeException fault
                                ? fault
                                : new IllegalStateException(failure));
    }

    private PartListener listener(ConfigurableApplicationContext spring) {
        JobRepository repository = spring.getBean(JobRepository.class);
        JdbcClient db = JdbcClient.create(spring.getBean(DataSource.class));
        RunAtHand run =
                new RunAtHand(
                        home,
                        workbooks,
                        papers,
                        spring.getBean(OutcomeTables.class),
                        assignment ->
                                listener.accept(
                                        new News.Joined(assignment.period(), assignment.issue())));
        PartSteps steps =
                new PartSteps(
                        repository,
                        spring.getBean(PlatformTransactionManager.class),
                        ObservationRegistry.NOOP,
                        run::steps,
                        () -> checkWanted(db),
                        this::isStopping,
                        _ -> {});
        Map<String, Step> parts = new LinkedHashMap<>();
        PartSteps.STAGES.forEach(stage -> parts.put(PartSteps.name(stage), steps.of(stage)));
        return new PartListener(
                repository,
                parts,
                (step, request) -> accepts(run, step, request),
                this::isStopping);
    }

    private boolean isStopping() {
        return asked.getCount() == 0;
    }

    private boolean accepts(RunAtHand run, StepExecution step, PartRequest request) {
        if (isStopping()) {
            return false;
        }
        try {
            Optional<RunAtHand.OtherInputs> different = run.open(step, request.fingerprint());
            different.ifPresent(it -> end(new Ended.OtherInputs(it.findings())));
            return different.isEmpty();
        } catch (IOException | UncheckedIOException e) {
            LOG.info("The shared folder cannot be read", e);
            end(new Ended.Hindered(hindrance(e, true)));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// A manager that was started anew ends in the database what its predecessor asked for.
    private static void checkWanted(JdbcClient db) {
        StepContext context = StepSynchronizationManager.getContext();
        if (context != null
                && db.sql(
                                """
                                select 1 from batch_step_execution
                                where step_execution_id = ? and status = 'STARTED'
                                """)
                        .param(context.getStepExecution().getId())
                        .query((_, _) -> true)
                        .list()
                        .isEmpty()) {
            throw new RunGuard.Lost();
        }
    }

    private void end(Ended why) {
        reason.compareAndSet(null, why);
        asked.countDown();
    }

    /// Ends the parts that were begun, and waits for that.
    public void stop() throws InterruptedException {
        asked.countDown();
        if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The parts did not end within {} s", PATIENCE_SECONDS);
        }
    }

    /// Its end closes the database after the parts have ended, not the process's.
    private static ConfigurableApplicationContext spring(Database database, int threads) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getBeanFactory().registerSingleton("pool", new Pool(database, threads));
        context.register(Room.class);
        context.refresh();
        return context;
    }

    record Pool(Database database, int threads) {}

    /// What a worker has of Spring: the job repository, and transactions. The tables are the
    /// manager's to make.
    @Configuration(proxyBeanMethods = false)
    static class Room extends JdbcDefaultBatchConfiguration {

        @Bean
        DataSource dataSource(Pool pool) {
            return pool.database().pool(pool.threads());
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        OutcomeTables outcomeTables(DataSource dataSource) {
            return new OutcomeTables(new JdbcTemplate(dataSource));
        }
    }
}
