package kz.esep.render.tagged;

import java.awt.Rectangle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

/// Paints plain backgrounds and solid table borders as the rectangles they are. Flying Saucer
/// computes general areas for them, an eighth of the time of a document full of tables.
abstract class PlainBoxes extends ITextOutputDevice {
    PlainBoxes(float dotsPerPoint) {
        super(dotsPerPoint);
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
