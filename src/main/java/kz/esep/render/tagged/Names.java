package kz.esep.render.tagged;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xhtmlrenderer.simple.extend.XhtmlNamespaceHandler;

/// What the names of XHTML mean. The inherited one, asked for a language before each line is
/// broken, looks through the document's head for one that this document need not say there.
final class Names extends XhtmlNamespaceHandler {
    @Override
    public String getLang(@Nullable Element element) {
        return element == null ? "" : element.getAttribute("lang");
    }
}
