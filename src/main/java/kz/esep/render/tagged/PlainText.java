package kz.esep.render.tagged;

import java.awt.Shape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfContentByte;
import org.xhtmlrenderer.css.constants.IdentValue;
import org.xhtmlrenderer.css.value.FontSpecification;
import org.xhtmlrenderer.pdf.FontDescription;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.JustificationInfo;
import org.xhtmlrenderer.render.RenderingContext;

/// Writes plain words with nothing around them but their place, and the face and its size where
/// they change: Flying Saucer says both for every piece of a line, with a matrix, and a tenth of
/// the time of a document full of tables goes into how.
abstract class PlainText extends PlainBoxes {
    private static final byte[] BEGIN_TEXT = Bytes.ascii("BT\n");
    private static final byte[] MOVE = Bytes.ascii(" Td\n(");
    private static final byte[] SHOW = Bytes.ascii(")Tj\nET\n");

    private final Fonts fonts;
    private final Bytes line = new Bytes();
    private @Nullable ITextFSFont font;

    /// What the page's content is at; null where nobody knows.
    private @Nullable ITextFSFont written;

    PlainText(float dotsPerPoint, Fonts fonts) {
        super(dotsPerPoint);
        this.fonts = fonts;
    }

    @Override
    public void setFont(ITextFSFont newFont) {
        font = newFont;
        super.setFont(newFont);
    }

    /// @throws MissingGlyphException if the face lacks a character
    @Override
    public void drawString(String text, float x, float y, @Nullable JustificationInfo info) {
        ITextFSFont face = Objects.requireNonNull(font);
        fonts.check(text, face.getFontDescription());
        PdfContentByte content = content();
        Letters letters = fonts.letters(face.getFontDescription());
        if (info == null && letters.know(text) && isUpright() && isAsDrawn(face)) {
            useColor();
            use(face, content);
            line.reset();
            line.text(BEGIN_TEXT).hundredths(across(x)).space().hundredths(up(y)).text(MOVE);
            letters.write(text, content, line);
            content.getInternalBuffer().append(line.text(SHOW));
        } else {
            written = null;
            letters.hear(text, content);
            super.drawString(text, x, y, info);
        }
    }

    /// Whether the face is as bold and slanted as it should be, so that Flying Saucer need not
    /// imitate it.
    private boolean isAsDrawn(ITextFSFont face) {
        FontSpecification wanted = getFontSpecification();
        FontDescription there = face.getFontDescription();
        return wanted == null
                || (ITextFontResolver.convertWeightToInt(wanted.fontWeight()) <= there.getWeight()
                        && (!wanted.fontStyle().equals(IdentValue.ITALIC) || isSlanted(there)));
    }

    private static boolean isSlanted(FontDescription face) {
        return IdentValue.ITALIC.equals(face.getStyle())
                || IdentValue.OBLIQUE.equals(face.getStyle());
    }

    private void use(ITextFSFont face, PdfContentByte content) {
        if (!face.equals(written)) {
            content.setFontAndSize(
                    face.getFontDescription().getFont(), face.getSize2D() / getDotsPerPoint());
            written = face;
        }
    }

    @Override
    public void setClip(Shape clip) {
        // it restores the graphics state
        written = null;
        super.setClip(clip);
    }

    @Override
    public void finishPage() {
        written = null;
        super.finishPage();
    }

    /// Pictures write their own text.
    @Override
    public void paintReplacedElement(RenderingContext context, BlockBox box) {
        super.paintReplacedElement(context, box);
        written = null;
    }
}
