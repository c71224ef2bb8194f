package kz.esep.render.tagged;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNull;
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
    static final class Slot extends PdfObject {
        private final Tag tag;
        private List<PdfObject> marked = List.of();

        private Slot(Tag tag) {
            super(NULL);
            this.tag = tag;
        }

        Tag tag() {
            return tag;
        }

        private void add(PdfObject content) {
            switch (marked.size()) {
                case 0 -> marked = List.of(content);
                case 1 -> marked = new ArrayList<>(List.of(marked.getFirst(), content));
                default -> marked.add(content);
            }
        }
    }

    /// What a marked-content sequence says of itself: its number.
    private static final class Numbered extends PdfDictionary {
        private PdfObject number = PdfNull.PDFNULL;

        @Override
        public void put(PdfName key, PdfObject value) {
            number = value;
        }

        @Override
        public void toPdf(PdfWriter writer, OutputStream out) throws IOException {
            out.write(MARKED);
            out.write(number.getBytes());
            out.write(END);
        }
    }

    private static final byte[] MARKED = ascii("<</MCID ");
    private static final byte[] BEGIN = ascii("<</S");
    private static final byte[] PARENT = ascii("/P ");
    private static final byte[] PAGE = ascii("/Pg ");
    private static final byte[] KIDS = ascii("/K");
    private static final byte[] END = ascii(">>");

    private static final Set<PdfName> KEPT = Set.of(PdfName.TD, PdfName.TH, PdfName.TBODY);

    private static final Set<PdfName> OWN = Set.of(PdfName.S, PdfName.P, PdfName.TYPE);

    private final PdfName role;
    private final @Nullable Tag repeated;
    private final PdfIndirectReference above;
    private final PdfArray children = new PdfArray();
    private boolean leaf;
    private @Nullable Slot first;
    private @Nullable Slot last;
    private @Nullable Slot marking;
    private @Nullable PdfIndirectReference markedOn;
    private @Nullable PdfIndirectReference firstPage;

    Tag(PdfStructureTreeRoot root, PdfName role) {
        super(root, role);
        this.role = role;
        this.above = root.getReference();
        this.repeated = null;
    }

    Tag(Tag parent, PdfName role) {
        super(parent, role);
        this.role = role;
        this.above = parent.getReference();
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
            content.beginMarkedContentSequence(this, new Numbered());
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
        leaf = true;
        for (int i = children.size() - 1; i >= 0; i--) {
            PdfObject child = children.getPdfObject(i);
            if (!stays(child)) {
                children.remove(i);
            } else if (child instanceof Tag) {
                leaf = false;
            }
        }
        return !children.isEmpty() || KEPT.contains(role);
    }

    private static boolean stays(PdfObject child) {
        return child instanceof Tag tag ? tag.prune() : !((Slot) child).marked.isEmpty();
    }

    /// OpenPDF asks for K before it opens marked content, where an answer would be refused, and
    /// while it collects the tree, where it needs none of a tag that has no others below.
    @Override
    public @Nullable PdfObject get(PdfName key) {
        if (PdfName.K.equals(key)) {
            return marking == null && !leaf ? children : null;
        }
        return PdfName.S.equals(key) ? role : super.get(key);
    }

    /// Where OpenPDF would set K and Pg of the whole element for each sequence, the place takes it.
    /// What all of thousands of elements have is in fields.
    @Override
    public void put(PdfName key, PdfObject value) {
        if (marking != null) {
            if (PdfName.K.equals(key)) {
                mark(marking, value);
            }
        } else if (!OWN.contains(key)) {
            super.put(key, value);
        }
    }

    private void mark(Slot slot, PdfObject number) {
        PdfIndirectReference page = markedOn;
        if (firstPage == null && page != null) {
            firstPage = page;
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

    /// Thousands of times in a long document: straight to bytes.
    @Override
    public void toPdf(PdfWriter writer, OutputStream out) throws IOException {
        out.write(BEGIN);
        out.write(role.getBytes());
        out.write(PARENT);
        out.write(above.getBytes());
        if (firstPage != null) {
            out.write(PAGE);
            out.write(firstPage.getBytes());
        }
        for (PdfName key : getKeys()) {
            out.write(key.getBytes());
            out.write(' ');
            super.get(key).toPdf(writer, out);
        }
        List<PdfObject> kids = kids();
        out.write(KIDS);
        out.write(kids.size() == 1 ? ' ' : '[');
        for (int i = 0; i < kids.size(); i++) {
            if (i > 0) {
                out.write(' ');
            }
            kids.get(i).toPdf(writer, out);
        }
        if (kids.size() != 1) {
            out.write(']');
        }
        out.write(END);
    }

    private List<PdfObject> kids() {
        if (children.size() == 1 && children.getPdfObject(0) instanceof Slot only) {
            return only.marked;
        }
        List<PdfObject> kids = new ArrayList<>(children.size());
        for (int i = 0; i < children.size(); i++) {
            PdfObject child = children.getPdfObject(i);
            if (child instanceof Slot slot) {
                kids.addAll(slot.marked);
            } else {
                kids.add(child);
            }
        }
        return kids;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
