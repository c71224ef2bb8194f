package kz.esep.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.FileOutcome;
import kz.esep.language.Language;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Reconciler;
import kz.esep.render.DocumentId;
import kz.esep.render.Format;
import kz.esep.render.Kind;
import kz.esep.render.Renderer;
import kz.esep.report.Reports;
import kz.esep.report.Samples;

/// A long workbook by the whole way, from the model through the template to the file: the register
/// of findings, of which one file has so many.
///
/// `mvn -q -Pquick,bench test-compile exec:exec -Dbench=Xlsx -Dbench.jvm=-Xmx256m`
final class Xlsx {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Xlsx() {}

    public static void main(String[] args) throws IOException {
        Renderer renderer = new Renderer(Path.of("templates"));
        DocumentId register = DocumentId.of(Kind.FINDINGS, Language.RU, Format.XLSX);
        Figures figures = new Figures(Xlsx.class, "rows", "CPU, s", "rows per CPU second", "bytes");
        for (int rows : new int[] {1_000, 10_000, 100_000}) {
            Reports reports = reports(rows);
            Counting out = new Counting();
            long start = THREADS.getCurrentThreadCpuTime();
            renderer.write(register, reports, out);
            double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
            figures.row(
                    rows, Math.round(seconds * 10) / 10.0, Math.round(rows / seconds), out.bytes);
        }
        figures.print();
    }

    static Reports reports(int findings) {
        Facts few = Samples.few().facts();
        List<FileOutcome> files = new ArrayList<>(few.files());
        files.add(withFindings(files.removeLast(), findings));
        return Reports.of(
                Reconciler.reconcile(
                        new Facts(
                                few.redaction(),
                                few.register(),
                                few.period(),
                                few.asOf(),
                                few.zone(),
                                files,
                                few.opening(),
                                few.decisions(),
                                few.calendar())),
                Samples.provenance());
    }

    private static FileOutcome withFindings(FileOutcome file, int findings) {
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < findings; i++) {
            all.add(
                    Finding.of(
                            FindingCode.CLAIM_FOR_ANOTHER_AGENCY,
                            Place.file("mz/2024-Q4.xlsx").cell("Есеп", "F" + (i + 12)),
                            "Мероприятие исполнено, приказ № " + i,
                            Map.of("agency", "МЗ", "measure", i % 90 + 1, "year", "2024")));
        }
        return new FileOutcome(
                file.received(), file.verdict(), file.submission(), file.rows(), all);
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int count) {
            bytes += count;
        }
    }
}
