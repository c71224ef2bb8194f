package kz.esep.render.tagged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.w3c.dom.Element;

/// A structure element, whose children mix marked content, other elements and object references, in
/// reading order. OpenPDF's own refuses to mix them, and is slow where there are thousands: it puts
/// each several times into a sorted tree of all objects.
final class Tag extends Kid {
    private static final byte[] BEGIN = Bytes.ascii("<</S");
    private static final byte[] PARENT = Bytes.ascii("/P ");
    private static final byte[] PAGE = Bytes.ascii("/Pg ");
    private static final byte[] KIDS = Bytes.ascii("/K");
    private static final byte[] SPACE = Bytes.ascii(" ");
    private static final byte[] END = Bytes.ascii(">>");

    private static final byte[] NOTHING = {};

    private final Role role;
    private final @Nullable Tag repeated;
    private @Nullable Element element;
    private byte[] said = NOTHING;
    private @Nullable Kid firstKid;
    private @Nullable Kid lastKid;
    private @Nullable Slot first;
    private @Nullable Slot last;
    private int page;
    private int paintedOn;
    private int number;

    private Tag(Role role, @Nullable Tag repeating) {
        this.role = role;
        this.repeated = role.isRepeated() ? this : repeating;
    }

    /// The tag above all others.
    static Tag document() {
        return new Tag(Role.DOCUMENT, null);
    }

    /// A new tag after all children so far.
    Tag tag(Role itsRole) {
        Tag tag = new Tag(itsRole, repeated);
        add(tag);
        return tag;
    }

    /// Keeps the element of the source, whose generated content stands in this tag.
    void isOf(Element source) {
        element = source;
    }

    /// Adds each tag from here down that is of an element.
    void collect(IdentityHashMap<Element, Tag> to) {
        if (element != null) {
            to.put(element, this);
        }
        for (Kid kid = firstKid; kid != null; kid = kid.next) {
            if (kid instanceof Tag tag) {
                tag.collect(to);
            }
        }
    }

    Role role() {
        return role;
    }

    /// Whether this is painted once more: layout repeats the header or footer of a table on each of
    /// its pages.
    boolean isRepeatedOn(int pageNumber) {
        if (repeated == null) {
            return false;
        }
        if (repeated.paintedOn == 0) {
            repeated.paintedOn = pageNumber;
        }
        return repeated.paintedOn != pageNumber;
    }

    /// A new place after all children so far.
    Slot slot() {
        Slot slot = new Slot(this);
        add(slot);
        return slot;
    }

    private void add(Kid kid) {
        if (lastKid == null) {
            firstKid = kid;
        } else {
            lastKid.next = kid;
        }
        lastKid = kid;
    }

    /// The place before all other children, for what is painted before the text.
    Slot first() {
        if (first == null) {
            first = new Slot(this);
            first.next = firstKid;
            firstKid = first;
            if (lastKid == null) {
                lastKid = first;
            }
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

    /// Adds what is said of the element: a language, an alternative, attributes.
    void say(PdfName key, PdfObject value) {
        try (Bytes entry = new Bytes()) {
            key.toPdf(null, entry);
            value.toPdf(null, entry.text(SPACE));
            say(entry.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param entry a key and its value, as a PDF has them
    void say(byte[] entry) {
        if (said.length == 0) {
            said = entry;
        } else {
            byte[] before = said;
            said = Arrays.copyOf(before, before.length + entry.length);
            System.arraycopy(entry, 0, said, before.length, entry.length);
        }
    }

    /// @param object the number of the page
    void appearOn(int object) {
        if (page == 0) {
            page = object;
        }
    }

    /// Drops what nothing was painted for, and numbers what stays, in reading order.
    ///
    /// @param from the number of this tag, if it stays
    /// @return the first number that is free
    int prune(int from) {
        number = from;
        int free = from + 1;
        Kid kept = null;
        for (Kid kid = firstKid; kid != null; kid = kid.next) {
            boolean stays;
            switch (kid) {
                case Tag tag -> {
                    int after = tag.prune(free);
                    stays = tag.firstKid != null || tag.role.staysEmpty();
                    free = stays ? after : free;
                }
                case Slot slot -> stays = slot.marks() > 0;
            }
            if (stays) {
                if (kept == null) {
                    firstKid = kid;
                } else {
                    kept.next = kid;
                }
                kept = kid;
            }
        }
        if (kept == null) {
            firstKid = null;
        } else {
            kept.next = null;
        }
        lastKid = kept;
        return free;
    }

    int number() {
        return number;
    }

    /// Writes this tag and all below it.
    ///
    /// @param above the number of the object that holds it
    void write(UpdateSection section, int above) {
        write(section.object(number), above);
        for (Kid kid = firstKid; kid != null; kid = kid.next) {
            if (kid instanceof Tag tag) {
                tag.write(section, number);
            }
        }
    }

    private void write(Bytes to, int above) {
        to.text(BEGIN).text(role.inBytes()).text(PARENT).reference(above);
        if (page > 0) {
            to.text(PAGE).reference(page);
        }
        to.text(said);
        writeKids(to);
        to.text(END);
    }

    private void writeKids(Bytes to) {
        int count = 0;
        for (Kid kid = firstKid; kid != null && count < 2; kid = kid.next) {
            count += kid instanceof Slot slot ? slot.marks() : 1;
        }
        if (count == 0) {
            return;
        }
        to.text(KIDS);
        if (count > 1) {
            to.append('[');
        }
        for (Kid kid = firstKid; kid != null; kid = kid.next) {
            switch (kid) {
                case Tag tag -> to.text(SPACE).reference(tag.number);
                case Slot slot -> slot.write(to, page);
            }
        }
        if (count > 1) {
            to.append(']');
        }
    }
}
