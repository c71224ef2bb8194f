package kz.esep.render.tagged;

import java.util.ArrayList;
import java.util.List;

/// A place among a tag's children, laid out in the order of the source before anything is painted;
/// it takes in whatever is painted for it, whenever that is. Flying Saucer paints the nested inline
/// elements of a line after the line's own text: painting order is not reading order.
final class Slot extends Kid implements TaggedDevice.Owner {
    /// What was painted, and the number of the object that is its page.
    private sealed interface Mark {
        /// A marked-content sequence, by its number on the page.
        record Content(int page, int number) implements Mark {}

        /// An object such as a link's annotation, by its number in the file.
        record Annotation(int page, int object) implements Mark {}
    }

    private static final byte[] CONTENT = Bytes.ascii("<</Type/MCR/Pg ");
    private static final byte[] NUMBER = Bytes.ascii("/MCID ");
    private static final byte[] ANNOTATION = Bytes.ascii("<</Type/OBJR/Pg ");
    private static final byte[] OBJECT = Bytes.ascii("/Obj ");
    private static final byte[] END = Bytes.ascii(">>");

    private final Tag tag;
    private List<Mark> marks = List.of();

    Slot(Tag tag) {
        this.tag = tag;
    }

    Tag tag() {
        return tag;
    }

    void addContent(int page, int number) {
        tag.appearOn(page);
        add(new Mark.Content(page, number));
    }

    void addAnnotation(int page, int object) {
        add(new Mark.Annotation(page, object));
    }

    private void add(Mark mark) {
        switch (marks.size()) {
            case 0 -> marks = List.of(mark);
            case 1 -> marks = new ArrayList<>(List.of(marks.getFirst(), mark));
            default -> marks.add(mark);
        }
    }

    int marks() {
        return marks.size();
    }

    /// Writes each mark after a space; a page only where it is not the one that the tag names.
    void write(Bytes to, int pageOfTag) {
        for (Mark mark : marks) {
            to.append(' ');
            switch (mark) {
                case Mark.Content(int page, int number) when page == pageOfTag -> to.number(number);
                case Mark.Content(int page, int number) ->
                        to.text(CONTENT).reference(page).text(NUMBER).number(number).text(END);
                case Mark.Annotation(int page, int object) ->
                        to.text(ANNOTATION)
                                .reference(page)
                                .text(OBJECT)
                                .reference(object)
                                .text(END);
            }
        }
    }
}
