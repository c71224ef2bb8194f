package kz.esep.render.tagged;

import java.awt.Rectangle;
import java.awt.Shape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.ByteBuffer;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Element;
import org.w3c.dom.Text;
import org.xhtmlrenderer.css.style.CalculatedStyle;
import org.xhtmlrenderer.extend.FSImage;
import org.xhtmlrenderer.layout.Layer;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.InlineLayoutBox;
import org.xhtmlrenderer.render.InlineText;
import org.xhtmlrenderer.render.JustificationInfo;
import org.xhtmlrenderer.render.RenderingContext;

/// Paints pages so that everything on them has an owner: a place in the structure tree, or
/// decoration. Each owner's painting stands in one marked-content sequence, opened and closed only
/// where the owner changes.
final class TaggedDevice extends PlainText {
    /// Who owns what is painted.
    sealed interface Owner permits Slot, Decoration {}

    private enum Decoration implements Owner {
        /// Lines, backgrounds, decorative pictures.
        LAYOUT("/Artifact BMC\n"),
        /// Page headers and footers, and table headers after their first page.
        PAGINATION("/Artifact<</Type/Pagination>>BDC\n");

        @SuppressWarnings("ImmutableEnumChecker") // nothing changes it
        private final byte[] begin;

        Decoration(String begin) {
            this.begin = Bytes.ascii(begin);
        }
    }

    private static final byte[] NUMBER = Bytes.ascii("<</MCID ");
    private static final byte[] BEGIN = Bytes.ascii(">>BDC\n");
    private static final byte[] END = Bytes.ascii("EMC\n");

    private final Lines lines = new Lines();
    private final Bytes begin = new Bytes();
    private @Nullable StructureTree tree;
    private @Nullable Box root;
    private @Nullable Owner open;
    private @Nullable Source source;
    private @Nullable Slot place;
    private Owner owner = Decoration.LAYOUT;
    private String wordBreak = "";

    TaggedDevice(float dotsPerPoint, Fonts fonts) {
        super(dotsPerPoint, fonts);
    }

    /// To be called when the writer is there and nothing is painted yet.
    void use(StructureTree structure) {
        tree = structure;
    }

    /// To be called when the file is finished.
    void appendStructure(ByteBuffer file) {
        int root =
                Objects.requireNonNull(writer().getStructureTreeRoot()).getReference().getNumber();
        tree().appendTo(file, root, pages().getPages().size());
    }

    /// Gives a link's annotation on this page a place.
    ///
    /// @return its key in the parent tree
    int annotate(Slot slot, PdfIndirectReference annotation) {
        return tree().annotate(slot, page(), annotation, pages().getPages().size());
    }

    private StructureTree tree() {
        return Objects.requireNonNull(tree);
    }

    PdfWriter writer() {
        return Objects.requireNonNull(getWriter());
    }

    /// The page being painted.
    private PdfIndirectReference page() {
        return writer().getPageReference(writer().getPageNumber());
    }

    /// The pages of the document.
    Layer pages() {
        return Objects.requireNonNull(Objects.requireNonNull(root).getLayer());
    }

    @Override
    public void setRoot(Box box) {
        root = box;
        super.setRoot(box);
    }

    // marked content

    /// Opens the owner's sequence.
    @Override
    PdfContentByte content() {
        PdfContentByte content = super.content();
        if (owner != open) {
            close();
            ByteBuffer bytes = content.getInternalBuffer();
            switch (owner) {
                case Slot slot -> begin(bytes, slot);
                case Decoration decoration -> bytes.append(decoration.begin);
            }
            open = owner;
        }
        return content;
    }

    private void begin(ByteBuffer content, Slot slot) {
        int number = tree().mark(slot, writer().getPageNumber(), page());
        begin.reset();
        begin.text(slot.tag().role().inBytes()).text(NUMBER).number(number).text(BEGIN);
        content.append(begin);
    }

    private void close() {
        if (open != null) {
            Objects.requireNonNull(getCurrentPage()).getInternalBuffer().append(END);
            open = null;
        }
    }

    @Override
    public void finishPage() {
        close();
        lines.beginPage();
        super.finishPage();
    }

    @Override
    public void setClip(Shape clip) {
        // it restores the graphics state, which must not happen within a sequence
        close();
        super.setClip(clip);
    }

