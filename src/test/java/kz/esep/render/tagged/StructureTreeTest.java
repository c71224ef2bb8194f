package kz.esep.render.tagged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openpdf.text.pdf.ByteBuffer;

/// The section that the structure is, read by PDFBox as any reader would.
class StructureTreeTest {
    private static final String ROWS = "<tr><td>бір</td><td>екі <b>үш</b></td></tr>".repeat(120);

    record Sample(String name, String xhtml) {
        byte[] pdf() throws IOException {
            return EdgeCases.pdf(EdgeCases.writer(), xhtml);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(
                new Sample("everything that once went wrong", EdgeCases.xhtml()),
                new Sample("one page", EdgeCases.page("<p>бір</p>")),
                new Sample("nothing at all", EdgeCases.page("")),
                new Sample(
                        "one page with links",
                        EdgeCases.page(
                                "<p id='a'>бір <a href='#a'>екі</a></p>"
                                        + "<p><a href='https://example.kz/'>үш</a> төрт</p>")),
                new Sample(
                        "pages with links, and one without a word",
                        EdgeCases.page(
                                "p { page-break-after: always }",
                                "<p id='a'>бір <a href='#a'>екі</a></p><p></p>"
                                        + "<p>үш</p><p><a href='#a'>төрт</a></p>")),
                new Sample(
                        "a table whose head is repeated",
                        EdgeCases.page(
                                "<table><thead><tr><th scope='col'>А</th><th scope='col'>Ә</th></tr>"
                                        + "</thead><tbody>"
                                        + ROWS
                                        + "</tbody></table>")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isOneMoreSectionAfterAWholeFile(Sample sample) throws IOException {
        byte[] pdf = sample.pdf();
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int first = text.indexOf("%%EOF\n") + "%%EOF\n".length();
        FileEnd pages = FileEnd.of(buffer(pdf, first));
        FileEnd all = FileEnd.of(buffer(pdf));

        assertThat(text.lastIndexOf("%%EOF")).isGreaterThan(first);
        assertThat(text.substring(all.crossReferences()))
                .contains("/Prev %d/".formatted(pages.crossReferences()));
        assertThat(identity(all)).hasSize(3).isEqualTo(identity(pages));
        assertThat(all.size()).isGreaterThan(pages.size());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocument().isXRefStream()).isTrue();
            assertThat(document.getDocument().getTrailer().getLong(COSName.PREV))
                    .isEqualTo(pages.crossReferences());
        }
    }

    private static ByteBuffer buffer(byte[] bytes, int length) {
        return new ByteBuffer(length).append(bytes, 0, length);
    }

    private static Set<String> identity(FileEnd end) {
        return Set.of(end.identity().split("(?=/Root|/Info|/ID)"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsEachObjectWhereItSays(Sample sample) throws IOException {
        byte[] pdf = sample.pdf();
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int size = FileEnd.of(buffer(pdf)).size();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<COSObjectKey, Long> places = document.getDocument().getXrefTable();
            TreeMap<Long, Long> byNumber = new TreeMap<>();
            places.forEach((key, place) -> byNumber.put(key.getNumber(), place));

            assertThat(byNumber.lastKey()).isEqualTo(size - 1);
            byNumber.forEach((number, place) -> {
                if (place > 0) {
                    assertThat(text.substring(place.intValue())).startsWith(number + " 0 obj\n");
                } else {
                    assertThat(byNumber.get(-place)).isPositive();
                }
            });
            for (COSObjectKey key : places.keySet()) {
                assertThat(document.getDocument().getObjectFromPool(key).getObject())
                        .as(key.toString())
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void leadsToEachElementAndBack(Sample sample) throws IOException {
        byte[] pdf = sample.pdf();
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int first = FileEnd.of(buffer(pdf, text.indexOf("%%EOF\n") + 6)).size();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Set<Long> reached = new TreeSet<>();
            COSDictionary root = root(document);
            walk(reference(root, COSName.K), root, reached);

            Set<Long> elements =
                    document.getDocument().getXrefTable().keySet().stream()
                            .filter(key -> key.getNumber() >= first)
                            .map(document.getDocument()::getObjectFromPool)
                            .filter(object -> isElement(object.getObject()))
                            .map(object -> object.getKey().getNumber())
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(reached).isEqualTo(elements).isNotEmpty();
        }
    }

    private static COSDictionary root(PDDocument document) {
        return document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
    }

    private static COSObject reference(COSDictionary from, COSName key) {
        return (COSObject) from.getItem(key);
    }

    private static boolean isElement(COSBase object) {
        return object instanceof COSDictionary element
                && element.containsKey(COSName.S)
                && element.containsKey(COSName.P);
    }

    private static void walk(COSObject object, COSDictionary parent, Set<Long> reached) {
        COSDictionary element = (COSDictionary) object.getObject();
        assertThat(element.getDictionaryObject(COSName.P)).isSameAs(parent);
        assertThat(reached.add(object.getKey().getNumber())).as(object.toString()).isTrue();
        for (COSBase kid : kids(element)) {
            if (kid instanceof COSObject child && isElement(child.getObject())) {
                walk(child, element, reached);
            }
        }
    }

    private static List<? extends COSBase> kids(COSDictionary element) {
        COSBase kids = element.getItem(COSName.K);
        return switch (kids) {
            case null -> List.of();
            case COSArray array -> array.toList();
            default -> List.of(kids);
        };
    }

    /// Where marked content is, and whose: `page 3, 17: TD`.
    @ParameterizedTest
    @MethodSource("samples")
    void knowsWhoseEachMarkedContentIs(Sample sample) throws IOException {
        try (PDDocument document = Loader.loadPDF(sample.pdf())) {
            Map<Integer, COSBase> parents = parents(document);
            List<String> painted = new ArrayList<>();
            List<String> known = new ArrayList<>();
            Set<Integer> keys = new TreeSet<>();
            int number = 0;
            for (PDPage page : document.getPages()) {
                number++;
                keys.add(page.getStructParents());
                COSBase owners = parents.get(page.getStructParents());
                for (PDMarkedContent mark : StructureText.marks(page).toList()) {
                    painted.add("page %d, %d".formatted(number, mark.getMCID()));
                }
                for (int id = 0; owners instanceof COSArray all && id < all.size(); id++) {
                    COSDictionary owner = (COSDictionary) all.getObject(id);
                    assertThat(marks(owner)).contains(new Mark(page.getCOSObject(), id));
                    known.add("page %d, %d".formatted(number, id));
                }
                for (PDAnnotation annotation : page.getAnnotations()) {
                    assertThat(keys.add(annotation.getStructParent())).isTrue();
                }
            }

            assertThat(known).containsExactlyInAnyOrderElementsOf(painted);
            assertThat(everyMark(document)).hasSize(known.size()).doesNotHaveDuplicates();
            assertThat(parents.keySet()).isEqualTo(keys);
            assertThat(root(document).getInt("ParentTreeNextKey")).isEqualTo(keys.size());
            assertThat(PdfStructure.strayLinks(document)).isEmpty();
        }
    }

    private record Mark(COSDictionary page, int number) {}

    private static Map<Integer, COSBase> parents(PDDocument document) {
        COSArray numbers =
                root(document).getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
        Map<Integer, COSBase> parents = new TreeMap<>();
        for (int i = 0; i < numbers.size(); i += 2) {
            assertThat(parents.put(numbers.getInt(i), numbers.getObject(i + 1))).isNull();
        }
        return parents;
    }

    private static List<Mark> everyMark(PDDocument document) {
        return Stream.of(root(document).getCOSDictionary(COSName.K))
                .flatMap(StructureTreeTest::withAllBelow)
                .flatMap(element -> marks(element).stream())
                .toList();
    }

    private static Stream<COSDictionary> withAllBelow(COSDictionary element) {
        return Stream.concat(
                Stream.of(element),
                kids(element).stream()
                        .map(kid -> kid instanceof COSObject object ? object.getObject() : kid)
                        .filter(StructureTreeTest::isElement)
                        .flatMap(kid -> withAllBelow((COSDictionary) kid)));
    }

    private static List<Mark> marks(COSDictionary element) {
        List<Mark> marks = new ArrayList<>();
        for (COSBase kid : kids(element)) {
            switch (kid) {
                case COSInteger number ->
                        marks.add(
                                new Mark(element.getCOSDictionary(COSName.PG), number.intValue()));
                case COSDictionary elsewhere when elsewhere.containsKey(COSName.MCID) ->
                        marks.add(
                                new Mark(
                                        elsewhere.getCOSDictionary(COSName.PG),
                                        elsewhere.getInt(COSName.MCID)));
                default -> {
                    // an element or an annotation
                }
            }
        }
        return marks;
    }

    @Test
    void refusesAnObjectOutOfItsTurn() throws IOException {
        ByteBuffer file = buffer(EdgeCases.pdf(EdgeCases.writer(), EdgeCases.page("<p>бір</p>")));
        FileEnd end = FileEnd.of(file);
        try (UpdateSection section = new UpdateSection(file, end, 3, 2)) {
            section.object(3);

            assertThatThrownBy(() -> section.object(end.size() + 1))
                    .hasMessage("object %d is next, not %d".formatted(end.size(), end.size() + 1));
            section.object(end.size());
            assertThatThrownBy(section::finish)
                    .hasMessage("object %d is missing".formatted(end.size() + 1));
        }
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return buffer(bytes, bytes.length);
    }
}
