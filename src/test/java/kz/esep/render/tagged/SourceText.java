package kz.esep.render.tagged;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/// The words of an XHTML document as its author wrote them, found without any of the ways of the
/// room.
public final class SourceText {
    private static final Set<String> WITHIN_A_LINE =
            Set.of("a", "b", "em", "i", "span", "strong", "sup");

    private SourceText() {}

    public static List<String> words(String xhtml) throws IOException {
        return List.of(text(xhtml, Set.of("title", "desc")).strip().split("[\\s\u00A0]+"));
    }

    /// Without white space and without the words within pictures.
    public static String withoutPictures(String xhtml) throws IOException {
        return text(xhtml, Set.of("svg")).replaceAll("[\\s\u00A0]", "");
    }

    private static String text(String xhtml, Set<String> without) throws IOException {
        StringBuilder text = new StringBuilder();
        collect(new Dom().parse(xhtml).getElementsByTagName("body").item(0), without, text);
        return text.toString().replace("\u00AD", "");
    }

    /// The headings, in order.
    public static List<String> headings(String xhtml) throws IOException {
        List<String> headings = new ArrayList<>();
        NodeList all = new Dom().parse(xhtml).getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i).getNodeName().matches("h[1-6]")) {
                headings.add(all.item(i).getTextContent().strip().replaceAll("\\s+", " "));
            }
        }
        return headings;
    }

    /// Whatever stands for itself: headings, paragraphs, items, cells, captions; in order, without
    /// the empty ones.
    public static List<String> blocks(String xhtml) throws IOException {
        List<String> blocks = new ArrayList<>();
        NodeList all = new Dom().parse(xhtml).getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            boolean alone = element.getTagName().matches("h[1-6]|p|li|th|td|caption");
            if (alone
                    && element.getElementsByTagName("p").getLength() == 0
                    && element.getElementsByTagName("li").getLength() == 0) {
                StringBuilder text = new StringBuilder();
                collect(element, Set.of("svg"), text);
                blocks.add(text.toString().strip().replaceAll("[\\s\u00A0]+", " "));
            }
        }
        blocks.removeIf(String::isEmpty);
        return blocks;
    }

    private static void collect(Node parent, Set<String> without, StringBuilder text) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text words) {
                text.append(words.getData());
            } else if (node instanceof Element element && !without.contains(element.getTagName())) {
                String gap = WITHIN_A_LINE.contains(element.getTagName()) ? "" : " ";
                text.append(gap);
                collect(element, without, text);
                text.append(gap);
            }
        }
    }
}
