package kz.esep.render.tagged;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/// What a screen reader would read: the structure tree with the text of its marked content, one
/// line for each element that holds text, `P: words`.
final class StructureText {
    private final Map<COSDictionary, Map<Integer, String>> textOfPage = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private StructureText() {}

    static String of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            StructureText reader = new StructureText();
            for (PDPage page : document.getPages()) {
                reader.textOfPage.put(page.getCOSObject(), marked(page));
            }
            reader.read(document.getDocumentCatalog().getStructureTreeRoot(), document.getPage(0));
            return reader.text
                    .toString()
                    .replaceAll("[ \u00A0]+", " ")
                    .replaceAll(" ?\n ?", "\n")
                    .strip();
        }
    }

    private static Map<Integer, String> marked(PDPage page) throws IOException {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        // shows text over other text too: fallback bold, word breaks
        extractor.setSuppressDuplicateOverlappingText(false);
        extractor.processPage(page);
        Map<Integer, String> texts = new HashMap<>();
        for (PDMarkedContent content : extractor.getMarkedContents()) {
            if (content.getMCID() >= 0) {
                StringBuilder words = new StringBuilder();
                content.getContents().stream()
                        .filter(TextPosition.class::isInstance)
                        .forEach(glyph -> words.append(((TextPosition) glyph).getUnicode()));
                texts.put(content.getMCID(), words.toString());
            }
        }
        return texts;
    }

    private void read(PDStructureNode node, PDPage pageOfParent) {
        PDPage page = pageOfParent;
        if (node instanceof PDStructureElement element) {
            page = element.getPage() == null ? pageOfParent : element.getPage();
            if (!element.getStructureType().equals("Span")
                    && !element.getStructureType().equals("Link")) {
                text.append('\n').append(element.getStructureType()).append(": ");
            }
        }
        for (Object kid : node.getKids()) {
            switch (kid) {
                case PDStructureElement child -> read(child, page);
                case PDMarkedContentReference there -> say(there.getPage(), there.getMCID());
                case Integer here -> say(page, here);
                default -> {
                    // an annotation
                }
            }
        }
    }

    private void say(PDPage page, int id) {
        text.append(textOfPage.getOrDefault(page.getCOSObject(), Map.of()).getOrDefault(id, ""));
    }
}
