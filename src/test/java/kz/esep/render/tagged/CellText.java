package kz.esep.render.tagged;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.TextPosition;

/// Where the words of cells stand on paper.
public final class CellText {

    /// As much as two neighbours' letters may touch, in points.
    private static final float TOUCH = 0.5f;

    private record Extent(float left, float right, String words) {
        Extent with(Extent other) {
            return new Extent(
                    Math.min(left, other.left),
                    Math.max(right, other.right),
                    words + " " + other.words);
        }
    }

    private final Map<COSDictionary, Map<Integer, Extent>> painted = new HashMap<>();
    private final List<String> spilled = new ArrayList<>();

    private CellText() {}

    /// The cells whose words reach into the next cell of their row, or to the page's edge.
    public static List<String> spilled(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            CellText reader = new CellText();
            for (PDPage page : document.getPages()) {
                Map<Integer, Extent> extents = new HashMap<>();
                StructureText.marks(page).forEach(content -> extent(content, extents));
                reader.painted.put(page.getCOSObject(), extents);
            }
            reader.look(document.getDocumentCatalog().getStructureTreeRoot(), document.getPage(0));
            return reader.spilled;
        }
    }

    private static void extent(PDMarkedContent content, Map<Integer, Extent> extents) {
        for (Object glyph : content.getContents()) {
            if (glyph instanceof TextPosition letter && !letter.getUnicode().isBlank()) {
                extents.merge(
                        content.getMCID(),
                        new Extent(
                                letter.getXDirAdj(),
                                letter.getXDirAdj() + letter.getWidthDirAdj(),
                                letter.getUnicode()),
                        (all, one) ->
                                new Extent(
                                        Math.min(all.left, one.left),
                                        Math.max(all.right, one.right),
                                        all.words + one.words));
            }
        }
    }

    private void look(PDStructureNode node, PDPage pageOfParent) {
        PDPage page = page(node, pageOfParent);
        if (node instanceof PDStructureElement row && row.getStructureType().equals("TR")) {
            lookAtRow(row, page);
        }
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement child) {
                look(child, page);
            }
        }
    }

    private static PDPage page(PDStructureNode node, PDPage pageOfParent) {
        return node instanceof PDStructureElement element && element.getPage() != null
                ? element.getPage()
                : pageOfParent;
    }

    private void lookAtRow(PDStructureElement row, PDPage page) {
        Map<COSDictionary, Extent> before = new HashMap<>();
        for (Object kid : row.getKids()) {
            if (kid instanceof PDStructureElement cell) {
                Map<COSDictionary, Extent> here = new HashMap<>();
                collect(cell, page(cell, page), here);
                here.forEach((on, extent) -> {
                    Extent left = before.get(on);
                    if (left != null && left.right > extent.left + TOUCH) {
                        spilled.add(left.words + " | " + extent.words);
                    }
                    if (extent.right > new PDPage(on).getMediaBox().getWidth() - TOUCH) {
                        spilled.add(extent.words + " | edge");
                    }
                });
                before.putAll(here);
            }
        }
    }

    private void collect(PDStructureNode node, PDPage page, Map<COSDictionary, Extent> extents) {
        for (Object kid : node.getKids()) {
            switch (kid) {
                case PDStructureElement child -> collect(child, page(child, page), extents);
                case PDMarkedContentReference there ->
                        add(there.getPage(), there.getMCID(), extents);
                case Integer here -> add(page, here, extents);
                default -> {
                    // an annotation
                }
            }
        }
    }

    private void add(PDPage page, int id, Map<COSDictionary, Extent> extents) {
        COSDictionary on = page.getCOSObject();
        Extent extent = painted.getOrDefault(on, Map.of()).get(id);
        if (extent != null) {
            extents.merge(on, extent, Extent::with);
        }
    }
}
