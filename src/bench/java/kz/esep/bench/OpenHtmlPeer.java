package kz.esep.bench;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;

/// openhtmltopdf: the same XHTML and style sheet as ours; font metrics kept between documents.
final class OpenHtmlPeer {

    private final boolean accessible;
    private final byte[] profile;
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

    /// @param accessible PDF/UA and PDF/A-2a, else neither
    OpenHtmlPeer(boolean accessible) throws IOException {
        this.accessible = accessible;
        XRLog.setLoggingEnabled(false);
        try (InputStream in =
                Objects.requireNonNull(
                        OpenHtmlPeer.class.getResourceAsStream(
                                "/kz/esep/render/tagged/sRGB.icc"))) {
            profile = in.readAllBytes();
        }
    }

    void write(Content content, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.withHtmlContent(content.xhtml(), Path.of("templates/pdf/").toUri().toString());
        builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics);
        builder.useFont(() -> font("Regular"), "Liberation Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("Bold"), "Liberation Sans", 700, FontStyle.NORMAL, true);
        if (accessible) {
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
            builder.useColorProfile(profile);
        }
        builder.toStream(out);
        builder.run();
    }

    static InputStream font(String style) {
        return Objects.requireNonNull(
                OpenHtmlPeer.class.getResourceAsStream(
                        "/liberation/LiberationSans-" + style + ".ttf"));
    }
}
