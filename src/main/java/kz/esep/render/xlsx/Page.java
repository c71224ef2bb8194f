package kz.esep.render.xlsx;

import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// How a sheet comes out of the printer: A4, one page wide or as many as it says, and as long as it
/// needs.
final class Page {

    private static final Set<String> EDGE = Set.of("left", "center", "right");

    private Page() {}

    static void setUp(XSSFSheet sheet, Tag tag) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(
                tag.choice("orientation", List.of("landscape", "portrait"))
                        .filter("portrait"::equals)
                        .isEmpty());
        sheet.setFitToPage(true);
        print.setFitWidth((short) tag.count("pages-wide", 1));
        print.setFitHeight((short) 0);
        if (tag.optional("repeat-cols").isPresent()) {
            int last = tag.count("repeat-cols", 1) - 1;
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, last));
        }
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.6);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        sheet.setMargin(PageMargin.HEADER, 0.3);
        sheet.setMargin(PageMargin.FOOTER, 0.3);
    }

    static void edge(HeaderFooter edge, Tag tag) {
        tag.having(EDGE);
        tag.optional("left").map(Page::printed).ifPresent(edge::setLeft);
        tag.optional("center").map(Page::printed).ifPresent(edge::setCenter);
        tag.optional("right").map(Page::printed).ifPresent(edge::setRight);
    }

    /// In small print. `&` begins a command of the printer's and digits after one belong to it;
    /// ours stand in braces.
    private static String printed(String text) {
        return "&7 " + text.replace("&", "&&").replace("{page}", "&P").replace("{pages}", "&N");
    }
}
