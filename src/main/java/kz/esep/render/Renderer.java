package kz.esep.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.esep.findings.Severity;
import kz.esep.intake.FileOutcome;
import kz.esep.reconcile.Status;
import kz.esep.reconcile.TargetResult;
import kz.esep.reconcile.Timeliness;
import kz.esep.render.xlsx.XlsxWriter;
import kz.esep.report.Reports;

/// Writes the documents of a period in both official languages. Safe for several threads.
public final class Renderer {

    private final Templates pages;
    private final Templates workbooks;
    private final Press press;

    /// @param folder `templates`
    public Renderer(Path folder) {
        this.press = new Press(folder);
        this.pages = new Templates(folder, new Legible(this::printable));
        this.workbooks = new Templates(folder, Legible.IN_XML);
    }

    /// Every document of a period.
    public static List<DocumentId> documents(Reports reports) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> kind.documents(reports).stream())
                .toList();
    }

    public void write(DocumentId document, Reports reports, OutputStream out) throws IOException {
        switch (document.format()) {
            case PDF -> press.print(xhtml(document, reports), reports.provenance().asOf(), out);
            case XLSX -> XlsxWriter.write(new StringReader(markup(document, reports)), out);
            case HTML -> out.write(xhtml(document, reports).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// A page's text and structure; of a PDF, before it has pages.
    String xhtml(DocumentId document, Reports reports) {
        return fill(pages, document, reports);
    }

    /// The workbook, before it is streamed.
    String markup(DocumentId document, Reports reports) {
        return fill(workbooks, document, reports);
    }

    private static String fill(Templates templates, DocumentId document, Reports reports) {
        String template = document.format().template(document.kind());
        Map<String, Object> model = model(document, reports);
        return document.language().isPresent()
                ? templates.fill(template, document.language().get(), model)
                : templates.fill(template, model);
    }

    private static Map<String, Object> model(DocumentId document, Reports reports) {
        return Map.of(
                "report", document.kind().content(reports, document.agency()),
                "documents", documents(reports),
                "charts", reports.charts(),
                "statuses", Status.values(),
                "outcomes", TargetResult.Outcome.values(),
                "standings", Timeliness.Standing.values(),
                "verdicts", FileOutcome.Verdict.values(),
                "severities", Severity.values());
    }

    private boolean printable(int codePoint) {
        return Legible.inXml(codePoint) && press.shows(codePoint);
    }
}
