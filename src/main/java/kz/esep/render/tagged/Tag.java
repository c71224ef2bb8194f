package kz.esep.render.tagged;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfStructureTreeRoot;
import org.openpdf.text.pdf.PdfWriter;

/// A structure element whose children may mix marked content, other elements and object references,
/// in reading order; OpenPDF's own refuses to mix them. OpenPDF still numbers the marked content
/// and keeps the parent tree.
final class Tag extends PdfStructureElement {
    /// A place among a tag's children, laid out in the order of the source before anything is
    /// painted; it takes in whatever is painted for it, whenever that is. Flying Saucer paints the
    /// nested inline elements of a line after the line's own text: painting order is not reading
    /// order.
    static final class Slot extends PdfArray {
        private final Tag tag;

        private Slot(Tag tag) {
            this.tag = tag;
        }

        Tag tag() {
            return tag;
        }
    }

    private static final Set<PdfName> KEPT = Set.of(PdfName.TD, PdfName.TH, PdfName.TBODY);

    private final PdfName role;
    private final @Nullable Tag repeated;
    private final PdfArray children = new PdfArray();
    private @Nullable Slot first;
    private @Nullable Slot last;
    private @Nullable Slot marking;
    private @Nullable PdfIndirectReference markedOn;
    private @Nullable PdfIndirectReference firstPage;

    Tag(PdfStructureTreeRoot root, PdfName role) {
        super(root, role);
        this.role = role;
        this.repeated = null;
    }

    Tag(Tag parent, PdfName role) {
        super(parent, role);
        this.role = role;
        boolean repeats = PdfName.THEAD.equals(role) || PdfName.TFOOT.equals(role);
        this.repeated = repeats ? this : parent.repeated;
    }

    /// An attribute object of a standard owner: `Table`, `List`, `Layout`.
    static PdfDictionary attributes(String owner) {
        PdfDictionary attributes = new PdfDictionary();
        attributes.put(PdfName.O, new PdfName(owner));
        return attributes;
    }

    PdfName role() {
        return role;
    }

    /// The table header or footer around this tag, which layout repeats on every page of its table.
    @Nullable Tag repeated() {
        return repeated;
    }

    /// A new place after all children so far.
    Slot slot() {
        Slot slot = new Slot(this);
        children.add(slot);
        return slot;
    }

    /// The place before all other children, for what is painted before the text.
    Slot first() {
        if (first == null) {
            first = new Slot(this);
            children.addFirst(first);
        }
        return first;
    }

    /// The place after all other children; to be asked for when they are all there.
    Slot last() {
        if (last == null) {
            last = slot();
        }
        return last;
    }

    /// Opens a marked-content sequence that belongs to a place of this tag.
    void begin(PdfContentByte content, PdfIndirectReference page, Slot slot) {
        marking = slot;
        markedOn = page;
        try {
            content.beginMarkedContentSequence(this);
        } finally {
            marking = null;
        }
    }

    /// Puts an object, such as a link's annotation, in a place of this tag.
    static void addObject(PdfIndirectReference object, PdfIndirectReference page, Slot slot) {
        PdfDictionary reference = new PdfDictionary(PdfName.OBJR);
        reference.put(PdfName.OBJ, object);
        reference.put(PdfName.PG, page);
        slot.add(reference);
    }

    /// Drops what nothing was painted for, except table cells and bodies: a row keeps its columns,
    /// and an empty table its two parts.
    ///
    /// @return whether this tag stays
    boolean prune() {
        for (int i = children.size() - 1; i >= 0; i--) {
            if (!stays(children.getPdfObject(i))) {
                children.remove(i);
            }
        }
        return !children.isEmpty() || KEPT.contains(role);
    }

    private static boolean stays(PdfObject child) {
        return child instanceof Tag tag ? tag.prune() : !((Slot) child).isEmpty();
    }

    /// OpenPDF asks for K before it opens marked content, where an answer would be refused, and
    /// while it collects the tree.
    @Override
    public @Nullable PdfObject get(PdfName key) {
        if (!PdfName.K.equals(key)) {
            return super.get(key);
        }
        return marking == null ? children : null;
    }

    /// Where OpenPDF would set K and Pg of the whole element for each sequence, the place takes it.
    @Override
    public void put(PdfName key, PdfObject value) {
        if (marking == null) {
            // a structure element need not say that it is one, as OpenPDF makes thousands of them
            // do
            if (!PdfName.TYPE.equals(key)) {
                super.put(key, value);
            }
        } else if (PdfName.K.equals(key)) {
            mark(marking, value);
        }
    }

    private void mark(Slot slot, PdfObject number) {
        PdfIndirectReference page = markedOn;
        if (firstPage == null && page != null) {
            firstPage = page;
            super.put(PdfName.PG, page);
        }
        if (page == null || page.equals(firstPage)) {
            slot.add(number);
            return;
        }
        PdfDictionary elsewhere = new PdfDictionary(PdfName.MCR);
        elsewhere.put(PdfName.PG, page);
        elsewhere.put(PdfName.MCID, number);
        slot.add(elsewhere);
    }

    @Override
    public void toPdf(PdfWriter writer, OutputStream out) throws IOException {
        PdfArray flat = new PdfArray();
        for (PdfObject child : children.getElements()) {
            if (child instanceof Slot slot) {
                slot.getElements().forEach(flat::add);
            } else {
                flat.add(child);
            }
        }
        super.put(PdfName.K, flat.size() == 1 ? flat.getPdfObject(0) : flat);
        super.toPdf(writer, out);
    }
}
