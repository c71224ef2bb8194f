package kz.esep.render.tagged;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/// Reads XHTML and finds its way in it.
final class Dom {
    private final DocumentBuilder parser;

    Dom() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setIgnoringComments(true);
            factory.setCoalescing(true);
            // every node is visited many times: made lazily, each visit would ask whether it is
            // made
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            parser = factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        parser.setEntityResolver((_, _) -> new InputSource(new StringReader("")));
        // the default handler prints to the console
        parser.setErrorHandler(new DefaultHandler());
    }

    Document parse(String xhtml) throws IOException {
        try {
            return parser.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXParseException e) {
            throw new IllegalArgumentException(
                    "not well-formed at line %d, column %d: %s"
                            .formatted(e.getLineNumber(), e.getColumnNumber(), e.getMessage()),
                    e);
        } catch (SAXException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static Stream<Node> children(Node parent) {
        return Stream.iterate(parent.getFirstChild(), n -> n != null, Node::getNextSibling);
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).findFirst();
    }

    static Stream<Element> children(Element parent, String name) {
        return children(parent)
                .filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast);
    }

    /// What parts a text node from the next word of its paragraph.
    enum Gap {
        /// The word goes on, or the paragraph ends.
        NONE,
        /// White space, which may stand at the end of a line.
        SPACE,
        /// `<br/>`: the line ends here.
        LINE
    }

    static Gap gapAfter(Node start) {
        Gap gap = Gap.NONE;
        for (Node node = nextOutside(start); node != null; node = next(node)) {
            if (node instanceof Text following) {
                String words = following.getData();
                if (!words.isEmpty() && Character.isWhitespace(words.charAt(0))) {
                    gap = Gap.SPACE;
                }
                if (!words.isBlank()) {
                    return gap;
                }
            } else if (!Roles.isInline(node)) {
                return Gap.NONE;
            } else if (node.getNodeName().equals("br")) {
                return Gap.LINE;
            }
        }
        return Gap.NONE;
    }

    private static @Nullable Node next(Node node) {
        boolean enters = Roles.isInline(node) && node.getFirstChild() != null;
        return enters ? node.getFirstChild() : nextOutside(node);
    }

    private static @Nullable Node nextOutside(Node node) {
        Node last = node;
        while (last.getNextSibling() == null && Roles.isInline(last.getParentNode())) {
            last = last.getParentNode();
        }
        return last.getNextSibling();
    }
}
