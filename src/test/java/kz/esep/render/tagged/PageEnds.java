package kz.esep.render.tagged;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/// What a PDF leaves at the foot of a page though it belongs to what begins the next one: headings,
/// captions, and the heads of tables before their first row; and what it leaves alone at a page's
/// beginning: the last row of a table.
public final class PageEnds {
    /// What stands above something, and goes with it.
    private static final Set<String> HEADS =
            Set.of("H1", "H2", "H3", "H4", "H5", "H6", "Caption", "THead");

    private record Piece(String role, int first, int last) {}

    private final List<COSDictionary> pages = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> lastRows = new ArrayList<>();

    private PageEnds(PDDocument document) {
        for (PDPage page : document.getPages()) {
            pages.add(page.getCOSObject());
        }
        walk(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject());
    }

    /// One line for each: `page 22: Caption`, `page 23: the last row alone`.
    public static List<String> parted(byte[] pdf) throws IOException {
        List<String> parted = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PageEnds ends = new PageEnds(document);
            List<Piece> pieces = ends.pieces;
            parted.addAll(ends.lastRows);
            for (int i = 0; i + 1 < pieces.size(); i++) {
                Piece head = pieces.get(i);
                if (HEADS.contains(head.role()) && pieces.get(i + 1).first() != head.first()) {
                    parted.add("page %d: %s".formatted(head.first() + 1, head.role()));
                }
            }
        }
        return parted;
    }

    /// Pieces are heads as a whole, and whatever else has something on a page by itself.
    private void walk(COSDictionary element) {
        String role = element.getNameAsString(COSName.S);
        if ("TBody".equals(role)) {
            lookAtTheLastRow(element);
        }
        List<Integer> on = new ArrayList<>();
        if (role != null && HEADS.contains(role)) {
            collect(element, on);
        } else {
            for (COSBase kid : kids(element)) {
                if (kid instanceof COSDictionary child && child.containsKey(COSName.S)) {
                    walk(child);
                } else {
                    on.add(page(kid, element));
                }
            }
        }
        if (!on.isEmpty()) {
            pieces.add(new Piece(String.valueOf(role), on.getFirst(), on.getLast()));
        }
    }

    private void lookAtTheLastRow(COSDictionary body) {
        List<Piece> rows = new ArrayList<>();
        for (COSBase row : kids(body)) {
            List<Integer> on = new ArrayList<>();
            collect((COSDictionary) row, on);
            if (!on.isEmpty()) {
                rows.add(new Piece("TR", Collections.min(on), Collections.max(on)));
            }
        }
        if (rows.size() > 1 && rows.getLast().first() > rows.get(rows.size() - 2).last()) {
            lastRows.add("page %d: the last row alone".formatted(rows.getLast().first() + 1));
        }
    }

    private void collect(COSDictionary element, List<Integer> on) {
        for (COSBase kid : kids(element)) {
            if (kid instanceof COSDictionary child && child.containsKey(COSName.S)) {
                collect(child, on);
            } else {
                on.add(page(kid, element));
            }
        }
    }

    private int page(COSBase content, COSDictionary element) {
        COSDictionary on =
                content instanceof COSInteger
                        ? element.getCOSDictionary(COSName.PG)
                        : ((COSDictionary) content).getCOSDictionary(COSName.PG);
        return pages.indexOf(on);
    }

    private static List<COSBase> kids(COSDictionary element) {
        List<COSBase> kids = new ArrayList<>();
        COSBase all = element.getDictionaryObject(COSName.K);
        if (all instanceof COSArray several) {
            several.forEach(kid -> kids.add(kid instanceof COSObject o ? o.getObject() : kid));
        } else if (all != null) {
            kids.add(all);
        }
        return kids;
    }
}
