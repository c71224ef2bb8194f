package kz.esep.render.tagged;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.ByteBuffer;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// The structure of a document, made from its XHTML in reading order before a page is painted, with
/// a place for every text node, picture, link and piece of generated content.
final class StructureTree {
    /// Of a report of twenty pages, so that no map needs to grow.
    private static final int NODES = 4096;

    private final IdentityHashMap<Node, Slot> places = new IdentityHashMap<>(NODES);
    private final IdentityHashMap<Element, Slot> before = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Slot> after = new IdentityHashMap<>();
    private final Tag document = Tag.document();
    private final List<List<Tag>> marked = new ArrayList<>();
    private final List<Tag> annotated = new ArrayList<>();
    private @Nullable IdentityHashMap<Element, Tag> tags;

    StructureTree(Element body) {
        addChildren(body, document);
    }

    /// The place of words; null for decoration, which is no part of the text. Words before a list
    /// item are its label.
    @Nullable Slot placeOf(Source words) {
        return switch (words) {
            case Source.Written(Text node) -> places.get(node);
            case Source.Before(Element element) -> {
                Tag tag = tagOf(element);
                yield tag == null ? before.get(element) : tag.first();
            }
            case Source.After(Element element) -> placeAfter(element);
        };
    }

    /// Few documents ask: for links, and for what a style sheet adds.
    private @Nullable Tag tagOf(Element element) {
        if (tags == null) {
            tags = new IdentityHashMap<>(NODES);
            document.collect(tags);
        }
        return tags.get(element);
    }

    private @Nullable Slot placeAfter(Element element) {
        Tag tag = tagOf(element);
        return tag == null ? after.get(element) : tag.last();
    }

    /// The place of a picture; null for a decorative one.
    @Nullable Slot placeOfPicture(Element picture) {
        return places.get(picture);
    }

    /// The place of a link's annotation.
    @Nullable Slot placeOfLink(Element link) {
        return placeAfter(link);
    }

    /// Gives a new sequence of marked content a place.
    ///
    /// @param pageNumber from 1
    /// @param page the object that is the page
    /// @return the sequence's number on the page
    int mark(Slot slot, int pageNumber, PdfIndirectReference page) {
        while (marked.size() < pageNumber) {
            marked.add(new ArrayList<>());
        }
        List<Tag> ofPage = marked.get(pageNumber - 1);
        slot.addContent(page.getNumber(), ofPage.size());
        ofPage.add(slot.tag());
        return ofPage.size() - 1;
    }

    /// Gives an object that is not content, such as a link's annotation, a place.
    ///
    /// @return its key in the parent tree, if the document has so many pages
    int annotate(Slot slot, PdfIndirectReference page, PdfIndirectReference annotation, int pages) {
        slot.addAnnotation(page.getNumber(), annotation.getNumber());
        annotated.add(slot.tag());
        return pages + annotated.size() - 1;
    }

    /// Adds the structure to the finished pages.
    ///
    /// @param root the number of the object that OpenPDF wrote for it
    /// @param pages how many there are; OpenPDF gives them the keys from 0 on in the parent tree
    void appendTo(ByteBuffer file, int root, int pages) {
        FileEnd end = FileEnd.of(file);
        int firstPage = document.prune(end.size());
        int parents = firstPage + pages;
        try (UpdateSection section = new UpdateSection(file, end, root, parents + 1 - end.size())) {
            section.object(root)
                    .append(
                            "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
                                    .formatted(
                                            document.number(), parents, pages + annotated.size()));
            document.write(section, root);
            for (int page = 0; page < pages; page++) {
                writePage(
                        section.object(firstPage + page),
                        page < marked.size() ? marked.get(page) : List.of());
            }
            writeParents(section.object(parents), firstPage, pages);
            section.finish();
        }
    }

    /// The owner of each sequence of marked content, by its number.
    private static void writePage(Bytes to, List<Tag> owners) {
        to.append('[');
        for (Tag owner : owners) {
            to.reference(owner.number()).append(' ');
        }
        to.append(']');
    }

    private void writeParents(Bytes to, int firstPage, int pages) {
        to.append("<</Nums[");
        for (int key = 0; key < pages + annotated.size(); key++) {
            int parent = key < pages ? firstPage + key : annotated.get(key - pages).number();
            to.number(key).append(' ');
            to.reference(parent).append(' ');
        }
        to.append("]>>");
    }

    private void addChildren(Element element, Tag tag) {
        boolean group = tag.role().isGroup();
        Tag paragraph = null;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            boolean loose = group && (node instanceof Text || Roles.isInline(node));
            if (!loose) {
                paragraph = null;
            } else if (paragraph == null && !isBlank(node)) {
                paragraph = tag.tag(Role.PARAGRAPH);
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
        Role role = Roles.of(element, parent.role());
        if (role == null) {
            addWithGenerated(element, parent);
        } else if (role == Role.FIGURE) {
            addFigure(element, parent);
        } else {
            addTag(element, parent.tag(role));
        }
    }

    private void addTag(Element element, Tag tag) {
        describe(element, tag);
        if (tag.role() == Role.ITEM) {
            before.put(element, tag.tag(Role.LABEL).slot());
            Tag itemBody = tag.tag(Role.ITEM_BODY);
            addChildren(element, itemBody);
            after.put(element, itemBody.slot());
        } else {
            if (!tag.role().isGroup()) {
                tag.isOf(element);
            }
            addChildren(element, tag);
        }
    }

    /// An element without a tag of its own.
    private void addWithGenerated(Element element, Tag tag) {
        if (tag.role().isGroup()) {
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
        Tag figure = parent.tag(Role.FIGURE);
        figure.say(PdfName.ALT, new PdfString(alternative(picture), PdfObject.TEXT_UNICODE));
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

    private static void describe(Element element, Tag tag) {
        // most cells have no attribute, and each is looked for among all
        boolean plain = !element.hasAttributes();
        if (!plain && element.hasAttribute("lang")) {
            tag.say(PdfName.LANG, new PdfString(element.getAttribute("lang")));
        }
        if (tag.role() == Role.HEADER || (tag.role() == Role.CELL && !plain)) {
            describeCell(element, tag);
        } else if (tag.role() == Role.LIST) {
            describeList(element, tag);
        }
    }

    private static void describeCell(Element cell, Tag tag) {
        String attributes = span(cell, "colspan", "/ColSpan ") + span(cell, "rowspan", "/RowSpan ");
        if (tag.role() == Role.HEADER) {
            boolean row = cell.getAttribute("scope").startsWith("row");
            attributes += row ? "/Scope/Row" : "/Scope/Column";
        }
        if (!attributes.isEmpty()) {
            tag.say(Bytes.ascii("/A<</O/Table" + attributes + ">>"));
        }
    }

    private static String span(Element cell, String attribute, String key) {
        String value = cell.getAttribute(attribute);
        return value.isEmpty() || Integer.parseInt(value) < 2 ? "" : key + Integer.parseInt(value);
    }

    private static void describeList(Element list, Tag tag) {
        String numbering = list.getNodeName().equals("ol") ? "Decimal" : "Disc";
        tag.say(Bytes.ascii("/A<</O/List/ListNumbering/%s>>".formatted(numbering)));
    }
}
