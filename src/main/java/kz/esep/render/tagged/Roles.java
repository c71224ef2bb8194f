package kz.esep.render.tagged;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// What the elements of XHTML are called in the structure of a PDF.
final class Roles {
    private static final Map<String, Role> NAMES =
            Map.ofEntries(
                    Map.entry("section", Role.SECTION),
                    Map.entry("blockquote", Role.QUOTATION),
                    Map.entry("h1", Role.H1),
                    Map.entry("h2", Role.H2),
                    Map.entry("h3", Role.H3),
                    Map.entry("h4", Role.H4),
                    Map.entry("h5", Role.H5),
                    Map.entry("h6", Role.H6),
                    Map.entry("p", Role.PARAGRAPH),
                    Map.entry("pre", Role.PARAGRAPH),
                    Map.entry("figcaption", Role.PARAGRAPH),
                    Map.entry("ul", Role.LIST),
                    Map.entry("ol", Role.LIST),
                    Map.entry("li", Role.ITEM),
                    Map.entry("table", Role.TABLE),
                    Map.entry("caption", Role.CAPTION),
                    Map.entry("thead", Role.HEAD),
                    Map.entry("tbody", Role.BODY),
                    Map.entry("tfoot", Role.FOOT),
                    Map.entry("tr", Role.ROW),
                    Map.entry("th", Role.HEADER),
                    Map.entry("td", Role.CELL),
                    Map.entry("img", Role.FIGURE),
                    Map.entry("svg", Role.FIGURE));

    private static final Set<String> INLINE =
            Set.of(
                    "a", "abbr", "b", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins",
                    "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
                    "time", "u", "var");

    private Roles() {}

    /// The role of an element within a tag; null if only its contents have a place in the
    /// structure.
    static @Nullable Role of(Element element, Role parent) {
        String name = element.getNodeName();
        Role role = NAMES.get(name);
        if (role != null) {
            return role;
        }
        if (name.equals("a") && element.hasAttribute("href")) {
            return Role.LINK;
        }
        if (isInline(element)) {
            return element.hasAttribute("lang") ? Role.SPAN : null;
        }
        return element.hasAttribute("lang") || !parent.isGroup() ? Role.DIVISION : null;
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
