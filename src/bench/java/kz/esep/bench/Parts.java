package kz.esep.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Seals;
import kz.esep.intake.xlsx.Clerk;
import kz.esep.intake.xlsx.Corpus;
import kz.esep.intake.xlsx.Limits;
import kz.esep.intake.xlsx.WorkbookIntake;
import kz.esep.language.Language;
import kz.esep.plan.Obligation;
import kz.esep.plan.Unfolding;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Reconciler;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.DocumentId;
import kz.esep.render.Format;
import kz.esep.render.Kind;
import kz.esep.render.Renderer;
import kz.esep.render.tagged.TaggedPdf;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// The parts of the job by themselves, measured by JMH: reading a form, unfolding the plan, reconciling a quarter,
/// printing eight pages, writing a workbook of 1,000 rows, and what a step costs that does nothing but stand in the job
/// repository. A JVM for each; processor time is that of the whole process. Arguments are JMH's own:
///
/// ```
/// mvn -q -Pquick,bench test-compile exec:exec -Dbench=Parts -Dbench.jvm=-Xmx512m -Dbench.args="-wi 2 -i 3 -w 1 -r 1"
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class Parts {

    private static final int PAGES = 8;
    private static final int ROWS = 1_000;
    private static final double MEBIBYTE = 1 << 20;

    public static void main(String[] args) throws Exception {
        Collection<RunResult> results =
                new Runner(
                                new OptionsBuilder()
                                        .parent(new CommandLineOptions(args))
                                        .include(Parts.class.getName())
                                        .addProfiler(GCProfiler.class)
                                .addProfiler(Cost.class)
                                        .build())
                        .run();
        int obligations = unfolded(Samples.whole().facts()).size();
        Map<String, Part> parts =
                Map.of(
                        "aForm", new Part("files read", 1),
                        "aPlan", new Part("obligations unfolded", obligations),
                        "aQuarter", new Part("obligations reconciled", obligations),
                        "eightPages", new Part("PDF pages printed", PAGES),
                        "aWorkbook", new Part("XLSX rows written", ROWS),
                        "aStep", new Part("empty steps in the job repository", 1));
        Figures figures =
                new Figures(
                        Parts.class,
                        "part",
                        "a CPU second",
                        "at once",
                        "CPU, ms",
                        "time that passed, ms",
                        "memory asked for, MiB",
                        "peak RSS, MiB");
        for (RunResult result : results) {
            Part part = Objects.requireNonNull(parts.get(result.getPrimaryResult().getLabel()));
            double cpu = secondary(result, Cost.CPU);
            figures.row(
                    part.what(),
                    Math.round(part.count() * 1000 / cpu),
                    part.count(),
                    Race.rounded(cpu, 2),
                    Race.rounded(result.getPrimaryResult().getScore(), 2),
                    Race.rounded(secondary(result, "gc.alloc.rate.norm") / MEBIBYTE, 2),
                    Math.round(secondary(result, Cost.RSS)));
        }
        figures.print();
    }

    private static double secondary(RunResult result, String name) {
        return Objects.requireNonNull(result.getSecondaryResults().get(name)).getScore();
    }

    /// @param count how many of them are made at once
    private record Part(String what, int count) {}

    /// A form in a file, as a clerk filled it in.
    @State(Scope.Benchmark)
    public static class Form {
        private final WorkbookIntake intake =
                new WorkbookIntake(Clerk.context(Seals.demonstration()), Limits.FORM);
        private Path folder = Path.of("");
        private Path file = Path.of("");
        private long size;

        @Setup(Level.Trial)
        public void fill() throws Exception {
            folder = Files.createTempDirectory("esep-bench");
            Corpus.write(folder);
            file = folder.resolve("row-hidden.xlsx");
            size = Files.size(file);
        }

        @TearDown(Level.Trial)
        public void clear() throws IOException {
            delete(folder);
        }
    }

    /// The whole plan with a quarter's answers.
    @State(Scope.Benchmark)
    public static class Quarter {
        private final Facts facts = Samples.whole().facts();
    }

    /// The text of a report, and what prints it.
    @State(Scope.Benchmark)
    public static class Pages {
        private final TaggedPdf pdf = new TaggedPdf(TableReport::styleSheet);
        private final String report = TableReport.xhtml(1, 88);
    }

    /// Reports of which the register of findings has many rows.
    @State(Scope.Benchmark)
    public static class Rows {
        private final Renderer renderer = new Renderer(Path.of("templates"));
        private final DocumentId register = DocumentId.of(Kind.FINDINGS, Language.RU, Format.XLSX);
        private final Reports reports = Xlsx.reports(ROWS);
    }

    /// A job repository in a file, as the program has it where nothing else is set, and a step that
    /// does nothing.
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init")
    public static class Repository {
        private Path folder;
        private JdbcConnectionPool database;
        private JobRepository repository;
        private JobExecution execution;
        private Step nothing;
        private int steps;

        @Setup(Level.Iteration)
        public void open() throws Exception {
            folder = Files.createTempDirectory("esep-bench");
            database =
                    JdbcConnectionPool.create(
                            "jdbc:h2:file:" + folder.resolve("database") + ";WRITE_DELAY=0",
                            "sa",
                            "");
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                    .load()
                    .migrate();
            JdbcJobRepositoryFactoryBean repositories = new JdbcJobRepositoryFactoryBean();
            repositories.setDataSource(database);
            repositories.setTransactionManager(new JdbcTransactionManager(database));
            repositories.afterPropertiesSet();
            repository = repositories.getObject();
            JobParameters none = new JobParameters();
            execution =
                    repository.createJobExecution(
                            repository.createJobInstance("bench", none),
                            none,
                            new ExecutionContext());
            nothing =
                    new StepBuilder("nothing", repository)
                            .tasklet((_, _) -> RepeatStatus.FINISHED)
                            .build();
        }

        @TearDown(Level.Iteration)
        public void close() throws IOException {
            database.dispose();
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Benchmark
    public FileOutcome aForm(Form form) {
        return form.intake.read(form.file, Clerk.received("mz", form.size));
    }

    @Benchmark
    public List<Obligation> aPlan(Quarter quarter) {
        return unfolded(quarter.facts);
    }

    private static List<Obligation> unfolded(Facts facts) {
        return Unfolding.of(facts.redaction(), facts.register(), facts.period().lastDay());
    }

    @Benchmark
    public Reconciliation aQuarter(Quarter quarter) {
        return Reconciler.reconcile(quarter.facts);
    }

    @Benchmark
    public int eightPages(Pages pages) throws IOException {
        return pages.pdf.write(pages.report, TableReport.DATE, OutputStream.nullOutputStream());
    }

    @Benchmark
    public void aWorkbook(Rows rows) throws IOException {
        rows.renderer.write(rows.register, rows.reports, OutputStream.nullOutputStream());
    }

    @Benchmark
    public StepExecution aStep(Repository all) throws Exception {
        StepExecution step =
                all.repository.createStepExecution("step-" + all.steps++, all.execution);
        all.nothing.execute(step);
        return step;
    }
}
