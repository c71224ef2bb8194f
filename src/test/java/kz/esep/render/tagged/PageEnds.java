package kz.esep.render.tagged;

import java.io.IOException;
import java.util.ArrayList;
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
/// captions, and the heads of tables before their first row.
public final class PageEnds {
    /// What stands above something, and goes with it.
    private static final Set<String> HEADS =
            Set.of("H1", "H2", "H3", "H4", "H5", "H6", "Caption", "THead");

    private record Piece(String role, int first, int last) {}

    private final List<COSDictionary> pages = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();

    private PageEnds(PDDocument document) {
        for (PDPage page : document.getPages()) {
            pages.add(page.getCOSObject());
        }
        walk(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject());
    }

    /// One line for each: `page 22: Caption`.
    public static List<String> parted(byte[] pdf) throws IOException {
        List<String> parted = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Piece> pieces = new PageEnds(document).pieces;
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
