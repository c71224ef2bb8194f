package kz.esep.job;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.observation.ObservationRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kz.esep.ledger.OutcomeTables;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The job `quarterly-report`: load → intake → reconcile → render → publish.
///
/// Desk, assignment, papers and progress are handed to the context by [QuarterlyRun]. All that
/// Spring makes is named here: asking everything on the class path whether it could be of use, as
/// Boot does, takes longer than making these.
@Configuration(proxyBeanMethods = false)
class QuarterlyJob extends JdbcDefaultBatchConfiguration {

    static final String NAME = "quarterly-report";

    /// With more partitions, Batch's own book-keeping, which looks through all of them for each,
    /// costs more than the work: then several parts share one.
    private static final int MOST_PARTITIONS = 500;

    /// Not by Spring's properties: what is used is what was locked, whatever lies in the working
    /// folder.
    @Bean
    DataSource dataSource(Database database, Desk desk) {
        HikariDataSource pool = database.pool(workers(desk));
        try {
            Tables.make(pool, database);
            return new LostForGood(pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    private static int workers(Desk desk) {
        return desk.home().settings().run().threadsOn(Runtime.getRuntime().availableProcessors());
    }

    @Bean
    TaskExecutor partitionExecutor(Desk desk) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(workers(desk));
        executor.setMaxPoolSize(workers(desk));
        executor.setThreadNamePrefix("part-");
        return executor;
    }

    @Bean
    GracefulStop gracefulStop() {
        return new GracefulStop();
    }

    @Bean
    OutcomeTables outcomeTables(DataSource dataSource) {
        return new OutcomeTables(new JdbcTemplate(dataSource));
    }

    @Bean
    OldRuns oldRuns(DataSource dataSource, PlatformTransactionManager transactions) {
        return new OldRuns(JdbcClient.create(dataSource), new TransactionTemplate(transactions));
    }

    @Bean
    Meter meter(Progress progress) {
        return new Meter(progress);
    }

    @Bean
    QuarterlySteps quarterlySteps(
            Desk desk, Assignment assignment, Papers papers, OutcomeTables tables) {
        return new QuarterlySteps(desk, assignment, papers, tables);
    }

    @Bean
    Job quarterlyReport(
            JobRepository repository,
            PlatformTransactionManager transactions,
            TaskExecutor partitionExecutor,
            QuarterlySteps steps,
            GracefulStop gracefulStop,
            Meter meter,
            ObservationRegistry observations,
            RunGuard guard,
            ObjectProvider<Spread> spread) {
        @Nullable Spread others = spread.getIfAvailable();
        Assembly assembly =
                new Assembly(
                        repository,
                        transactions,
                        partitionExecutor,
                        meter,
                        observations,
                        guard,
                        new PartSteps(
                                repository,
                                transactions,
                                observations,
                                _ -> steps,
                                guard,
                                () -> false,
                                others == null ? meter::advance : _ -> {}),
                        others);
        return new JobBuilder(NAME, repository)
                .observationRegistry(observations)
                .listener(gracefulStop)
                .start(assembly.transactional(Stage.LOAD, steps::load))
                .next(
                        assembly.partitioned(
                                Stage.INTAKE, () -> parts(steps.lines(), "line-%06d"::formatted)))
                .next(assembly.plain(Stage.RECONCILE, steps::reconcile))
                .next(
                        assembly.partitioned(
                                Stage.RENDER, () -> parts(steps.documents(), path -> path)))
                .next(assembly.plain(Stage.PUBLISH, steps::publish))
                .build();
    }

    private static <T> SequencedMap<String, String> parts(List<T> items, Function<T, String> name) {
        SequencedMap<String, String> parts = new LinkedHashMap<>();
        items.forEach(item -> parts.put(name.apply(item), item.toString()));
        return parts;
    }

    /// Something a step does.
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /// Puts steps together; each tells the meter when it begins and ends.
    private record Assembly(
            JobRepository repository,
            PlatformTransactionManager transactions,
            TaskExecutor executor,
            Meter meter,
            ObservationRegistry observations,
            RunGuard guard,
            PartSteps parts,
            @Nullable Spread spread) {

        Step transactional(Stage stage, Work work) {
            return new StepBuilder(stage.key(), repository)
                    .tasklet(once(stage, work), transactions)
                    .observationRegistry(observations)
                    .listener(meter)
                    .build();
        }

        /// Holds no connection while it works.
        Step plain(Stage stage, Work work) {
            return new StepBuilder(stage.key(), repository)
                    .tasklet(once(stage, work))
                    .observationRegistry(observations)
                    .listener(meter)
                    .build();
        }

        /// @param names of the parts' step executions: deterministic, for a restart asks again
        Step partitioned(Stage stage, Supplier<SequencedMap<String, String>> names) {
            PartSplitter splitter =
                    new PartSplitter(repository, PartSteps.name(stage), partitioner(stage, names));
            PartitionStepBuilder builder =
                    new StepBuilder(stage.key(), repository)
                            .partitioner(splitter.name(), splitter.partitioner())
                            .splitter(splitter);
            Step part = parts.of(stage);
            return (spread == null
                            ? builder.step(part).taskExecutor(executor)
                            : builder.partitionHandler(spread.over(stage, part)))
                    .observationRegistry(observations)
                    .listener(meter)
                    .build();
        }

        private Tasklet once(Stage stage, Work work) {
            return (_, _) -> {
                meter.expect(stage, 1);
                guard.check();
                work.run();
                meter.advance(stage);
                return RepeatStatus.FINISHED;
            };
        }

        private Partitioner partitioner(Stage stage, Supplier<SequencedMap<String, String>> parts) {
            return _ -> {
                SequencedMap<String, String> all = parts.get();
                int together = Math.ceilDiv(all.size(), MOST_PARTITIONS);
                Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
                List<String> names = List.copyOf(all.keySet());
                List<String> words = List.copyOf(all.values());
                for (int first = 0; first < all.size(); first += together) {
                    int next = Math.min(first + together, all.size());
                    contexts.put(names.get(first), PartSteps.context(words.subList(first, next)));
                }
                meter.expect(stage, all.size());
                return contexts;
            };
        }
    }
}
