package kz.esep.render.tagged;

import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// Sees to it before layout that every character of a document will be printed: Flying Saucer has
/// no fallback fonts, and OpenPDF leaves out what a font lacks.
final class Characters {
    /// Soft hyphen (Flying Saucer prints it as a hyphen), zero-width space, word joiner, byte order
    /// mark.
    private static final Pattern INVISIBLE = Pattern.compile("[\u00AD\u200B\u2060\uFEFF]");

    private final Document document;
    private final Fonts fonts;

    Characters(Document document, Fonts fonts) {
        this.document = document;
        this.fonts = fonts;
    }

    /// Wraps characters that only the fallback font has in a span that asks for it.
    void prepare(Element element) {
        for (Node node : Dom.children(element).toList()) {
            if (node instanceof Text text) {
                prepare(text);
            } else if (node instanceof Element child && !child.getNodeName().equals("svg")) {
                prepare(child);
            }
        }
    }

    private void prepare(Text text) {
        String printed = printed(text.getData());
        List<Fonts.Run> runs = fonts.runs(printed);
        if (runs.stream().allMatch(run -> run.family() == Fonts.Family.SANS)) {
            text.setData(printed);
            return;
        }
        Node parent = text.getParentNode();
        for (Fonts.Run run : runs) {
            Node words = document.createTextNode(run.text());
            parent.insertBefore(run.family() == Fonts.Family.FALLBACK ? span(words) : words, text);
        }
        parent.removeChild(text);
    }

    static String printed(String text) {
        return INVISIBLE.matcher(text).replaceAll("");
    }

    private Element span(Node words) {
        Element span = document.createElement("span");
        span.setAttribute("style", "font-family: '" + Fonts.FALLBACK_NAME + "'");
        span.appendChild(words);
        return span;
    }
}
