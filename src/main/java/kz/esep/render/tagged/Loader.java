package kz.esep.render.tagged;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextUserAgent;
import org.xhtmlrenderer.simple.extend.XhtmlNamespaceHandler;

/// Loads from the resources and from nowhere else; only Flying Saucer's own style sheet comes from
/// its jar.
final class Loader extends ITextUserAgent {
    private static final String OWN_SHEET =
            new XhtmlNamespaceHandler().getDefaultStylesheet().orElseThrow().getUri();

    private final Resources resources;

    Loader(ITextOutputDevice device, int dotsPerPixel, Resources resources) {
        super(device, dotsPerPixel);
        this.resources = resources;
    }

    private static InputStream ourSheet() {
        return Objects.requireNonNull(Loader.class.getResourceAsStream("defaults.css"));
    }

    @Override
    public @Nullable String resolveURI(@Nullable String uri) {
        return uri;
    }

    @Override
    protected InputStream openStream(String uri) throws IOException {
        if (uri.equals(OWN_SHEET)) {
            return new SequenceInputStream(super.openStream(uri), ourSheet());
        }
        // unchecked: the caller would log an IOException and print the document without
        return resources
                .open(uri)
                .orElseThrow(() -> new IllegalArgumentException("no such resource: " + uri));
    }
}
