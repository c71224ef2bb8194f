package kz.esep.render.tagged;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.ByteBuffer;
import org.openpdf.text.pdf.PdfContentByte;
import org.xhtmlrenderer.css.constants.CSSName;
import org.xhtmlrenderer.css.constants.IdentValue;
import org.xhtmlrenderer.css.parser.FSColor;
import org.xhtmlrenderer.css.parser.FSRGBColor;
import org.xhtmlrenderer.css.style.CalculatedStyle;
import org.xhtmlrenderer.css.style.derived.BorderPropertySet;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.render.BorderPainter;
import org.xhtmlrenderer.render.RenderingContext;

/// Paints plain backgrounds and solid table borders as the rectangles they are, and those that
/// stand side by side as one. Flying Saucer computes general areas for them, an eighth of the time
/// of a document full of tables, and writes each of its corners: the ruled lines of a table took
/// more bytes than its words.
abstract class PlainBoxes extends ITextOutputDevice {
    /// A rectangle in hundredths of a point.
    private record Filled(int left, int bottom, int right, int top) {
        boolean isBefore(Filled next) {
            return right == next.left && isLevelWith(next);
        }

        boolean covers(Filled other) {
            return left <= other.left && other.right <= right && isLevelWith(other);
        }

        private boolean isLevelWith(Filled other) {
            return bottom == other.bottom && top == other.top;
        }
    }

    /// Rectangles of one colour, one after the other: where in the page's content they end, and the
    /// last one begins.
    private static final class Row {
        private final List<Filled> all = new ArrayList<>();
        private int begin;
        private int end;
    }

    private static final Shape NOTHING = new Path2D.Float();

    private float pageHeight;
    private Row row = new Row();

    PlainBoxes(float dotsPerPoint) {
        super(dotsPerPoint);
    }

    @Override
    public void initializePage(PdfContentByte page, float height) {
        pageHeight = height;
        row = new Row();
        super.initializePage(page, height);
    }

    @Override
    public void fill(Shape shape) {
        if (shape instanceof Rectangle box && isUpright()) {
            useColor();
            fill(
                    new Filled(
                            across(box.x),
                            up(box.y + box.height),
                            across(box.x + box.width),
                            up(box.y)));
        } else {
            super.fill(shape);
        }
    }

    /// Sees to it that what is filled or written next has the colour that was set.
    void useColor() {
        super.fill(NOTHING);
    }

    /// Whether what lies flat in the layout lies flat on the page.
    boolean isUpright() {
        AffineTransform to = getTransform();
        return to.getShearX() == 0 && to.getShearY() == 0;
    }

    /// Where on the page a place of the layout is, in hundredths of a point from the left.
    int across(double x) {
        AffineTransform to = getTransform();
        return hundredths(to.getScaleX() * x + to.getTranslateX());
    }

    /// Where on the page a place of the layout is, in hundredths of a point from the bottom.
    int up(double y) {
        AffineTransform to = getTransform();
        return hundredths(pageHeight - to.getScaleY() * y - to.getTranslateY());
    }

    private void fill(Filled next) {
        ByteBuffer page = Objects.requireNonNull(getCurrentPage()).getInternalBuffer();
        if (page.size() != row.end) {
            // something else is written since, another colour perhaps
            row = new Row();
        }
        // a line between two rows of a table is the lower border of the one and the upper of the
        // other
        if (isPainted(next)) {
            return;
        }
        Filled whole = next;
        if (!row.all.isEmpty() && row.all.getLast().isBefore(next)) {
            page.setSize(row.begin);
            whole = new Filled(row.all.removeLast().left, next.bottom, next.right, next.top);
        }
        row.all.add(whole);
        row.begin = page.size();
        page.append(whole.left / 100.0)
                .append(' ')
                .append(whole.bottom / 100.0)
                .append(' ')
                .append((whole.right - whole.left) / 100.0)
                .append(' ')
                .append((whole.top - whole.bottom) / 100.0)
                .append(" re\nf\n");
        row.end = page.size();
    }

    private boolean isPainted(Filled next) {
        for (Filled filled : row.all) {
            if (filled.covers(next)) {
                return true;
            }
        }
        return false;
    }

    private static int hundredths(double points) {
        return (int) Math.round(points * 100);
    }

    /// A rectangle, where it is one, in which each box of a page is looked up much sooner than in a
    /// general path.
    @Override
    public @Nullable Shape getClip() {
        Shape clip = super.getClip();
        return clip != null && new Area(clip).isRectangular() ? clip.getBounds2D() : clip;
    }

    @Override
    public void paintBackground(
            RenderingContext context,
            CalculatedStyle style,
            Rectangle bounds,
            Rectangle imageArea,
            BorderPropertySet border) {
        if (!isPlain(style, border)) {
            super.paintBackground(context, style, bounds, imageArea, border);
            return;
        }
        FSColor color = style.getBackgroundColor();
        setOpacity(style.getOpacity());
        if (color != null && !color.equals(FSRGBColor.TRANSPARENT)) {
            setColor(color);
            fill(bounds);
        }
    }

    /// The page's content, for those who write to it themselves.
    PdfContentByte content() {
        return Objects.requireNonNull(getCurrentPage());
    }

    private static boolean isPlain(CalculatedStyle style, BorderPropertySet border) {
        return !style.isLinearGradient()
                && style.isIdent(CSSName.BACKGROUND_IMAGE, IdentValue.NONE)
                && !border.hasBorderRadius();
    }

    @Override
    public void paintCollapsedBorder(
            RenderingContext context, BorderPropertySet border, Rectangle bounds, int side) {
        int top = (int) border.top();
        int right = (int) border.right();
        int bottom = (int) border.bottom();
        int left = (int) border.left();
        int x = bounds.x;
        int y = bounds.y;
        int width = bounds.width;
        int height = bounds.height;
        boolean painted =
                switch (side) {
                    case BorderPainter.TOP ->
                            line(border.topStyle(), border.topColor(), x, y, width, top);
                    case BorderPainter.BOTTOM ->
                            line(
                                    border.bottomStyle(),
                                    border.bottomColor(),
                                    x,
                                    y + height - bottom,
                                    width,
                                    bottom);
                    case BorderPainter.LEFT ->
                            line(border.leftStyle(), border.leftColor(), x, y, left, height);
                    default ->
                            line(
                                    border.rightStyle(),
                                    border.rightColor(),
                                    x + width - right,
                                    y,
                                    right,
                                    height);
                };
        if (!painted) {
            super.paintCollapsedBorder(context, border, bounds, side);
        }
    }

    private boolean line(
            @Nullable IdentValue style, FSColor color, int x, int y, int width, int height) {
        if (!IdentValue.SOLID.equals(style)) {
            return false;
        }
        setColor(color);
        fill(new Rectangle(x, y, width, height));
        return true;
    }
}
