package kz.esep.render.tagged;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xhtmlrenderer.pdf.ITextTextRenderer;

/// The same documents by the same libraries, fonts, compression and short cuts, without a single
/// tag: what [TaggedPdf] is measured against.
public final class Untagged {
    private static final class Device extends PlainBoxes {
        Device() {
            super(ITextRenderer.DEFAULT_DOTS_PER_POINT);
        }
    }

    private final Dom dom = new Dom();
    private final Fonts fonts = new Fonts();
    private final ITextFontResolver resolver = fonts.resolver();
    private final Sheets sheets = new Sheets();
    private final Resources resources;

    public Untagged(Resources resources) {
        this.resources = resources;
    }

    public void write(String xhtml, OutputStream out) throws IOException {
        fonts.begin(xhtml.getBytes(StandardCharsets.UTF_8));
        Document document = dom.parse(xhtml);
        new Characters(document, fonts)
                .prepare((Element) document.getElementsByTagName("body").item(0));
        Device device = new Device();
        Loader loader = new Loader(device, ITextRenderer.DEFAULT_DOTS_PER_PIXEL, resources);
        ITextRenderer renderer =
                new ITextRenderer(
                        ITextRenderer.DEFAULT_DOTS_PER_POINT,
                        ITextRenderer.DEFAULT_DOTS_PER_PIXEL,
                        device,
                        loader,
                        resolver,
                        new Pictures(device, ITextRenderer.DEFAULT_DOTS_PER_PIXEL, fonts),
                        new ITextTextRenderer());
        Styles.use(renderer.getSharedContext(), sheets, loader);
        renderer.getSharedContext().setLineBreakingStrategy(new WholeWords());
        renderer.setPDFVersion(PdfWriter.VERSION_1_7);
        renderer.setCompression(TaggedPdf.COMPRESSION);
        renderer.setDocument(document);
        renderer.layout();
        renderer.createPDF(out);
    }
}
