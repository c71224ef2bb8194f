package kz.esep.render.tagged;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfBorderArray;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Element;
import org.xhtmlrenderer.css.style.CalculatedStyle.Edge;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.PageBox;
import org.xhtmlrenderer.render.RenderingContext;

/// Links as annotations that the structure tree knows and a screen reader can announce. A link over
/// two lines has two.
final class Links {
    private Links() {}

    static void add(TaggedDevice device, RenderingContext context, Box box, Slot slot) {
        Element element = Objects.requireNonNull(box.getElement());
        if (isOf(element, box.getPreviousSibling())) {
            return;
        }
        PdfWriter writer = device.writer();
        Rectangle area = device.createLocalTargetArea(context, box);
        Box next = box.getNextSibling();
        while (next != null && isOf(element, next)) {
            area.setRight(device.createLocalTargetArea(context, next).getRight());
            next = next.getNextSibling();
        }
        PdfAnnotation link =
                new PdfAnnotation(
                        writer,
                        area.getLeft(),
                        area.getBottom(),
                        area.getRight(),
                        area.getTop(),
                        action(device, context, element.getAttribute("href")));
        link.put(PdfName.SUBTYPE, PdfName.LINK);
        link.put(PdfName.F, new PdfNumber(PdfAnnotation.FLAGS_PRINT));
        link.setBorder(new PdfBorderArray(0, 0, 0));
        link.put(PdfName.CONTENTS, new PdfString(words(element), PdfObject.TEXT_UNICODE));
        link.put(
                PdfName.STRUCTPARENT,
                new PdfNumber(device.annotate(slot, link.getIndirectReference())));
        writer.addAnnotation(link);
    }

    /// What a style sheet adds after a link has boxes of its own beside the link's.
    private static boolean isOf(Element link, @Nullable Box box) {
        return box != null && link.isSameNode(box.getElement());
    }

    private static String words(Element link) {
        String title = link.getAttribute("title");
        return title.isBlank() ? link.getTextContent().strip().replaceAll("\\s+", " ") : title;
    }

    private static PdfAction action(TaggedDevice device, RenderingContext context, String href) {
        if (!href.startsWith("#")) {
            return new PdfAction(href);
        }
        Box target = device.getSharedContext().getBoxById(href.substring(1));
        if (target == null) {
            throw new IllegalArgumentException("a link leads to " + href + ", which is not there");
        }
        PageBox page = Objects.requireNonNull(device.pages().getPage(context, target.getAbsY()));
        float top =
                page.getHeight(context)
                        - page.getMarginBorderPadding(context, Edge.TOP)
                        - (target.getAbsY() - page.getTop());
        PdfDestination destination =
                new PdfDestination(PdfDestination.XYZ, 0, device.getDeviceLength(top), 0);
        destination.addPage(device.writer().getPageReference(page.getPageNo() + 1));
        PdfAction action = new PdfAction();
        action.put(PdfName.S, PdfName.GOTO);
        action.put(PdfName.D, destination);
        return action;
    }
}
