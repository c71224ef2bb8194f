package kz.esep.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FormContent;
import kz.esep.intake.Received;
import kz.esep.intake.Seals;
import kz.esep.intake.xlsx.Clerk;
import kz.esep.intake.xlsx.Corpus;
import kz.esep.intake.xlsx.FormWriter;
import kz.esep.intake.xlsx.Limits;
import kz.esep.intake.xlsx.WorkbookIntake;

/// What reading and writing a form costs, and what refusing a hurtful file costs at worst:
/// processor time and memory asked for, of one thread. Making the files takes more than 64 MiB,
/// hence `-Dbench.jvm=-Xmx512m`; that reading them does not is proven by `CorpusTest`.
final class Workbooks {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 60;
    private static final int MEASURED = 101;
    private static final double MEBIBYTE = 1 << 20;

    private interface Work {
        void once() throws IOException;
    }

    private record Cost(double milliseconds, double mebibytes) {}

    private Workbooks() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("esep-bench");
        Corpus.write(folder);
        WorkbookIntake intake =
                new WorkbookIntake(Clerk.context(Seals.demonstration()), Limits.FORM);
        FormContent content = Clerk.content("mz");
        FormWriter writer = new FormWriter(Clerk.KK, Clerk.RU, Seals.demonstration());
        Figures figures =
                new Figures(
                        Workbooks.class,
                        "what",
                        "files a second",
                        "CPU a file, ms",
                        "memory asked for, MiB");
        row(figures, "read a form, .xlsx", () -> read(intake, folder.resolve("row-hidden.xlsx")));
        row(figures, "read a form, .xls", () -> read(intake, folder.resolve("legacy.xls")));
        row(figures, "write a form", () -> writer.write(content, OutputStream.nullOutputStream()));
        Path slowest = folder;
        Cost most = new Cost(0, 0);
        for (Path file : files(folder)) {
            if (read(intake, file).verdict() == FileOutcome.Verdict.REJECTED) {
                Cost cost = cost(() -> read(intake, file), 0, 3);
                if (cost.milliseconds() > most.milliseconds()) {
                    slowest = file;
                    most = cost;
                }
            }
        }
        row(figures, "refuse the slowest, " + slowest.getFileName(), most);
        figures.print();
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static FileOutcome read(WorkbookIntake intake, Path file) throws IOException {
        Received received = Clerk.received("mz", Files.size(file));
        return intake.read(file, received);
    }

    private static void row(Figures figures, String what, Work work) throws IOException {
        row(figures, what, cost(work, WARM_UP, MEASURED));
    }

    private static void row(Figures figures, String what, Cost cost) {
        figures.row(
                what,
                Math.round(1000 / cost.milliseconds()),
                Math.round(cost.milliseconds() * 10) / 10.0,
                Math.round(cost.mebibytes() * 10) / 10.0);
    }

    /// The median of many.
    private static Cost cost(Work work, int warmUp, int measured) throws IOException {
        for (int i = 0; i < warmUp; i++) {
            work.once();
        }
        double[] milliseconds = new double[measured];
        double[] mebibytes = new double[measured];
        for (int i = 0; i < measured; i++) {
            long bytes = THREAD.getCurrentThreadAllocatedBytes();
            long time = THREAD.getCurrentThreadCpuTime();
            work.once();
            milliseconds[i] = (THREAD.getCurrentThreadCpuTime() - time) / 1e6;
            mebibytes[i] = (THREAD.getCurrentThreadAllocatedBytes() - bytes) / MEBIBYTE;
        }
        Arrays.sort(milliseconds);
        Arrays.sort(mebibytes);
        return new Cost(milliseconds[measured / 2], mebibytes[measured / 2]);
    }
}
