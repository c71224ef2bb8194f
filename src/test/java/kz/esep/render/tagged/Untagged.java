package kz.esep.render.tagged;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xhtmlrenderer.pdf.PDFCreationListener;

/// The same documents by the same libraries, fonts, compression and short cuts, with the same
/// pages, no character lost, and the same metadata and colour profile, but without a single tag:
/// what [TaggedPdf] is measured against.
///
/// It has no structure, no marked content, no artifacts and no links, and paints lines in the order
/// of the layout.
public final class Untagged {
    /// Zlib's level, as of the tagged ones.
    public static final int COMPRESSION = TaggedPdf.COMPRESSION;

    private static final class Device extends PlainText {
        Device(Fonts fonts) {
            super(ITextRenderer.DEFAULT_DOTS_PER_POINT, fonts);
        }
    }

    /// What PDF/A-2 asks of a file without structure.
    private record Metadata(DocumentInfo info, Instant modified, Fonts fonts)
            implements PDFCreationListener {
        @Override
        public void preOpen(ITextRenderer renderer) {
            PdfWriter writer = Objects.requireNonNull(renderer.getWriter());
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString(info.language()));
            PdfDate date = new PdfDate(GregorianCalendar.from(modified.atZone(ZoneOffset.UTC)));
            writer.getInfo().put(PdfName.CREATIONDATE, date);
            writer.getInfo().put(PdfName.MODDATE, date);
        }

        @Override
        public void preWrite(ITextRenderer renderer, int pages) {
            PdfWriter writer = Objects.requireNonNull(renderer.getWriter());
            writer.getExtraCatalog()
                    .put(PdfName.OUTPUTINTENTS, new PdfArray(Conformance.outputIntent(writer)));
            writer.setXmpMetadata(Xmp.packet(info, modified));
        }

        @Override
        public void onClose(ITextRenderer renderer) {
            fonts.finish();
        }
    }

    private final Dom dom = new Dom();
    private final Fonts fonts = new Fonts();
    private final ITextFontResolver resolver = fonts.resolver();
    private final Sheets sheets = new Sheets();
    private final Widths widths = new Widths();
    private final Resources resources;

    public Untagged(Resources resources) {
        this.resources = resources;
    }

    public void write(String xhtml, Instant modified, OutputStream out) throws IOException {
        fonts.begin(TaggedPdf.sha256(xhtml, modified));
        Document document = dom.parse(xhtml);
        Element body = (Element) document.getElementsByTagName("body").item(0);
        new Characters(document, fonts).prepare(body);
        Heads.prepare(body);
        Bookmarks.prepare(document, body);
        Device device = new Device(fonts);
        Loader loader = new Loader(device, ITextRenderer.DEFAULT_DOTS_PER_PIXEL, resources);
        ITextRenderer renderer =
                new ITextRenderer(
                        ITextRenderer.DEFAULT_DOTS_PER_POINT,
                        ITextRenderer.DEFAULT_DOTS_PER_PIXEL,
                        device,
                        loader,
                        resolver,
                        new Pictures(device, ITextRenderer.DEFAULT_DOTS_PER_PIXEL, fonts),
                        widths);
        Styles.use(renderer.getSharedContext(), sheets, loader);
        renderer.getSharedContext().setLineBreakingStrategy(new WholeWords());
        renderer.setPDFVersion(PdfWriter.VERSION_1_7);
        renderer.setCompression(COMPRESSION);
        renderer.setListener(new Metadata(DocumentInfo.of(document), modified, fonts));
        renderer.setDocument(document, null, new Names());
        renderer.layout();
        renderer.createPDF(out);
    }
}
