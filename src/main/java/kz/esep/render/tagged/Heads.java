package kz.esep.render.tagged;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xhtmlrenderer.css.constants.CSSName;
import org.xhtmlrenderer.css.constants.IdentValue;
import org.xhtmlrenderer.css.style.CalculatedStyle;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.newtable.TableBox;
import org.xhtmlrenderer.newtable.TableRowBox;
import org.xhtmlrenderer.newtable.TableSectionBox;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.PageBox;

/// Keeps a heading, a caption and the head of a table on the page of what they stand above. Flying
/// Saucer does so too, but not always:
///
/// - It moves a row that must not be split to the next page by itself, and leaves its table's head
///   behind.
/// - It asks whether a page ends between the end of a heading and the first line below. Where the
///   heading's words end on the page, but its margin reaches over the edge, none does: the heading
///   stays alone.
/// - Where it keeps rows together by beginning a page with them, it leaves no room for the table's
///   head above them, which is then not repeated.
///
/// Layout has no hook for any of them, but asks the picture factory for each box before it lays the
/// box out, when those before it have their places and may still be moved.
final class Heads {
    private Heads() {}

    /// To be called before layout: a table without a second row moves as a whole.
    static void prepare(Element element) {
        if (element.getNodeName().equals("table")
                && Dom.child(element, "thead").isPresent()
                && !hasSecondRow(element)) {
            String style = element.getAttribute("style");
            element.setAttribute("style", "page-break-inside: avoid; " + style);
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                prepare(child);
            }
        }
    }

    private static boolean hasSecondRow(Element table) {
        return Dom.children(table, "tbody")
                        .flatMap(body -> Dom.children(body, "tr"))
                        .limit(2)
                        .count()
                > 1;
    }

    /// To be called before a box is laid out.
    static void look(LayoutContext context, Box box) {
        if (box instanceof TableRowBox row) {
            leaveRoomForHead(row, context);
        }
        switch (box.getPreviousSibling()) {
            case TableRowBox row -> keepHeadWith(row, context);
            case BlockBox head when isKeptWith(head, box) -> endOnItsPage(head, context);
            case null, default -> {
                // it stands by itself
            }
        }
    }

    /// At the second row, the place of the first is known, and the whole table can still be sent to
    /// the next page.
    private static void keepHeadWith(TableRowBox first, LayoutContext context) {
        if (first.getParent() instanceof TableSectionBox section
                && section.getParent() instanceof TableBox table
                && first.equals(table.getFirstBodyRow())
                && table.getChild(0) instanceof TableSectionBox head
                && head.isHeader()
                && isParted(head, first, context)) {
            table.setNeedPageClear(true);
        }
    }

    /// Moves a row that begins a page down by as much as layout holds free there.
    private static void leaveRoomForHead(TableRowBox row, LayoutContext context) {
        PageBox page = pageOf(row, context);
        if (page != null
                && row.getParent() instanceof TableSectionBox section
                && !section.isHeader()
                && !section.isFooter()) {
            int room = context.getExtraSpaceTop() - row.getExtraSpaceTop();
            int down = page.getTop() + room - row.getAbsY();
            if (down > 0) {
                row.setY(row.getY() + down);
                row.calcCanvasLocation();
                context.translate(0, down);
            }
        }
    }

    private static boolean isParted(Box head, Box row, LayoutContext context) {
        PageBox page = pageOf(head, context);
        return page != null && row.getAbsY() >= page.getBottom();
    }

    private static boolean isKeptWith(Box head, Box box) {
        return style(head).isIdent(CSSName.PAGE_BREAK_AFTER, IdentValue.AVOID)
                && style(box).isIdent(CSSName.PAGE_BREAK_BEFORE, IdentValue.AUTO);
    }

    private static CalculatedStyle style(Box box) {
        return Objects.requireNonNull(box.getStyle());
    }

    /// Makes a head that reaches over its page's edge end just before it, so that layout sees the
    /// edge between it and what follows, and lays out both anew on the next page.
    private static void endOnItsPage(BlockBox head, LayoutContext context) {
        PageBox page = pageOf(head, context);
        if (page != null && head.getAbsY() + head.getHeight() >= page.getBottom()) {
            head.setHeight(page.getBottom() - 1 - head.getAbsY());
        }
    }

    private static @Nullable PageBox pageOf(Box box, LayoutContext context) {
        return Objects.requireNonNull(context.getRootLayer()).getFirstPage(context, box);
    }
}
