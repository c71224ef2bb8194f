package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.FileOutcome;
import kz.esep.language.Language;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.tagged.CellText;
import kz.esep.render.tagged.CutText;
import kz.esep.render.tagged.PageEnds;
import kz.esep.render.tagged.PdfStructure;
import kz.esep.render.tagged.SourceText;
import kz.esep.render.tagged.StructureText;
import kz.esep.render.tagged.Validator;
import kz.esep.report.Receipt;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// Every kind of PDF that there is, in both languages, from the real templates: what veraPDF finds,
/// and what it cannot see. Beside the kinds of a quarter: the year's report, which the law asks
/// for, and a receipt.
class EveryPdfTest {

    private static final Path TEMPLATES = Path.of("templates");
    private static final Renderer RENDERER = new Renderer(TEMPLATES);
    private static final Receipts RECEIPTS = new Receipts(TEMPLATES);
    private static final Reports WHOLE = reissued(Samples.whole());
    private static final Reports FEW = reissued(Samples.few());
    private static final Reports YEAR = reissued(Samples.year());
    private static final Map<String, String> PAGES = new ConcurrentHashMap<>();
    private static final Map<String, byte[]> WRITTEN = new ConcurrentHashMap<>();

    /// The glyph of the space in both main fonts.
    private static final byte SPACE = 3;

    /// A second issue has all that a first one has, and what changed.
    private static Reports reissued(Reconciliation reconciliation) {
        return Reports.of(reconciliation, Samples.reissued(reconciliation));
    }

    interface Filled {
        String page() throws IOException;
    }

    interface Written {
        void write(OutputStream out) throws IOException;
    }

