package kz.esep.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Seals;
import kz.esep.intake.xlsx.Clerk;
import kz.esep.intake.xlsx.Corpus;
import kz.esep.intake.xlsx.Limits;
import kz.esep.intake.xlsx.WorkbookIntake;
import kz.esep.plan.Obligation;
import kz.esep.plan.Unfolding;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Reconciler;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.tagged.TaggedPdf;
import kz.esep.report.Samples;
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
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// The parts of the job by themselves, measured by JMH: reading a form, unfolding the plan, reconciling a quarter,
/// printing eight pages. Its figures are time that passed: true on a quiet machine only.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class Parts {

    private final TaggedPdf pdf = new TaggedPdf(TableReport::styleSheet);
    private final String report = TableReport.xhtml(1, 88);
    private final Facts facts = Samples.whole().facts();
    private final WorkbookIntake intake =
            new WorkbookIntake(Clerk.context(Seals.demonstration()), Limits.FORM);
    private Path folder = Path.of("");
    private Path form = Path.of("");
    private long size;

    public static void main(String[] args) throws Exception {
        new Runner(
                        new OptionsBuilder()
                                .include(Parts.class.getName())
                                .addProfiler(GCProfiler.class)
                                .build())
                .run();
    }

    @Setup(Level.Trial)
    public void fill() throws Exception {
        folder = Files.createTempDirectory("esep-bench");
        Corpus.write(folder);
        form = folder.resolve("row-hidden.xlsx");
        size = Files.size(form);
    }

    @TearDown(Level.Trial)
    public void clear() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Benchmark
    public FileOutcome aForm() {
        return intake.read(form, Clerk.received("mz", size));
    }

    @Benchmark
    public List<Obligation> aPlan() {
        return Unfolding.of(facts.redaction(), facts.register(), facts.period().lastDay());
    }

    @Benchmark
    public Reconciliation aQuarter() {
        return Reconciler.reconcile(facts);
    }

    @Benchmark
    public int eightPages() throws IOException {
        return pdf.write(report, TableReport.DATE, OutputStream.nullOutputStream());
    }
}
