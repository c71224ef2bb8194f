package kz.esep.render.tagged;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Writes the bookmarks that a document's headings make into its head, where Flying Saucer takes
/// them from. Where it finds none, it looks for headings by itself: with two patterns at every
/// element and a walk over every box, a twentieth of the whole time of a long report.
final class Bookmarks {
    private static final int LONGEST = 200;

    private record Level(int depth, Element mark) {}

    private final Document document;
    private final Deque<Level> open = new ArrayDeque<>();
    private int marked;

    private Bookmarks(Document document, Element marks) {
        this.document = document;
        open.push(new Level(0, marks));
    }

    /// To be called before layout. Headings without an `id` get one.
    static void prepare(Document document, Element body) {
        Optional<Element> head = Dom.child(document.getDocumentElement(), "head");
        if (head.isPresent() && Dom.child(head.get(), "bookmarks").isEmpty()) {
            Element marks = document.createElement("bookmarks");
            new Bookmarks(document, marks).walk(body);
            if (marks.hasChildNodes()) {
                head.get().appendChild(marks);
            }
        }
    }

    private void walk(Element element) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                String name = child.getNodeName();
                if (isHeading(name)) {
                    mark(child, name.charAt(1) - '0');
                }
                walk(child);
            }
        }
    }

    private static boolean isHeading(String name) {
        return name.length() == 2
                && name.charAt(0) == 'h'
                && name.charAt(1) >= '1'
                && name.charAt(1) <= '6';
    }

    /// A heading belongs to the nearest of a higher rank before it.
    private void mark(Element heading, int depth) {
        if (heading.getAttribute("id").isEmpty()) {
            marked++;
            heading.setAttribute("id", "esep-heading-" + marked);
        }
        String name = heading.getTextContent().strip().replaceAll("\\s+", " ");
        Element mark = document.createElement("bookmark");
        mark.setAttribute("name", name.substring(0, Math.min(name.length(), LONGEST)));
        mark.setAttribute("href", "#" + heading.getAttribute("id"));
        while (open.element().depth() >= depth) {
            open.pop();
        }
        open.element().mark().appendChild(mark);
        open.push(new Level(depth, mark));
    }
}
