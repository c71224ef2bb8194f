package kz.esep.render.tagged;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// What a PDF knows of its text beyond the words: one line for each heading, table, row, cell,
/// list, picture, link and change of language, to be compared with the same of the source.
public final class PdfStructure {
    private static final Set<String> TOLD =
            Set.of(
                    "H1", "H2", "H3", "H4", "H5", "H6", "Table", "Caption", "THead", "TBody",
                    "TFoot", "TR", "TH", "TD", "L", "LI", "Figure", "Link");
    private static final Map<String, String> NAMES =
            Map.of(
                    "ul", "L", "ol", "L", "img", "Figure", "svg", "Figure", "thead", "THead",
                    "tbody", "TBody", "tfoot", "TFoot", "caption", "Caption", "table", "Table");

    private PdfStructure() {}

    public static List<String> of(byte[] pdf) throws IOException {
        List<String> lines = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            tell(document.getDocumentCatalog().getStructureTreeRoot(), lines);
        }
        return lines;
    }

    private static void tell(PDStructureNode node, List<String> lines) {
        if (node instanceof PDStructureElement element) {
            String role = element.getStructureType();
            String language = language(element.getLanguage());
            if (TOLD.contains(role) || !language.isEmpty()) {
                String name = TOLD.contains(role) ? role : "";
                lines.add((name + language + attributes(element)).strip());
            }
        }
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement child) {
                tell(child, lines);
            }
        }
    }

    private static String language(String tag) {
        return tag == null || tag.isEmpty() ? "" : " in " + tag;
    }

    private static String attributes(PDStructureElement element) {
        StringBuilder told = new StringBuilder();
        COSDictionary attributes = element.getCOSObject().getCOSDictionary(COSName.A);
        if (attributes != null) {
            String scope = attributes.getNameAsString("Scope");
            told.append(scope == null ? "" : " of " + scope.toLowerCase(Locale.ROOT));
            told.append(spans(attributes.getInt("ColSpan", 1), attributes.getInt("RowSpan", 1)));
        }
        String alternative = element.getAlternateDescription();
        return told + (alternative == null ? "" : " “" + alternative + "”");
    }

    private static String spans(int columns, int rows) {
        return columns * rows == 1 ? "" : " %d×%d".formatted(columns, rows);
    }

    public static List<String> ofSource(String xhtml) throws IOException {
        List<String> lines = new ArrayList<>();
        tellSource(new Dom().parse(xhtml).getElementsByTagName("body").item(0), lines);
        return lines;
    }

    private static void tellSource(Node parent, List<String> lines) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && !isDecoration(element)) {
                String role = role(element);
                String language = language(element.getAttribute("lang"));
                if (!role.isEmpty() || !language.isEmpty()) {
                    lines.add((role + language + attributes(element)).strip());
                }
                if (!role.equals("Figure")) {
                    tellSource(element, lines);
                }
            }
        }
    }

    private static boolean isDecoration(Element element) {
        return element.getAttribute("aria-hidden").equals("true")
                || (element.hasAttribute("alt") && element.getAttribute("alt").isEmpty());
    }

    private static String role(Element element) {
        String name = element.getTagName();
        if (name.equals("a")) {
            return element.hasAttribute("href") ? "Link" : "";
        }
        String role = NAMES.getOrDefault(name, name.toUpperCase(Locale.ROOT));
        return TOLD.contains(role) ? role : "";
    }

    private static String attributes(Element element) {
        String scope =
                switch (element.getTagName() + " " + element.getAttribute("scope")) {
                    case "th row", "th rowgroup" -> " of row";
                    case "th col", "th colgroup", "th " -> " of column";
                    default -> "";
                };
        String alternative = element.getAttribute("alt") + element.getAttribute("aria-label");
        boolean picture = role(element).equals("Figure");
        return scope
                + spans(number(element, "colspan"), number(element, "rowspan"))
                + (picture
                        ? " “" + (alternative.isEmpty() ? title(element) : alternative) + "”"
                        : "");
    }

    private static String title(Element picture) {
        return picture.getElementsByTagName("title").item(0).getTextContent();
    }

    private static int number(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 1 : Integer.parseInt(value);
    }

    /// The titles of the bookmarks, in order, whatever their depth.
    public static List<String> bookmarks(byte[] pdf) throws IOException {
        List<String> titles = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDOutlineNode outline = document.getDocumentCatalog().getDocumentOutline();
            if (outline != null) {
                addBookmarks(outline, titles);
            }
        }
        return titles;
    }

    private static void addBookmarks(PDOutlineNode node, List<String> titles) {
        for (PDOutlineItem item : node.children()) {
            titles.add(item.getTitle());
            addBookmarks(item, titles);
        }
    }

    /// The links that a screen reader would not find in the text, or could not name: the tree must
    /// lead from a link's annotation to its element, and from the element to the annotation.
    public static List<String> strayLinks(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return strayLinks(document);
        }
    }

    static List<String> strayLinks(PDDocument document) throws IOException {
        Map<Integer, COSBase> parents = new HashMap<>();
        collect(
                document.getDocumentCatalog()
                        .getStructureTreeRoot()
                        .getCOSObject()
                        .getCOSDictionary(COSName.PARENT_TREE),
                parents);
        List<String> stray = new ArrayList<>();
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            for (PDAnnotation link : page.getAnnotations()) {
                COSBase parent = parents.get(link.getStructParent());
                boolean known =
                        parent instanceof COSDictionary element
                                && COSName.getPDFName("Link").equals(element.getItem(COSName.S))
                                && holds(element, link.getCOSObject());
                if (!known || link.getContents() == null || link.getContents().isBlank()) {
                    stray.add("page %d: %s".formatted(number, link.getContents()));
                }
            }
        }
        return stray;
    }

    private static void collect(COSDictionary tree, Map<Integer, COSBase> parents) {
        COSArray numbers = tree.getCOSArray(COSName.NUMS);
        for (int i = 0; numbers != null && i + 1 < numbers.size(); i += 2) {
            parents.put(numbers.getInt(i), numbers.getObject(i + 1));
        }
        COSArray kids = tree.getCOSArray(COSName.KIDS);
        for (int i = 0; kids != null && i < kids.size(); i++) {
            collect((COSDictionary) kids.getObject(i), parents);
        }
    }

    private static boolean holds(COSDictionary element, COSDictionary annotation) {
        COSBase kids = element.getDictionaryObject(COSName.K);
        List<? extends COSBase> all =
                kids instanceof COSArray array ? array.toList() : List.of(kids);
        for (COSBase kid : all) {
            COSBase plain = kid instanceof COSObject o ? o.getObject() : kid;
            if (plain instanceof COSDictionary reference
                    && annotation.equals(reference.getDictionaryObject(COSName.OBJ))) {
                return true;
            }
        }
        return false;
    }
}
