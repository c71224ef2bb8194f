package kz.esep.render.tagged;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// The words of an XHTML document as its author wrote them, found without any of the ways of the
/// room.
final class SourceText {
    private static final Set<String> WITHIN_A_LINE =
            Set.of("a", "b", "em", "i", "span", "strong", "sup");

    private SourceText() {}

    static List<String> words(String xhtml) throws IOException {
        StringBuilder text = new StringBuilder();
        collect(new Dom().parse(xhtml).getElementsByTagName("body").item(0), text);
        return List.of(text.toString().replace("\u00AD", "").strip().split("[\\s\u00A0]+"));
    }

    private static void collect(Node parent, StringBuilder text) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text words) {
                text.append(words.getData());
            } else if (node instanceof Element element && !element.getTagName().equals("title")) {
                String gap = WITHIN_A_LINE.contains(element.getTagName()) ? "" : " ";
                text.append(gap);
                collect(element, text);
                text.append(gap);
            }
        }
    }
}
