package kz.esep.render.tagged;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
/// line for each element, `P: words` or `P[ru]: words`; links and spans stay within their line,
/// unless they are in another language.
final class StructureText {
    private static final Set<String> INLINE = Set.of("Span", "Link");

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
                    .replaceAll(" \n", "\n")
                    .strip();
        }
    }

    /// The words alone.
    static List<String> words(byte[] pdf) throws IOException {
        String text = of(pdf).replaceAll("(?m)^\\w+(\\[\\w+])?:", "").strip();
        return List.of(text.split("\\s+"));
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
            boolean inline = INLINE.contains(element.getStructureType());
            String language =
                    element.getLanguage() == null ? "" : "[" + element.getLanguage() + "]";
            if (!inline || !language.isEmpty()) {
                text.append('\n').append(element.getStructureType()).append(language).append(": ");
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
