package kz.esep.job;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kz.esep.settings.WorkerSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/// What the quarterly job has besides where workers are set up: a broker, through which parts are
/// asked for. In a context only then, so that one machine alone loads none of it.
@Configuration(proxyBeanMethods = false)
class ManyMachines {

    @Bean(destroyMethod = "close")
    Conductor conductor(
            Desk desk,
            Assignment assignment,
            Database database,
            JobRepository repository,
            DataSource dataSource,
            RunGuard guard,
            Meter meter,
            Progress progress,
            ObjectProvider<QuarterlySteps> steps)
            throws SQLException {
        WorkerSettings workers = desk.home().settings().workers();
        String program = Version.identity();
        Presence presence = Presence.open(database, Presence.Role.MANAGER, program);
        Conductor conductor =
                new Conductor(
                        Broker.of(workers, program),
                        presence,
                        assignment.fingerprint(),
                        workers.ownThreads(),
                        repository,
                        JdbcClient.create(dataSource),
                        guard,
                        meter,
                        progress,
                        steps);
        // first, for workers of another program go when they see this one
        conductor.callTheRoll();
        presence.announce();
        return conductor;
    }

    /// Conducts a run that others share.
    static final class Conductor implements Spread, SmartLifecycle, AutoCloseable {

        private static final Logger LOG = LoggerFactory.getLogger(ManyMachines.class);

        private final Broker broker;
        private final Presence presence;
        private final String fingerprint;
        private final int ownThreads;
        private final JobRepository repository;
        private final JdbcClient db;
        private final RunGuard guard;
        private final Meter meter;
        private final Progress progress;
        private final ObjectProvider<QuarterlySteps> steps;
        private final Map<String, Step> parts = new LinkedHashMap<>();
        private volatile boolean stopping;
        private @Nullable DefaultMessageListenerContainer own;
        private Optional<Workers> known = Optional.empty();

        private Conductor(
                Broker broker,
                Presence presence,
                String fingerprint,
                int ownThreads,
                JobRepository repository,
                JdbcClient db,
                RunGuard guard,
                Meter meter,
                Progress progress,
                ObjectProvider<QuarterlySteps> steps) {
            this.broker = broker;
            this.presence = presence;
            this.fingerprint = fingerprint;
            this.ownThreads = ownThreads;
            this.repository = repository;
            this.db = db;
            this.guard = guard;
            this.meter = meter;
            this.progress = progress;
            this.steps = steps;
        }

        Broker broker() {
            return broker;
        }

        String fingerprint() {
            return fingerprint;
        }

        JobRepository repository() {
            return repository;
        }

        RunGuard guard() {
            return guard;
        }

        Meter meter() {
            return meter;
        }

        QuarterlySteps steps() {
            return steps.getObject();
        }

        @Override
        public RemoteParts over(Stage stage, Step part) {
            parts.put(PartSteps.name(stage), part);
            return new RemoteParts(this, stage, part);
        }

        /// Takes back what a dead manager asked for, and ends in the database what workers still do
        /// for it: their changes will name a version that is no more.
        @Override
        public void clearTheWay() {
            try (Broker.Requests requests = broker.requests()) {
                requests.takeBack();
            }
            db.sql(
                            """
                            update batch_step_execution
                            set status = 'FAILED', exit_code = 'FAILED', version = version + 1
                            where status in ('STARTING', 'STARTED', 'STOPPING', 'STOPPED')
                            """)
                    .update();
            if (ownThreads > 0) {
                DefaultMessageListenerContainer container =
                        broker.listen(
                                new PartListener(
                                        repository,
                                        parts,
                                        (_, request) -> request.fingerprint().equals(fingerprint),
                                        () -> stopping),
                                ownThreads);
                own = container;
                container.start();
            }
        }

        /// The parts of a stage that have ended, well or not; one that a stopped worker hands on
        /// has not.
        List<Long> ended(StepExecution whole) {
            return db.sql(
                            """
                            select step_execution_id from batch_step_execution
                            where job_execution_id = ? and step_name like ?
                              and status in ('COMPLETED', 'FAILED', 'ABANDONED', 'UNKNOWN')
                            """)
                    .param(whole.getJobExecution().getId())
                    .param(whole.getStepName() + "-part:%")
                    .query((row, _) -> row.getLong(1))
                    .list();
        }

        /// Who is there; tells it when that changed.
        void callTheRoll() {
            try {
                List<Peer> all = presence.others(Presence.Role.WORKER);
                Workers workers =
                        new Workers(
                                broker.program(),
                                all.stream()
                                        .filter(peer -> peer.program().equals(broker.program()))
                                        .toList(),
                                all.stream()
                                        .filter(peer -> !peer.program().equals(broker.program()))
                                        .toList(),
                                ownThreads > 0);
                if (!known.equals(Optional.of(workers))) {
                    known = Optional.of(workers);
                    progress.workers(workers);
                }
            } catch (SQLException e) {
                // the run's own lock says whether the server is lost
                LOG.warn("Nobody can say which workers are there: {}", e.toString());
            }
        }

        @Override
        public void start() {
            // begins when the way is clear
        }

        /// What this machine works on itself is ended, as a worker would.
        @Override
        public void stop() {
            stopping = true;
            DefaultMessageListenerContainer container = own;
            if (container != null) {
                own = null;
                container.shutdown();
            }
        }

        @Override
        public boolean isRunning() {
            return own != null;
        }

        @Override
        public void close() throws SQLException {
            stop();
            presence.close();
        }
    }
}
