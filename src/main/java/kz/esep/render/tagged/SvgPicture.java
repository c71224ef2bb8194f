package kz.esep.render.tagged;

import java.awt.Point;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextReplacedElement;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.RenderingContext;

/// A drawing as a box in the layout.
final class SvgPicture implements ITextReplacedElement {
    private final SvgDrawing drawing;
    private final int width;
    private final int height;
    private Point location = new Point();

    private SvgPicture(SvgDrawing drawing, int width, int height) {
        this.drawing = drawing;
        this.width = width;
        this.height = height;
    }

    /// @param cssWidth in dots, or -1 where the style sheet leaves it open; so too the height
    static SvgPicture of(SvgDrawing drawing, int dotsPerPixel, int cssWidth, int cssHeight) {
        float ratio = drawing.height() / drawing.width();
        int width = cssWidth;
        if (width < 0 && cssHeight < 0) {
            width = Math.round(drawing.width() * dotsPerPixel);
        } else if (width < 0) {
            width = Math.round(cssHeight / ratio);
        }
        return new SvgPicture(
                drawing, width, cssHeight < 0 ? Math.round(width * ratio) : cssHeight);
    }

    @Override
    public void paint(RenderingContext context, ITextOutputDevice device, BlockBox box) {
        PdfContentByte content = ((PlainBoxes) device).content();
        Rectangle area = device.createLocalTargetArea(context, box);
        content.saveState();
        content.concatCTM(
                area.getWidth() / drawing.width(),
                0,
                0,
                -area.getHeight() / drawing.height(),
                area.getLeft(),
                area.getTop());
        drawing.draw(content);
        content.restoreState();
    }

    @Override
    public int getIntrinsicWidth() {
        return width;
    }

    @Override
    public int getIntrinsicHeight() {
        return height;
    }

    @Override
    public Point getLocation() {
        return location;
    }

    @Override
    public void setLocation(int x, int y) {
        location = new Point(x, y);
    }

    @Override
    public void detach(LayoutContext context) {
        // nothing is held
    }

    @Override
    public boolean isRequiresInteractivePaint() {
        return false;
    }

    @Override
    public boolean hasBaseline() {
        return false;
    }

    @Override
    public int getBaseline() {
        return 0;
    }
}
