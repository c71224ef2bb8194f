package kz.esep.bench;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kz.esep.render.tagged.TaggedPdf;

/// 150 different tagged reports of eight pages on two threads, from the start of the process: fonts
/// unread, code not compiled. Say `-Dbench.jvm="-Xmx64m -XX:TieredStopAtLevel=1"` for what the
/// launcher does.
final class PdfBatch {

    private static final int DOCUMENTS = 150;
    private static final int THREADS = 2;
    private static final int ROWS = 88;

    private PdfBatch() {}

    public static void main(String[] args) throws Exception {
        ThreadLocal<TaggedPdf> writers =
                ThreadLocal.withInitial(() -> new TaggedPdf(TableReport::styleSheet));
        int pages = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Integer> document :
                    IntStream.range(0, DOCUMENTS)
                            .mapToObj(seed -> threads.submit(() -> write(writers.get(), seed)))
                            .toList()) {
                pages += document.get();
            }
        }
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        double passed = (System.currentTimeMillis() - started) / 1e3;
        double worked =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
        Figures figures =
                new Figures(
                        PdfBatch.class, "documents", "pages", "passed, s", "CPU of the process, s");
        figures.row(DOCUMENTS, pages, rounded(passed), rounded(worked));
        figures.print();
    }

    private static int write(TaggedPdf writer, int seed) throws Exception {
        return writer.write(
                TableReport.xhtml(seed, ROWS), TableReport.DATE, OutputStream.nullOutputStream());
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", value));
    }
}
