package kz.esep.render.tagged;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureTreeRoot;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// The structure of a document, made from its XHTML in reading order before a page is painted, with
/// a place for every text node, picture, link and piece of generated content.
final class StructureTree {
    /// Of a report of twenty pages, so that the maps need not grow.
    private static final int NODES = 4096;

    private final IdentityHashMap<Node, Tag.Slot> places = new IdentityHashMap<>(NODES);
    private final IdentityHashMap<Element, Tag> tags = new IdentityHashMap<>(NODES);
    private final IdentityHashMap<Element, Tag.Slot> before = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Tag.Slot> after = new IdentityHashMap<>();
    private final Tag document;

    StructureTree(PdfStructureTreeRoot root, Element body) {
        document = new Tag(root, PdfName.DOCUMENT);
        addChildren(body, document);
    }

    /// The place of words; null for decoration, which is no part of the text. Words before a list
    /// item are its label.
    Tag.@Nullable Slot placeOf(Source words) {
        return switch (words) {
            case Source.Written(Text node) -> places.get(node);
            case Source.Before(Element element) -> {
                Tag tag = tags.get(element);
                yield tag == null ? before.get(element) : tag.first();
            }
            case Source.After(Element element) -> placeAfter(element);
        };
    }

    private Tag.@Nullable Slot placeAfter(Element element) {
        Tag tag = tags.get(element);
        return tag == null ? after.get(element) : tag.last();
    }

    /// The place of a picture; null for a decorative one.
    Tag.@Nullable Slot placeOfPicture(Element picture) {
        return places.get(picture);
    }

    /// The place of a link's annotation.
    Tag.@Nullable Slot placeOfLink(Element link) {
        return placeAfter(link);
    }

    /// To be called when everything is painted.
    void prune() {
        document.prune();
    }

    private void addChildren(Element element, Tag tag) {
        boolean group = Roles.isGroup(tag.role());
        Tag paragraph = null;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            boolean loose = group && (node instanceof Text || Roles.isInline(node));
            if (!loose) {
                paragraph = null;
            } else if (paragraph == null && !isBlank(node)) {
                paragraph = new Tag(tag, PdfName.P);
            }
            Tag parent = paragraph == null ? tag : paragraph;
            if (node instanceof Element child) {
                add(child, parent);
            } else if (node instanceof Text && !(loose && paragraph == null)) {
                places.put(node, parent.slot());
            }
        }
    }

    private static boolean isBlank(Node node) {
        return node instanceof Text text && text.getData().isBlank();
    }

    private void add(Element element, Tag parent) {
        PdfName role = Roles.of(element, parent.role());
        if (role == null) {
            addWithGenerated(element, parent);
        } else if (role.equals(PdfName.FIGURE)) {
            addFigure(element, parent);
        } else {
            addTag(element, new Tag(parent, role));
        }
    }

    private void addTag(Element element, Tag tag) {
        if (element.hasAttribute("lang")) {
            tag.put(PdfName.LANG, new PdfString(element.getAttribute("lang")));
        }
        if (tag.role().equals(PdfName.TH) || tag.role().equals(PdfName.TD)) {
            describeCell(element, tag);
        } else if (tag.role().equals(PdfName.L)) {
            describeList(element, tag);
        }
        if (tag.role().equals(PdfName.LI)) {
            before.put(element, new Tag(tag, PdfName.LBL).slot());
            Tag itemBody = new Tag(tag, PdfName.LBODY);
            addChildren(element, itemBody);
            after.put(element, itemBody.slot());
        } else {
            if (!Roles.isGroup(tag.role())) {
                tags.put(element, tag);
            }
            addChildren(element, tag);
        }
    }

    /// An element without a tag of its own.
    private void addWithGenerated(Element element, Tag tag) {
        if (Roles.isGroup(tag.role())) {
            addChildren(element, tag);
            return;
        }
        before.put(element, tag.slot());
        addChildren(element, tag);
        after.put(element, tag.slot());
    }

    private void addFigure(Element picture, Tag parent) {
        if (Roles.isDecorative(picture)) {
            return;
        }
        Tag figure = new Tag(parent, PdfName.FIGURE);
        figure.put(PdfName.ALT, new PdfString(alternative(picture), PdfObject.TEXT_UNICODE));
        places.put(picture, figure.slot());
    }

    private static String alternative(Element picture) {
        String text = picture.getAttribute("alt");
        if (text.isBlank()) {
            text = picture.getAttribute("aria-label");
        }
        if (text.isBlank()) {
            text = Dom.child(picture, "title").map(Element::getTextContent).orElse("");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "a picture (%s) needs words for those who cannot see it: alt, aria-label or title;"
                                    .formatted(picture.getNodeName())
                            + " mark decoration with aria-hidden=\"true\"");
        }
        return text.strip();
    }

    private static void describeCell(Element cell, Tag tag) {
        PdfDictionary attributes = Tag.attributes("Table");
        span(cell, "colspan", attributes, "ColSpan");
        span(cell, "rowspan", attributes, "RowSpan");
        if (tag.role().equals(PdfName.TH)) {
            boolean row = cell.getAttribute("scope").startsWith("row");
            attributes.put(new PdfName("Scope"), new PdfName(row ? "Row" : "Column"));
        }
        if (attributes.size() > 1) {
            tag.put(PdfName.A, attributes);
        }
    }

    private static void span(Element cell, String attribute, PdfDictionary to, String key) {
        String value = cell.getAttribute(attribute);
        if (!value.isEmpty() && Integer.parseInt(value) > 1) {
            to.put(new PdfName(key), new PdfNumber(Integer.parseInt(value)));
        }
    }

    private static void describeList(Element list, Tag tag) {
        PdfDictionary attributes = Tag.attributes("List");
        String numbering = list.getNodeName().equals("ol") ? "Decimal" : "Disc";
        attributes.put(new PdfName("ListNumbering"), new PdfName(numbering));
        tag.put(PdfName.A, attributes);
    }
}
