package kz.esep.render.tagged;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// Sees to it before layout that every character of a document will be printed: Flying Saucer has
/// no fallback fonts, and OpenPDF leaves out what a font lacks.
final class Characters {
    /// Soft hyphen (Flying Saucer prints it as a hyphen), zero-width space and joiners, word
    /// joiner, variation selectors, byte order mark.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\u00AD\u200B-\u200D\u2060\uFE00-\uFE0F\uFEFF]");

    /// A word or what parts words; a no-break space is within a word.
    private static final Pattern PIECE = Pattern.compile("\\s+|\\S+");

    private final Document document;
    private final Fonts fonts;

    Characters(Document document, Fonts fonts) {
        this.document = document;
        this.fonts = fonts;
    }

    /// Wraps characters that only the fallback font has in a span that asks for it, and the word
    /// around them in one that keeps it together.
    void prepare(Element element) {
        Node next = element.getFirstChild();
        while (next != null) {
            Node node = next;
            // the node may be replaced
            next = node.getNextSibling();
            if (node instanceof Text text) {
                prepare(text);
            } else if (node instanceof Element child && !child.getNodeName().equals("svg")) {
                prepare(child);
            }
        }
    }

    private void prepare(Text text) {
        if (fonts.areCommon(text.getData())) {
            return;
        }
        String printed = printed(text.getData());
        if (isPlain(fonts.runs(printed))) {
            text.setData(printed);
            return;
        }
        DocumentFragment pieces = document.createDocumentFragment();
        PIECE.matcher(printed)
                .results()
                .map(MatchResult::group)
                .forEach(piece -> add(piece, pieces));
        text.getParentNode().replaceChild(pieces, text);
    }

    static String printed(String text) {
        return INVISIBLE.matcher(text).replaceAll("");
    }

    private static boolean isPlain(List<Fonts.Run> runs) {
        return runs.stream().allMatch(run -> run.family() != Fonts.Family.FALLBACK);
    }

    private void add(String piece, Node parent) {
        List<Fonts.Run> runs = fonts.runs(piece);
        if (isPlain(runs)) {
            parent.appendChild(document.createTextNode(piece));
            return;
        }
        // layout would break a line between 1500 and ₸
        Element word = span("white-space: nowrap");
        for (Fonts.Run run : runs) {
            Node characters = document.createTextNode(run.text());
            if (run.family() == Fonts.Family.FALLBACK) {
                Element span = span("font-family: '" + Fonts.FALLBACK_NAME + "'");
                span.appendChild(characters);
                word.appendChild(span);
            } else {
                word.appendChild(characters);
            }
        }
        parent.appendChild(word);
    }

    private Element span(String style) {
        Element span = document.createElement("span");
        span.setAttribute("style", style);
        return span;
    }
}
