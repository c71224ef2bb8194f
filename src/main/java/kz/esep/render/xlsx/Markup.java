package kz.esep.render.xlsx;

import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The markup, read once from front to back.
final class Markup {

    /// The parser's own messages begin with the place and go on in the next line.
    private static final Pattern PARSER_MESSAGE =
            Pattern.compile(
                    "ParseError at \\[row,col\\]:\\[\\d+,\\d+]\\s*Message: (.*)", Pattern.DOTALL);

    private final XMLStreamReader xml;
    private int lastLine = 1;
    private String lastLinePlace = "workbook markup, line 1";
    private String lastPlace = lastLinePlace;

    Markup(Reader source) {
        // newInstance() would take whatever parser a library has put on the class path
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            xml = factory.createXMLStreamReader(new LegalCharacters(source));
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /// The next child of the element that is open; empty at its end.
    Optional<Tag> child() {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        return Optional.of(opened());
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        return Optional.empty();
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        if (!xml.isWhiteSpace()) {
                            throw new MarkupException(
                                    lastPlace,
                                    "text outside a cell, after this place: \""
                                            + xml.getText().strip()
                                            + "\"");
                        }
                    }
                    case XMLStreamConstants.DTD ->
                            throw new MarkupException(lastPlace, "markup has no DOCTYPE");
                    default -> {
                        // comments and processing instructions say nothing to a workbook
                    }
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /// The next child, which must bear one of the names; empty at the end.
    Optional<Tag> child(String parent, String... names) {
        Optional<Tag> child = child();
        if (child.isPresent() && !List.of(names).contains(child.get().name())) {
            throw child.get()
                    .mistake("has no place in <" + parent + ">, only " + String.join(", ", names));
        }
        return child;
    }

    /// The text of the element just opened, which holds nothing else, and goes past its end.
    String text() {
        try {
            xml.next();
            String text = "";
            if (xml.isCharacters()) {
                text = xml.getText();
                xml.next();
            }
            // a comment may stand between two texts
            return (xml.isEndElement() ? text : text + rest()).strip();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private String rest() throws XMLStreamException {
        StringBuilder rest = new StringBuilder();
        for (; !xml.isEndElement(); xml.next()) {
            if (xml.isStartElement()) {
                throw opened().mistake("has no place in a text");
            }
            if (xml.isCharacters()) {
                rest.append(xml.getText());
            }
        }
        return rest.toString();
    }

    /// Goes past the end of the element just opened, which holds nothing.
    void empty(Tag tag) {
        child().ifPresent(child -> {
            throw child.mistake("has no place in <" + tag.name() + ">");
        });
    }

    private Tag opened() {
        Map<String, String> attributes = Map.of();
        String place = null;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            String value = xml.getAttributeValue(i);
            if (name.equals(MarkedTemplates.AT)) {
                place = value;
            } else if (attributes.isEmpty()) {
                // most cells have no more than one
                attributes = Map.of(name, value);
            } else {
                attributes = attributes.size() == 1 ? new HashMap<>(attributes) : attributes;
                attributes.put(name, value);
            }
        }
        lastPlace = place == null ? line() : place;
        return new Tag(xml.getLocalName(), attributes, lastPlace);
    }

    private String line() {
        int line = xml.getLocation().getLineNumber();
        if (line != lastLine) {
            lastLine = line;
            lastLinePlace = "workbook markup, line " + line;
        }
        return lastLinePlace;
    }

    private MarkupException broken(XMLStreamException e) {
        Matcher own = PARSER_MESSAGE.matcher(String.valueOf(e.getMessage()));
        String line =
                e.getLocation() == null
                        ? ""
                        : " (markup line " + e.getLocation().getLineNumber() + ")";
        return new MarkupException(
                lastPlace,
                "the markup is not well-formed at or after this place"
                        + line
                        + ": "
                        + (own.matches() ? own.group(1).strip() : e.getMessage()),
                e);
    }
}
