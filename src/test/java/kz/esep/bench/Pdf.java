package kz.esep.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kz.esep.render.tagged.TaggedPdf;
import kz.esep.render.tagged.Untagged;

/// What tagging costs: processor time of the same report with tags, by the same means without (see
/// [Untagged]), and without by the libraries as they come; by turns, so that a noisy machine is
/// noisy for all. The median of many after a warm-up.
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
                        Pdf.class,
                        "pages",
                        "rows",
                        "tagged CPU, ms",
                        "the same without a tag",
                        "ratio",
                        "Flying Saucer as it comes",
                        "ratio to it");
        TaggedPdf tagged = new TaggedPdf(TableReport::styleSheet);
        Untagged untagged = new Untagged(TableReport::styleSheet);
        FlyingSaucerPeer plain = new FlyingSaucerPeer(Untagged.COMPRESSION);
        List<Writing> writings =
                List.of(
                        xhtml -> tagged.write(xhtml, TableReport.DATE, nowhere()),
                        xhtml -> untagged.write(xhtml, TableReport.DATE, nowhere()),
                        xhtml -> plain.write(xhtml, nowhere()));
        for (int pages : new int[] {8, 24}) {
            int rows = TableReport.rowsFor(pages);
            double[][] spent = new double[writings.size()][MEASURED];
            for (int i = -WARM_UP; i < MEASURED; i++) {
                String xhtml = TableReport.xhtml(i, rows);
                for (int turn = 0; turn < writings.size(); turn++) {
                    // there and back: who comes after its kin finds the processor warm
                    int way = i % 2 == 0 ? turn : writings.size() - 1 - turn;
                    double milliseconds = milliseconds(writings.get(way), xhtml);
                    if (i >= 0) {
                        spent[way][i] = milliseconds;
                    }
                }
            }
            double ours = median(spent[0]);
            double same = median(spent[1]);
            double itComes = median(spent[2]);
            figures.row(
                    pages,
                    rows,
                    rounded(ours),
                    rounded(same),
                    rounded(ours / same, 3),
                    rounded(itComes),
                    rounded(ours / itComes, 3));
        }
        figures.print();
    }

    private static OutputStream nowhere() {
        return OutputStream.nullOutputStream();
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
