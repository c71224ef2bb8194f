package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.tagged.CellText;
import kz.esep.render.tagged.PdfStructure;
import kz.esep.render.tagged.SourceText;
import kz.esep.render.tagged.StructureText;
import kz.esep.render.tagged.Validator;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// Every kind of PDF that there is, in both languages, from the real templates: what veraPDF finds,
/// and what it cannot see.
class EveryPdfTest {

    private static final Reports WHOLE = reissued(Samples.whole());
    private static final Reports FEW = reissued(Samples.few());
    private static final Renderer RENDERER = new Renderer(Path.of("templates"));
    private static final Map<DocumentId, byte[]> WRITTEN = new ConcurrentHashMap<>();

    /// A second issue has all that a first one has, and what changed.
    private static Reports reissued(Reconciliation reconciliation) {
        return Reports.of(reconciliation, Samples.reissued(reconciliation));
    }

    /// The first document of each kind, in each language.
    static Stream<DocumentId> oneOfEachKind() {
        return Stream.of(Kind.values())
                .filter(kind -> kind.formats().contains(Format.PDF))
                .flatMap(kind ->
                        Kind.OFFICIAL.stream()
                                .map(language ->
                                        kind.documents(WHOLE).stream()
                                                .filter(id -> id.format() == Format.PDF)
                                                .filter(id ->
                                                        id.language()
                                                                .map(language::equals)
                                                                .orElse(true))
                                                .findFirst()
                                                .orElseThrow()))
                .distinct();
    }

    private static byte[] pdf(DocumentId id) {
        return WRITTEN.computeIfAbsent(
                id,
                _ -> {
                    try {
                        return written(id, WHOLE);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static byte[] written(DocumentId id, Reports reports) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RENDERER.write(id, reports, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void breaksNoRuleOfPdfUa(DocumentId id) throws Exception {
        assertThat(Validator.broken(written(id, FEW), PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void breaksNoRuleOfPdfA(DocumentId id) throws Exception {
        assertThat(Validator.broken(written(id, FEW), PDFAFlavour.PDFA_2_A)).isEmpty();
    }

    /// Otherwise the two tests above would prove nothing.
    @Test
    void aPlantedFigureThatNobodyTaggedBreaksARule() throws Exception {
        DocumentId id = oneOfEachKind().findFirst().orElseThrow();
        ByteArrayOutputStream faulty = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(written(id, FEW))) {
            try (PDPageContentStream content =
                    new PDPageContentStream(
                            document, document.getPage(0), AppendMode.APPEND, true, true)) {
                content.addRect(100, 100, 50, 50);
                content.fill();
            }
            document.save(faulty);
        }

        assertThat(Validator.broken(faulty.toByteArray(), PDFAFlavour.PDFUA_1))
                .singleElement()
                .asString()
                .startsWith("7.1-3 ");
    }

    /// Which also shows that no character is lost, that no two words are read as one at a line's
    /// end, and that the heads of tables, which every page repeats, are read once.
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void isReadWordForWordInTheOrderOfTheSource(DocumentId id) throws IOException {
        assertThat(
                        firstDifference(
                                SourceText.words(RENDERER.xhtml(id, WHOLE)),
                                StructureText.words(pdf(id))))
                .isEmpty();
    }

    /// Two texts of ten thousand words are not to be printed as a failure.
    private static String firstDifference(List<String> source, List<String> read) {
        for (int i = 0; i < Math.max(source.size(), read.size()); i++) {
            List<String> wanted = around(source, i);
            List<String> found = around(read, i);
            if (!word(source, i).equals(word(read, i))) {
                return "word %d of %d: %s is read %s".formatted(i, source.size(), wanted, found);
            }
        }
        return "";
    }

    private static String word(List<String> text, int at) {
        return at < text.size() ? text.get(at) : "";
    }

    private static List<String> around(List<String> text, int at) {
        return text.subList(
                Math.min(text.size(), Math.max(0, at - 5)), Math.min(text.size(), at + 8));
    }

    /// For those who search and copy, whose programs may know nothing of structure.
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void isPaintedInTheOrderOfTheSource(DocumentId id) throws IOException {
        assertThat(StructureText.painted(pdf(id)))
                .isEqualTo(SourceText.withoutPictures(RENDERER.xhtml(id, WHOLE)));
    }

    /// With PDFBox as anybody would use it: each title, figure and name word for word, one after
    /// the other; only what stands on two pages has page headers in between.
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void givesEachTitleFigureAndNameToThoseWhoTakeTextOut(DocumentId id) throws IOException {
        List<String> lost = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf(id))) {
            String text = new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0]+", " ");
            int at = 0;
            for (String block : SourceText.blocks(RENDERER.xhtml(id, WHOLE))) {
                int found = text.indexOf(block, at);
                if (found < 0) {
                    lost.add(block);
                } else {
                    at = found + block.length();
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void partsNothingAtALinesEndThatBelongsTogether(DocumentId id) throws IOException {
        assertThat(LineEnds.wrong(StructureText.lines(pdf(id)))).isEmpty();
    }

    @Test
    void partingANumberFromItsSignIsNoticed() {
        assertThat(
                        LineEnds.wrong(
                                List.of(
                                        List.of("қаулының №", "5 тармағы", "бойынша 31", "% ғана"),
                                        List.of("подписал А.", "Сериков – в", "IV", "квартале"),
                                        List.of("31 декабря", "2024 года"))))
                .containsExactly(
                        "қаулының № ⏎ 5 тармағы",
                        "бойынша 31 ⏎ % ғана",
                        "подписал А. ⏎ Сериков – в",
                        "IV ⏎ квартале");
    }

    /// A word too long for its column would be printed over the next one.
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void keepsTheWordsOfACellInIt(DocumentId id) throws IOException {
        assertThat(CellText.spilled(pdf(id))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void knowsHeadingsTablesListsAndPicturesAsTheSourceDoes(DocumentId id) throws IOException {
        assertThat(PdfStructure.of(pdf(id)))
                .isEqualTo(PdfStructure.ofSource(RENDERER.xhtml(id, WHOLE)));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void hasABookmarkForEachHeading(DocumentId id) throws IOException {
        List<String> headings = SourceText.headings(RENDERER.xhtml(id, WHOLE));

        assertThat(PdfStructure.bookmarks(pdf(id))).isNotEmpty().isEqualTo(headings);
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void knowsEachLinkAsAPlaceInTheText(DocumentId id) throws IOException {
        assertThat(PdfStructure.strayLinks(pdf(id))).isEmpty();
    }
}
