package kz.esep.render.tagged;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.openpdf.text.pdf.ByteBuffer;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.pdf.ITextRenderer;

/// Writes tagged PDF from XHTML and CSS. One object per thread; keep it for many documents: it
/// keeps the fonts, whose parsing takes as long as a short document.
///
/// What a document may use, besides what Flying Saucer knows of CSS 2.1 and paged media:
/// - `html@lang`, `title` (both required), `meta` author, subject, keywords, generator;
/// - `lang` on any element; `th@scope`; `caption`; `a@href`; bookmarks come from h1 to h6;
/// - lists: `list-style: none` with a counter in `li::before` gives labels that are read, where the
///   built-in markers are decoration;
/// - pictures and inline SVG (see [SvgDrawing]) with `alt`, `aria-label` or `title`, or
///   `aria-hidden="true"`.
///
/// Beware of `rowspan` in a `thead`: Flying Saucer paints such a cell's background and borders on
/// the table's first page only.
///
/// The same text, date and resources give the same bytes.
public final class TaggedPdf {
    /// Zlib's best of the quick ways: a seventh of the whole time less than its middle one, 6, and
    /// a tenth larger.
    static final int COMPRESSION = 3;

    /// Of a report of eight pages.
    private static final int FILE = 1 << 18;

    private static final float DOTS_PER_POINT = ITextRenderer.DEFAULT_DOTS_PER_POINT;
    private static final int DOTS_PER_PIXEL = ITextRenderer.DEFAULT_DOTS_PER_PIXEL;

    private final Dom dom = new Dom();
    private final Fonts fonts = new Fonts();
    private final ITextFontResolver resolver = fonts.resolver();
    private final Sheets sheets = new Sheets();
    private final Widths widths = new Widths();
    private final Resources resources;

    /// @param resources finds style sheets and images; nothing else is ever loaded
    public TaggedPdf(Resources resources) {
        this.resources = resources;
    }

    /// Writes one document.
    ///
    /// @param modified the date that the file will bear
    /// @return the number of pages
    /// @throws MissingGlyphException if no font has a character
    /// @throws IllegalArgumentException if the document is not well-formed or lacks what
    ///   accessibility needs: a title, a language, words for a picture, the target of a link
    public int write(String xhtml, Instant modified, OutputStream out) throws IOException {
        return write(xhtml, xhtml, modified, out);
    }

    /// Writes a document that its name tells from all others, as a checksum of its text does.
    ///
    /// @param name the same text, the same name
    /// @see #write(String, Instant, OutputStream)
    public int write(String xhtml, String name, Instant modified, OutputStream out)
            throws IOException {
        byte[] identity = sha256(name, modified);
        fonts.begin(identity);
        Document document = dom.parse(xhtml);
        DocumentInfo info = DocumentInfo.of(document);
        Element body =
                Dom.child(document.getDocumentElement(), "body")
                        .orElseThrow(() -> new IllegalArgumentException("<body> is missing"));
        new Characters(document, fonts).prepare(body);
        Heads.prepare(body);
        Bookmarks.prepare(document, body);

        TaggedDevice device = new TaggedDevice(DOTS_PER_POINT, fonts);
        Loader loader = new Loader(device, DOTS_PER_PIXEL, resources);
        ITextRenderer renderer =
                new ITextRenderer(
                        DOTS_PER_POINT,
                        DOTS_PER_PIXEL,
                        device,
                        loader,
                        resolver,
                        new Pictures(device, DOTS_PER_PIXEL, fonts),
                        widths);
        Styles.use(renderer.getSharedContext(), sheets, loader);
        renderer.getSharedContext().setLineBreakingStrategy(new WholeWords());
        renderer.setPDFVersion(PdfWriter.VERSION_1_7);
        renderer.setPDFProducer(Xmp.PRODUCER);
        renderer.setPDFCreator(info.creator());
        renderer.setCompression(COMPRESSION);
        renderer.setListener(new Conformance(body, info, device, fonts, modified, identity));
        renderer.setDocument(document, null, new Names());
        renderer.layout();
        ByteBuffer file = new ByteBuffer(FILE);
        renderer.createPDF(file);
        device.appendStructure(file);
        file.writeTo(out);
        return device.pages().getPages().size();
    }

    /// Whether a character can be printed, or is one that is left out because it has no shape. Ask
    /// it for text whose author cannot be asked to mend it.
    public boolean shows(int codePoint) {
        return fonts.have(codePoint) || Characters.printed(Character.toString(codePoint)).isEmpty();
    }

    static byte[] sha256(String text, Instant modified) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return digest.digest(modified.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
