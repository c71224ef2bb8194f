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
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kz.esep.findings.Severity;
import kz.esep.intake.FileOutcome;
import kz.esep.language.Speeches;
import kz.esep.ledger.Sha256;
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

    /// @return names what the document says, as [#content] does: a template is filled but once
    public String write(DocumentId document, Reports reports, OutputStream out) throws IOException {
        return switch (document.format()) {
            case PDF -> writePdf(document, reports, out);
            case XLSX -> workbook(document, reports, out);
            case HTML -> {
                String page = page(document, reports);
                out.write(Lines.kept(page).getBytes(StandardCharsets.UTF_8));
                yield Sha256.of(page);
            }
        };
    }

    /// Names all that a document says and shows, before it is laid out: the SHA-256 of its filled
    /// template, in lower-case hex.
    public String content(DocumentId document, Reports reports) throws IOException {
        Templates templates = document.format() == Format.XLSX ? workbooks : pages;
        return digest(templates, document, reports, OutputStream.nullOutputStream());
    }

    private String writePdf(DocumentId document, Reports reports, OutputStream out)
            throws IOException {
        String template = template(document);
        String page = page(document, reports);
        try {
            press.print(Lines.kept(page), reports.provenance().asOf(), out);
            return Sha256.of(page);
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
        return Lines.kept(page(document, reports));
    }

    private String page(DocumentId document, Reports reports) {
        return fill(pages, document, reports);
    }

    /// The workbook, before it is streamed.
    String markup(DocumentId document, Reports reports) {
        return fill(workbooks, document, reports);
    }

    /// By way of a file: the markup of a long workbook does not fit into the memory.
    private String workbook(DocumentId document, Reports reports, OutputStream out)
            throws IOException {
        Path markup = Files.createTempFile("esep-", ".xml");
        try {
            String content;
            try (OutputStream file = Files.newOutputStream(markup)) {
                content = digest(workbooks, document, reports, file);
            }
            try (Reader text = Files.newBufferedReader(markup)) {
                XlsxWriter.write(text, out);
            }
            return content;
        } catch (MarkupException e) {
            throw TemplateMistake.of(e);
        } finally {
            Files.delete(markup);
        }
    }

    /// Fills a template and names what it says.
    private static String digest(
            Templates templates, DocumentId document, Reports reports, OutputStream out)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        OutputStream bytes = new DigestOutputStream(out, digest);
        try (Writer text =
                new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            templates.fill(template(document), document.language(), model(document, reports), text);
        }
        return HexFormat.of().formatHex(digest.digest());
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
