package kz.esep.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import kz.esep.render.tagged.TaggedPdf;
import kz.esep.render.tagged.Untagged;

/// What tagging costs: processor time of the same report with tags and without, by turns, so that a
/// noisy machine is noisy for both. The median of many after a warm-up.
final class Pdf {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 40;
    private static final int MEASURED = 61;

    private interface Writing {
        void of(String xhtml) throws IOException;
    }

    private Pdf() {}

    public static void main(String[] args) throws IOException {
        Figures figures =
                new Figures(
                        Pdf.class, "pages", "rows", "tagged CPU, ms", "untagged CPU, ms", "ratio");
        TaggedPdf tagged = new TaggedPdf(TableReport::styleSheet);
        Untagged untagged = new Untagged(TableReport::styleSheet);
        for (int pages : new int[] {8, 24}) {
            int rows = TableReport.rowsFor(pages);
            double[] with = new double[MEASURED];
            double[] without = new double[MEASURED];
            for (int i = -WARM_UP; i < MEASURED; i++) {
                String xhtml = TableReport.xhtml(i, rows);
                double plain =
                        milliseconds(
                                text ->
                                        untagged.write(
                                                text,
                                                TableReport.DATE,
                                                OutputStream.nullOutputStream()),
                                xhtml);
                double ours =
                        milliseconds(
                                text ->
                                        tagged.write(
                                                text,
                                                TableReport.DATE,
                                                OutputStream.nullOutputStream()),
                                xhtml);
                if (i >= 0) {
                    with[i] = ours;
                    without[i] = plain;
                }
            }
            figures.row(
                    pages,
                    rows,
                    rounded(median(with)),
                    rounded(median(without)),
                    rounded(median(with) / median(without), 3));
        }
        figures.print();
    }

    private static double milliseconds(Writing writing, String xhtml) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        writing.of(xhtml);
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double rounded(double value) {
        return rounded(value, 1);
    }

    private static double rounded(double value, int places) {
        return Double.parseDouble(String.format(Locale.ROOT, "%." + places + "f", value));
    }
}
