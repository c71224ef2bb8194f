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
import kz.esep.language.Speeches;
import kz.esep.ledger.Sha256;
import kz.esep.render.tagged.MissingGlyphException;
import kz.esep.render.xlsx.MarkupException;
import kz.esep.render.xlsx.XlsxWriter;
import kz.esep.report.Provenance;
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

    /// @return what the document says, as [#content] does: a template is filled but once
    public Said write(DocumentId document, Reports reports, OutputStream out) throws IOException {
        Model model = new Model(document, reports);
        String content =
                switch (document.format()) {
                    case PDF -> writePdf(document, model, reports.provenance(), out);
                    case XLSX -> workbook(document, model, out);
                    case HTML -> {
                        String page = page(document, model);
                        out.write(Lines.kept(page).getBytes(StandardCharsets.UTF_8));
                        yield Sha256.of(page);
                    }
                };
        return new Said(content, model.asked());
    }

    /// What a document says and shows, before it is laid out, is named by the SHA-256 of its filled
    /// template, in lower-case hex.
    public Said content(DocumentId document, Reports reports) throws IOException {
        Templates templates = document.format() == Format.XLSX ? workbooks : pages;
        Model model = new Model(document, reports);
        String content = digest(templates, document, model, OutputStream.nullOutputStream());
        return new Said(content, model.asked());
    }

    private String writePdf(
            DocumentId document, Model model, Provenance provenance, OutputStream out)
            throws IOException {
        String template = template(document);
        String page = page(document, model);
        try {
            String content = Sha256.of(page);
            press.print(Lines.kept(page), content, provenance.asOf(), out);
            return content;
        } catch (MissingGlyphException e) {
            throw TemplateMistake.of(template, e);
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof SAXException) {
                throw TemplateMistake.of(
                        template,
                        pages.lastElement(template, document.language().orElseThrow(), model),
                        e);
            }
            throw e;
        }
    }

    /// A page's text and structure; of a PDF, before it has pages.
    String xhtml(DocumentId document, Reports reports) {
        return Lines.kept(page(document, new Model(document, reports)));
    }

    private String page(DocumentId document, Model model) {
        return fill(pages, document, model);
    }

    /// The workbook, before it is streamed.
    String markup(DocumentId document, Reports reports) {
        return fill(workbooks, document, new Model(document, reports));
    }

    /// By way of a file: the markup of a long workbook does not fit into the memory.
    private String workbook(DocumentId document, Model model, OutputStream out) throws IOException {
        Path markup = Files.createTempFile("esep-", ".xml");
        try {
            String content;
            try (OutputStream file = Files.newOutputStream(markup)) {
                content = digest(workbooks, document, model, file);
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
            Templates templates, DocumentId document, Model model, OutputStream out)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        OutputStream bytes = new DigestOutputStream(out, digest);
        try (Writer text =
                new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            templates.fill(template(document), document.language(), model, text);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String fill(Templates templates, DocumentId document, Model model) {
        return templates.fill(template(document), document.language(), model);
    }

    private static String template(DocumentId document) {
        return document.format().template(document.kind());
    }

    private boolean printable(int codePoint) {
        return Legible.onPaper(codePoint) && press.shows(codePoint);
    }
}