    /// A document, filled and written once for all tests.
    record Paper(String name, Filled filled, Written written) {
        String xhtml() {
            return PAGES.computeIfAbsent(
                    name,
                    _ -> {
                        try {
                            return filled.page();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }

        byte[] pdf() {
            return WRITTEN.computeIfAbsent(
                    name,
                    _ -> {
                        ByteArrayOutputStream out = new ByteArrayOutputStream();
                        try {
                            written.write(out);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        return out.toByteArray();
                    });
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// The first document of each kind, in each language, of all measures.
    static List<Paper> oneOfEachKind() {
        return papers("", WHOLE);
    }

    /// The same of a few measures, for veraPDF, which takes its time.
    static List<Paper> oneShortOfEachKind() {
        return papers("short ", FEW);
    }

    private static List<Paper> papers(String name, Reports reports) {
        List<Paper> papers = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Kind.OFFICIAL.forEach(language ->
                    first(kind, language, reports)
                            .map(id -> paper(name + id.path(), id, reports))
                            .ifPresent(papers::add));
        }
        for (Language language : Kind.OFFICIAL) {
            DocumentId id = DocumentId.of(Kind.CONSOLIDATED, language, Format.PDF);
            papers.add(paper("year " + id.path(), id, YEAR));
        }
        Receipt receipt = receipt();
        papers.add(
                new Paper(
                        "receipt",
                        () -> RECEIPTS.xhtml(receipt),
                        out -> RECEIPTS.pdf(receipt, out)));
        return papers;
    }

    private static Optional<DocumentId> first(Kind kind, Language language, Reports reports) {
        return kind.documents(reports).stream()
                .filter(id -> id.format() == Format.PDF)
                .filter(id -> id.language().equals(Optional.of(language)))
                .findFirst();
    }

    private static Paper paper(String name, DocumentId id, Reports reports) {
        return new Paper(
                name, () -> RENDERER.xhtml(id, reports), out -> RENDERER.write(id, reports, out));
    }

    /// About a file that was taken with findings.
    private static Receipt receipt() {
        List<FileOutcome> files = Samples.few().facts().files();
        FileOutcome taken =
                files.stream()
                        .filter(file -> file.submission().isPresent())
                        .findFirst()
                        .orElseThrow();
        Place place = Place.file(taken.received().path()).cell("Есеп", "F12");
        return Receipt.of(
                new FileOutcome(
                        taken.received(),
                        FileOutcome.Verdict.ACCEPTED_WITH_FINDINGS,
                        taken.submission(),
                        taken.rows(),
                        List.of(
                                Finding.of(
                                        FindingCode.STATUS_UNREADABLE,
                                        place,
                                        "сделано в декабре / желтоқсанда орындалды"),
                                Finding.of(
                                        FindingCode.SEAL_MISSING,
                                        Place.file(taken.received().path())))),
                files,
                Samples.few().facts().register(),
                Samples.provenance().zone());
    }

    @ParameterizedTest
    @MethodSource("oneShortOfEachKind")
    void breaksNoRuleOfPdfUa(Paper paper) throws Exception {
        assertThat(Validator.broken(paper.pdf(), PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("oneShortOfEachKind")
    void breaksNoRuleOfPdfA(Paper paper) throws Exception {
        assertThat(Validator.broken(paper.pdf(), PDFAFlavour.PDFA_2_A)).isEmpty();
    }

    private interface Fault {
        void plant(PDDocument document) throws IOException;
    }

    private static byte[] faulty(Fault fault) throws IOException {
        ByteArrayOutputStream faulty = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(oneShortOfEachKind().getFirst().pdf())) {
            fault.plant(document);
            document.save(faulty);
        }
        return faulty.toByteArray();
    }

    /// Otherwise the two tests above would prove nothing.
    @Test
    void aPlantedFigureThatNobodyTaggedBreaksARule() throws Exception {
        byte[] faulty =
                faulty(document -> {
                    try (PDPageContentStream content =
                            new PDPageContentStream(
                                    document, document.getPage(0), AppendMode.APPEND, true, true)) {
                        content.addRect(100, 100, 50, 50);
                        content.fill();
                    }
                });

        assertThat(Validator.broken(faulty, PDFAFlavour.PDFUA_1))
                .singleElement()
                .asString()
                .startsWith("7.1-3 ");
    }

    @Test
    void aHeaderWithoutAScopeBreaksARule() throws Exception {
        byte[] faulty =
                faulty(document ->
                        all(document)
                                .forEach(object -> object.removeItem(COSName.getPDFName("Scope"))));

        assertThat(Validator.broken(faulty, PDFAFlavour.PDFUA_1))
                .isNotEmpty()
                .allMatch(rule -> rule.startsWith("7.5-1 "));
    }

    /// veraPDF does not, but the next test notices a space that is lost at a line's end.
    @Test
    void aSpaceLostAtALinesEndIsNoticed() throws Exception {
        byte[] faulty = faulty(EveryPdfTest::loseASpace);

        assertThat(Validator.broken(faulty, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(
                        firstDifference(
                                SourceText.words(oneShortOfEachKind().getFirst().xhtml()),
                                StructureText.words(faulty)))
                .startsWith("word ");
    }

    /// Of the second line that ends with one; its last glyph is the space's.
    private static void loseASpace(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        List<Object> tokens = new PDFStreamParser(page).parse();
        int seen = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i) instanceof COSString words
                    && tokens.get(i + 1) instanceof Operator shown
                    && shown.getName().equals("Tj")
                    && words.getBytes().length > 20
                    && words.getBytes()[words.getBytes().length - 1] == SPACE
                    && words.getBytes()[words.getBytes().length - 2] == 0
                    && seen++ == 1) {
                byte[] shorter = Arrays.copyOf(words.getBytes(), words.getBytes().length - 2);
                tokens.set(i, new COSString(shorter));
                PDStream content = new PDStream(document);
                try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                    new ContentStreamWriter(out).writeTokens(tokens);
                }
                page.setContents(content);
                return;
            }
        }
        throw new AssertionError("no line ends with a space");
    }

    private static List<COSDictionary> all(PDDocument document) {
        return document.getDocument().getXrefTable().keySet().stream()
                .map(key -> document.getDocument().getObjectFromPool(key).getObject())
                .filter(COSDictionary.class::isInstance)
                .map(COSDictionary.class::cast)
                .flatMap(object -> Stream.concat(Stream.of(object), attributes(object)))
                .toList();
    }

    private static Stream<COSDictionary> attributes(COSDictionary object) {
        return Stream.ofNullable(object.getCOSDictionary(COSName.A));
    }

    /// Which also shows that no character is lost, that no two words are read as one at a line's
    /// end, and that the heads of tables, which every page repeats, are read once.
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void isReadWordForWordInTheOrderOfTheSource(Paper paper) throws IOException {
        assertThat(
                        firstDifference(
                                SourceText.words(paper.xhtml()), StructureText.words(paper.pdf())))
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
    void isPaintedInTheOrderOfTheSource(Paper paper) throws IOException {
        assertThat(StructureText.painted(paper.pdf()))
                .isEqualTo(SourceText.withoutPictures(paper.xhtml()));
    }

    /// With PDFBox as anybody would use it: each title, figure and name word for word, one after
    /// the other; only what stands on two pages has page headers in between.
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void givesEachTitleFigureAndNameToThoseWhoTakeTextOut(Paper paper) throws IOException {
        List<String> lost = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(paper.pdf())) {
            String text = new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0]+", " ");
            int at = 0;
            for (String block : SourceText.blocks(paper.xhtml())) {
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
    void partsNothingAtALinesEndThatBelongsTogether(Paper paper) throws IOException {
        assertThat(LineEnds.wrong(StructureText.lines(paper.pdf()))).isEmpty();
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

    /// Nobody should have to turn a page to learn what a heading stands above.
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void leavesNoHeadingCaptionOrTableHeadAtAPagesFoot(Paper paper) throws IOException {
        assertThat(PageEnds.parted(paper.pdf())).isEmpty();
    }

    /// A word too long for its column would be printed over the next one.
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void keepsTheWordsOfACellInIt(Paper paper) throws IOException {
        assertThat(CellText.spilled(paper.pdf())).isEmpty();
    }

    /// A number's heading too long for the first column would lose its beginning at the margin.
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void cutsNoWordOff(Paper paper) throws IOException {
        assertThat(CutText.in(paper.pdf())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void knowsHeadingsTablesListsAndPicturesAsTheSourceDoes(Paper paper) throws IOException {
        assertThat(PdfStructure.of(paper.pdf())).isEqualTo(PdfStructure.ofSource(paper.xhtml()));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void hasABookmarkForEachHeading(Paper paper) throws IOException {
        List<String> headings = SourceText.headings(paper.xhtml());

        assertThat(PdfStructure.bookmarks(paper.pdf())).isNotEmpty().isEqualTo(headings);
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void knowsEachLinkAsAPlaceInTheText(Paper paper) throws IOException {
        assertThat(PdfStructure.strayLinks(paper.pdf())).isEmpty();
    }
}
