package kz.esep.render.tagged;

import java.util.Objects;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.newtable.TableBox;
import org.xhtmlrenderer.newtable.TableRowBox;
import org.xhtmlrenderer.newtable.TableSectionBox;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.PageBox;

/// Keeps the head of a table, and so the caption and heading above it, on the page of the first
/// row.
///
/// Flying Saucer moves a row that must not be split to the next page by itself, and leaves its head
/// behind. Layout has no hook for tables, but asks the picture factory for each box before it lays
/// the box out: at the second row, the place of the first is known, and the whole table can still
/// be sent to the next page.
final class TableHeads {
    private TableHeads() {}

    /// A table without a second row moves as a whole.
    static void prepare(Document document) {
        NodeList tables = document.getElementsByTagName("table");
        for (int i = 0; i < tables.getLength(); i++) {
            Element table = (Element) tables.item(i);
            if (Dom.child(table, "thead").isPresent() && !hasSecondRow(table)) {
                String style = table.getAttribute("style");
                table.setAttribute("style", "page-break-inside: avoid; " + style);
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
        if (box instanceof TableRowBox
                && box.getPreviousSibling() instanceof TableRowBox first
                && first.getParent() instanceof TableSectionBox section
                && section.getParent() instanceof TableBox table
                && first.equals(table.getFirstBodyRow())
                && table.getChild(0) instanceof TableSectionBox head
                && head.isHeader()
                && isParted(head, first, context)) {
            table.setNeedPageClear(true);
        }
    }

    private static boolean isParted(Box head, Box row, LayoutContext context) {
        PageBox page = Objects.requireNonNull(context.getRootLayer()).getFirstPage(context, head);
        return page != null && row.getAbsY() >= page.getBottom();
    }
}
