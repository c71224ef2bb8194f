package kz.esep.render.tagged;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfName;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// What the elements of XHTML are called in the structure of a PDF.
final class Roles {
    private static final Map<String, PdfName> NAMES =
            Map.ofEntries(
                    Map.entry("section", PdfName.SECT),
                    Map.entry("blockquote", PdfName.BLOCKQUOTE),
                    Map.entry("h1", PdfName.H1),
                    Map.entry("h2", PdfName.H2),
                    Map.entry("h3", PdfName.H3),
                    Map.entry("h4", PdfName.H4),
                    Map.entry("h5", PdfName.H5),
                    Map.entry("h6", PdfName.H6),
                    Map.entry("p", PdfName.P),
                    Map.entry("pre", PdfName.P),
                    Map.entry("figcaption", PdfName.P),
                    Map.entry("ul", PdfName.L),
                    Map.entry("ol", PdfName.L),
                    Map.entry("li", PdfName.LI),
                    Map.entry("table", PdfName.TABLE),
                    Map.entry("caption", PdfName.CAPTION),
                    Map.entry("thead", PdfName.THEAD),
                    Map.entry("tbody", PdfName.TBODY),
                    Map.entry("tfoot", PdfName.TFOOT),
                    Map.entry("tr", PdfName.TABLEROW),
                    Map.entry("th", PdfName.TH),
                    Map.entry("td", PdfName.TD),
                    Map.entry("img", PdfName.FIGURE),
                    Map.entry("svg", PdfName.FIGURE));

    /// Tags that hold tags only: loose text in them gets a paragraph of its own.
    private static final Set<PdfName> GROUPS =
            Set.of(
                    PdfName.DOCUMENT,
                    PdfName.SECT,
                    PdfName.DIV,
                    PdfName.BLOCKQUOTE,
                    PdfName.L,
                    PdfName.LI,
                    PdfName.TABLE,
                    PdfName.THEAD,
                    PdfName.TBODY,
                    PdfName.TFOOT,
                    PdfName.TABLEROW);

    private static final Set<String> INLINE =
            Set.of(
                    "a", "abbr", "b", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins",
                    "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
                    "time", "u", "var");

    private Roles() {}

    /// The role of an element within a tag; null if only its contents have a place in the
    /// structure.
    static @Nullable PdfName of(Element element, PdfName parent) {
        String name = element.getNodeName();
        if (name.equals("a") && element.hasAttribute("href")) {
            return PdfName.LINK;
        }
        if (isInline(element)) {
            return element.hasAttribute("lang") ? PdfName.SPAN : null;
        }
        PdfName role = NAMES.get(name);
        if (role == null && (element.hasAttribute("lang") || !isGroup(parent))) {
            return PdfName.DIV;
        }
        return role;
    }

    static boolean isGroup(PdfName role) {
        return GROUPS.contains(role);
    }

    static boolean isInline(Node node) {
        return INLINE.contains(node.getNodeName());
    }

    /// Whether a picture says nothing that the text does not: `alt=""` or `aria-hidden="true"`.
    static boolean isDecorative(Element picture) {
        return picture.getAttribute("aria-hidden").equals("true")
                || (picture.hasAttribute("alt") && picture.getAttribute("alt").isEmpty());
    }
}
