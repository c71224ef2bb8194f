package kz.esep.render.tagged;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xhtmlrenderer.extend.ReplacedElement;
import org.xhtmlrenderer.extend.UserAgentCallback;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.pdf.ITextReplacedElementFactory;
import org.xhtmlrenderer.render.BlockBox;

/// Adds inline `<svg>` to the pictures that Flying Saucer knows. Is asked for every box before it
/// is laid out.
final class Pictures extends ITextReplacedElementFactory {
    private final int dotsPerPixel;
    private final Fonts fonts;

    Pictures(PlainBoxes device, int dotsPerPixel, Fonts fonts) {
        super(device);
        this.dotsPerPixel = dotsPerPixel;
        this.fonts = fonts;
    }

    @Override
    public @Nullable ReplacedElement createReplacedElement(
            LayoutContext context,
            BlockBox box,
            UserAgentCallback loader,
            int cssWidth,
            int cssHeight) {
        Heads.look(context, box);
        Element element = box.getElement();
        if (element != null && element.getNodeName().equals("svg")) {
            SvgDrawing drawing = new SvgDrawing(element, fonts);
            return SvgPicture.of(drawing, dotsPerPixel, cssWidth, cssHeight);
        }
        return super.createReplacedElement(context, box, loader, cssWidth, cssHeight);
    }
}
