package kz.esep.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfWriter;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.pdf.ITextRenderer;

/// Flying Saucer with OpenPDF as they come, which write no tags: the same XHTML, style sheet, fonts
/// and compression as ours; the fonts are kept between documents.
final class FlyingSaucerPeer {

    private static final String TEMPLATES = Path.of("templates/pdf/").toUri().toString();

    private final ITextFontResolver fonts = new ITextFontResolver();
    private final int compression;

    /// @param compression zlib's level
    FlyingSaucerPeer(int compression) throws IOException {
        this.compression = compression;
        for (String style : new String[] {"Regular", "Bold"}) {
            fonts.addFont("liberation/LiberationSans-" + style + ".ttf", BaseFont.IDENTITY_H, true);
        }
    }

    void write(String xhtml, OutputStream out) {
        ITextRenderer renderer = new ITextRenderer(fonts);
        renderer.setPDFVersion(PdfWriter.VERSION_1_7);
        renderer.setCompression(compression);
        renderer.setDocumentFromString(xhtml, TEMPLATES);
        renderer.layout();
        renderer.createPDF(out);
    }
}
