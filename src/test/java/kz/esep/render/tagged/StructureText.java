package kz.esep.render.tagged;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
public final class StructureText {
    private static final Set<String> INLINE = Set.of("Span", "Link");

    private final Map<COSDictionary, Map<Integer, String>> textOfPage = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private StructureText() {}

    public static String of(byte[] pdf) throws IOException {
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
    public static List<String> words(byte[] pdf) throws IOException {
        String text = of(pdf).replaceAll("(?m)^\\w+(\\[\\w+])?:", "").strip();
        return List.of(text.split("\\s+"));
    }

    /// The text in the order in which it is painted, without white space, page headers, repeated
    /// heads of tables, and the words within pictures.
    public static String painted(byte[] pdf) throws IOException {
        StringBuilder text = new StringBuilder();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                marks(page)
                        .filter(content -> !"Figure".equals(content.getTag()))
                        .forEach(content -> text.append(letters(content)));
            }
        }
        return text.toString().replaceAll("[\\s\u00A0]", "");
    }

    /// The lines of each text, as they stand on paper: a text is what one marked-content sequence
    /// paints, so a text on two pages is two.
    public static List<List<String>> lines(byte[] pdf) throws IOException {
        List<List<String>> texts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                marks(page).map(StructureText::lines).forEach(texts::add);
            }
        }
        return texts;
    }

    private static List<String> lines(PDMarkedContent content) {
        List<StringBuilder> lines = new ArrayList<>();
        float height = Float.NaN;
        for (Object glyph : content.getContents()) {
            if (glyph instanceof TextPosition letter) {
                if (!(Math.abs(letter.getYDirAdj() - height) < letter.getHeightDir() / 2)) {
                    lines.add(new StringBuilder());
                }
                height = letter.getYDirAdj();
                lines.getLast().append(letter.getUnicode());
            }
        }
        return lines.stream().map(line -> line.toString().strip()).toList();
    }

    private static Map<Integer, String> marked(PDPage page) throws IOException {
        return marks(page)
                .collect(
                        Collectors.toMap(
                                PDMarkedContent::getMCID, StructureText::letters, String::concat));
    }

    static Stream<PDMarkedContent> marks(PDPage page) throws IOException {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        // shows text over other text too: fallback bold, word breaks
        extractor.setSuppressDuplicateOverlappingText(false);
        extractor.processPage(page);
        return extractor.getMarkedContents().stream().filter(content -> content.getMCID() >= 0);
    }

    private static String letters(PDMarkedContent content) {
        return content.getContents().stream()
                .filter(TextPosition.class::isInstance)
                .map(glyph -> ((TextPosition) glyph).getUnicode())
                .collect(Collectors.joining());
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