    @Override
    public void draw(Shape shape) {
        content();
        super.draw(shape);
    }

    @Override
    public void fill(Shape shape) {
        content();
        super.fill(shape);
    }

    @Override
    public void drawImage(FSImage image, int x, int y) {
        content();
        super.drawImage(image, x, y);
    }

    @Override
    public void drawString(String text, float x, float y, @Nullable JustificationInfo info) {
        String words = wordBreak.isEmpty() ? text : text + wordBreak;
        super.drawString(words, x, y, info == null || isTorn(text) ? null : info);
    }

    /// Justification would tear the two halves of a character beyond U+FFFF apart, and lose it.
    private static boolean isTorn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    // owners

    @Override
    public void drawText(RenderingContext context, InlineText text) {
        if (Objects.requireNonNull(text.getParent()).isContainedInMarginBox()) {
            draw(context, text, Decoration.PAGINATION);
            return;
        }
        for (InlineText words : lines.toPaint(text, Objects.requireNonNull(context.getPage()))) {
            drawWords(context, words);
        }
    }

    private void drawWords(RenderingContext context, InlineText text) {
        Source source = sourceOf(text);
        Owner whose = owner(place);
        wordBreak = whose instanceof Slot && losesSpace(text, source) ? " " : "";
        draw(context, text, whose);
        wordBreak = "";
    }

    private void draw(RenderingContext context, InlineText text, Owner whose) {
        Owner outer = owner;
        owner = whose;
        super.drawText(context, text);
        owner = outer;
    }

    /// The lines of a text come one after the other, and have one place.
    private Source sourceOf(InlineText text) {
        if (source instanceof Source.Written(Text node) && node.equals(text.getTextNode())) {
            return source;
        }
        Source found = Source.of(text, getSharedContext());
        source = found;
        place = tree().placeOf(found);
        return found;
    }

    /// Layout trims the space at the end of a line; a reader would hear two words as one.
    private static boolean losesSpace(InlineText text, Source source) {
        String words = text.getMasterText();
        if (text.getEnd() < words.length()) {
            return Character.isWhitespace(words.charAt(text.getEnd()));
        }
        InlineLayoutBox box = Objects.requireNonNull(text.getParent());
        return switch (source.gap()) {
            case NONE -> false;
            case SPACE -> text.equals(box.getLineBox().findTrailingText());
            case LINE -> true;
        };
    }

    private Owner owner(@Nullable Slot slot) {
        if (slot == null) {
            return Decoration.LAYOUT;
        }
        return slot.tag().isRepeatedOn(writer().getPageNumber()) ? Decoration.PAGINATION : slot;
    }

    @Override
    public void paintReplacedElement(RenderingContext context, BlockBox box) {
        Element element = box.getElement();
        Owner whose =
                element == null || box.isContainedInMarginBox()
                        ? Decoration.LAYOUT
                        : owner(tree().placeOfPicture(element));
        if (whose instanceof Slot slot && slot.marks() == 0) {
            slot.tag().say(PdfName.A, place(createLocalTargetArea(context, box)));
        }
        Owner outer = owner;
        owner = whose;
        super.paintReplacedElement(context, box);
        owner = outer;
    }

    private static PdfDictionary place(org.openpdf.text.Rectangle area) {
        PdfDictionary attributes = new PdfDictionary();
        attributes.put(PdfName.O, new PdfName("Layout"));
        float[] corners = {area.getLeft(), area.getBottom(), area.getRight(), area.getTop()};
        attributes.put(PdfName.BBOX, new PdfArray(corners));
        attributes.put(new PdfName("Placement"), new PdfName("Block"));
        return attributes;
    }

    /// Not the inherited method: that would add link annotations which no structure knows.
    @Override
    public void paintBackground(RenderingContext context, Box box) {
        CalculatedStyle style = Objects.requireNonNull(box.getStyle());
        if (style.isVisible()) {
            Rectangle bounds = box.getPaintingBorderEdge(context);
            paintBackground(context, style, bounds, bounds, style.getBorder(context));
        }
        Element element = box.getElement();
        if (element != null && element.hasAttribute("href") && !box.isContainedInMarginBox()) {
            if (owner(tree().placeOfLink(element)) instanceof Slot slot) {
                Links.add(this, context, box, slot);
            }
        }
    }
}
