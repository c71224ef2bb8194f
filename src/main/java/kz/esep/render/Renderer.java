package kz.esep.render;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.esep.findings.Severity;
import kz.esep.intake.FileOutcome;
import kz.esep.language.Speeches;
import kz.esep.reconcile.Status;
import kz.esep.reconcile.TargetResult;
import kz.esep.reconcile.Timeliness;
import kz.esep.render.tagged.MissingGlyphException;
import kz.esep.render.xlsx.MarkupException;
import kz.esep.render.xlsx.XlsxWriter;
import kz.esep.report.CoExecution;
import kz.esep.report.Reports;
import org.xml.sax.SAXException;

/// Writes the documents of a period in both official languages. Safe for several threads.
public final class Renderer {

    private final Path folder;
    private final Speeches speeches;
    private final Templates pages;
    private final Templates workbooks;
    private final Press press;

    /// @param folder `templates`
    public Renderer(Path folder) {
        this(folder, new Speeches(folder.resolve("messages")));
    }

    /// @param folder `templates`
    /// @param speeches from its bundles
    public Renderer(Path folder, Speeches speeches) {
        this.folder = folder;
        this.speeches = speeches;
        this.press = new Press(folder);
        this.pages = new Templates(folder, speeches, new Legible(this::printable));
        this.workbooks = new Templates(folder, speeches, Legible.IN_XML);
    }

    /// Receipts from the same words, printed with the same fonts: what has been read of either is
    /// not read again.
    public Receipts receipts() {
        return new Receipts(folder, speeches, press);
    }

    /// Every document of a period.
    public static List<DocumentId> documents(Reports reports) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> kind.documents(reports).stream())
                .toList();
    }

    public void write(DocumentId document, Reports reports, OutputStream out) throws IOException {
        switch (document.format()) {
            case PDF -> writePdf(document, reports, out);
            case XLSX -> workbook(document, reports, out);
            case HTML -> out.write(xhtml(document, reports).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// All that a document says and shows, before it is laid out.
    public void say(DocumentId document, Reports reports, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Templates templates = document.format() == Format.XLSX ? workbooks : pages;
        templates.fill(template(document), document.language(), model(document, reports), text);
        text.flush();
    }

    private void writePdf(DocumentId document, Reports reports, OutputStream out)
            throws IOException {
        String template = template(document);
        try {
            press.print(xhtml(document, reports), reports.provenance().asOf(), out);
        } catch (MissingGlyphException e) {
            throw TemplateMistake.of(template, e);
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof SAXException) {
                throw TemplateMistake.of(
                        template,
                        pages.lastElement(
                                template,
                                document.language().orElseThrow(),
                                model(document, reports)),
                        e);
            }
            throw e;
        }
    }

    /// A page's text and structure; of a PDF, before it has pages.
    String xhtml(DocumentId document, Reports reports) {
        return Lines.kept(fill(pages, document, reports));
    }

    /// The workbook, before it is streamed.
    String markup(DocumentId document, Reports reports) {
        return fill(workbooks, document, reports);
    }

    /// By way of a file: the markup of a long workbook does not fit into the memory.
    private void workbook(DocumentId document, Reports reports, OutputStream out)
            throws IOException {
        Path markup = Files.createTempFile("esep-", ".xml");
        try {
            try (Writer text = Files.newBufferedWriter(markup)) {
                workbooks.fill(
                        template(document), document.language(), model(document, reports), text);
            }
            try (Reader text = Files.newBufferedReader(markup)) {
                XlsxWriter.write(text, out);
            }
        } catch (MarkupException e) {
            throw TemplateMistake.of(e);
        } finally {
            Files.delete(markup);
        }
    }

    private static String fill(Templates templates, DocumentId document, Reports reports) {
        return templates.fill(template(document), document.language(), model(document, reports));
    }

    private static String template(DocumentId document) {
        return document.format().template(document.kind());
    }

    private static Map<String, Object> model(DocumentId document, Reports reports) {
        return Map.of(
                "report", document.kind().content(reports, document.agency()),
                // only the page that leads to all documents names them
                "documents", document.kind().isOfContent() ? List.of() : documents(reports),
                "charts", reports.charts(),
                "statuses", Status.values(),
                "outcomes", TargetResult.Outcome.values(),
                "standings", Timeliness.Standing.values(),
                "voices", CoExecution.Voice.values(),
                "verdicts", FileOutcome.Verdict.values(),
                "severities", Severity.values());
    }

    private boolean printable(int codePoint) {
        return Legible.onPaper(codePoint) && press.shows(codePoint);
    }
}
