package kz.esep.render.tagged;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class TaggedPdfTest {
    private final TaggedPdf writer = EdgeCases.writer();

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFUA_1", "PDFA_2_A"})
    void breaksNoRuleOfTheStandards(PDFAFlavour standard) throws Exception {
        byte[] pdf = EdgeCases.pdf(writer, EdgeCases.xhtml());

        assertEquals(List.of(), Validator.broken(pdf, standard));
    }

    @Test
    void isReadWordForWordInTheOrderOfTheSource() throws IOException {
        String xhtml = EdgeCases.xhtml().replaceAll("<link[^>]*generated.css\"/>", "");

        byte[] pdf = EdgeCases.pdf(writer, xhtml);

        assertEquals(SourceText.words(xhtml), StructureText.words(pdf));
    }

    @Test
    void readsWhatStyleSheetsAddInItsPlace() throws IOException {
        String xhtml =
                EdgeCases.page(
                        """
                        ol { list-style: none; counter-reset: item }
                        ol > li:before { counter-increment: item; content: counter(item) ") " }
                        h1:before { content: "№ 1. " }
                        q:before { content: "«" }
                        q:after { content: "»" }
                        a:after { content: leader('.') target-counter(attr(href), page) }
                        """,
                        """
                        <h1 id="a">Есеп</h1>
                        <p><a href="#a">Есеп</a><br/><a href="#a">тағы</a></p>
                        <ol><li>бірінші</li><li>екінші <q>үшінші</q>!</li></ol>
                        <p>орысша <span lang="ru">по-русски</span></p>
                        """);

        assertEquals(
                """
                Document:
                H1: № 1. Есеп
                P: Есеп 1 тағы 1
                L:
                LI:
                Lbl: 1)
                LBody: бірінші
                LI:
                Lbl: 2)
                LBody: екінші «үшінші»!
                P: орысша
                Span[ru]: по-русски\
                """,
                StructureText.of(EdgeCases.pdf(writer, xhtml)).replaceAll(" \\.{3,}", ""));
    }

    @Test
    void paintsTheElementsOfALineWhereTheyStandInIt() throws IOException {
        String xhtml =
                EdgeCases.page(
                        "mark { background-color: #fe0 }",
                        "<p>бір <b>екі <i>үш</i></b> төрт <mark>бес</mark> алты</p>");

        assertEquals("бірекіүштөрталтыбес", StructureText.painted(EdgeCases.pdf(writer, xhtml)));
    }

    @Test
    void paintsALineOnOnePageOnlyWhereItsLettersReachOverTheEdge() throws IOException {
        String xhtml =
                EdgeCases.page(
                        "p { line-height: 0.9; font-size: 20pt; margin: 0 }",
                        "<p>бірінші</p><p style=\"page-break-before: always\">екінші</p>");

        assertEquals("біріншіекінші", StructureText.painted(EdgeCases.pdf(writer, xhtml)));
    }

    @Test
    void keepsTheBodyOfAnEmptyTable() throws Exception {
        String xhtml =
                EdgeCases.page(
                        "<table><thead><tr><th scope=\"col\">Бос</th></tr></thead>"
                                + "<tbody></tbody></table>");

        assertEquals(
                List.of(), Validator.broken(EdgeCases.pdf(writer, xhtml), PDFAFlavour.PDFUA_1));
    }

    @Test
    void readsTheHeaderOfALongTableOnce() throws IOException {
        byte[] pdf = EdgeCases.pdf(writer, EdgeCases.xhtml());

        assertEquals(1, count(StructureText.of(pdf), "іс жүзінде"));
        assertTrue(count(printed(pdf), "іс жүзінде") >= 4, printed(pdf));
    }

    private static long count(String text, String words) {
        return text.split(words, -1).length - 1L;
    }

    @Test
    void printsCharactersThatTheMainFontsLack() throws IOException {
        String text = printed(EdgeCases.pdf(writer, EdgeCases.page("<p>1500₸, ✓ ✗ ⚠ △</p>")));

        assertEquals("1500₸, ✓ ✗ ⚠ △", text.strip());
    }

    @Test
    void keepsAWordTogetherThatNeedsTwoFonts() throws IOException {
        StringBuilder columns = new StringBuilder();
        for (int width = 20; width < 70; width++) {
            columns.append(
                    "<p style=\"width: %dmm\">барлығы 15000₸. жұмсалды</p>".formatted(width));
        }

        String text = printed(EdgeCases.pdf(writer, EdgeCases.page(columns.toString())));

        assertEquals(50, count(text, "15000₸\\."));
    }

    private static String printed(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            // as pdftotext does; words within a line are not painted in order
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        character            | code point | shown
        letter               | U+049B     | true
        tenge, fallback only | U+20B8     | true
        check, fallback only | U+2713     | true
        soft hyphen, dropped | U+00AD     | true
        ideograph            | U+6F22     | false
        control picture      | U+2404     | false
        face                 | U+1F977    | false
        """)
    // spotless:on
    void saysWhichCharactersItShows(String character, String codePoint, boolean shown) {
        assertEquals(shown, writer.shows(Integer.parseInt(codePoint.substring(2), 16)), character);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        where         | style                                                   | body
        text          |                                                         | <p>Барлығы 27 іс-шара 漢 орындалды</p>
        a style sheet | p:before { content: "Барлығы 27 іс-шара 漢 орындалды" } | <p>.</p>
        a drawing     |                                                         | <svg width="9" height="9" aria-label="x"><text>Барлығы 27 іс-шара 漢 орындалды</text></svg>
        """)
    // spotless:on
    void refusesACharacterThatNoFontHas(String where, @Nullable String style, String body) {
        Exception refusal =
                assertThrows(
                        MissingGlyphException.class,
                        () ->
                                EdgeCases.pdf(
                                        writer, EdgeCases.page(style == null ? "" : style, body)),
                        where);

        assertEquals(
                "no font has U+6F22 CJK UNIFIED IDEOGRAPHS 6F22,"
                        + " in “Барлығы 27 іс-шара 漢 орындалды”",
                refusal.getMessage());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        xhtml                                                                         | message
        <html lang="kk"><head/><body/></html>                                         | a document needs a language and a title: <html lang=…>, <title>
        <html><head><title>Есеп</title></head><body/></html>                          | a document needs a language and a title: <html lang=…>, <title>
        <html lang="kk"><body/></html>                                                | <head> is missing
        <html lang="kk"><head><title>Есеп</title></head></html>                       | <body> is missing
        <p>                                                                           | not well-formed at line 1, column 4: XML document structures must start and end within the same entity.
        """)
    // spotless:on
    void refusesADocumentWithoutWhatReadersNeed(String xhtml, String message) {
        refuses(xhtml, message);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        body                                                                       | message
        <img src="seal.png"/>                                                      | a picture (img) needs words for those who cannot see it: alt, aria-label or title; mark decoration with aria-hidden="true"
        <svg width="9" height="9"/>                                                | a picture (svg) needs words for those who cannot see it: alt, aria-label or title; mark decoration with aria-hidden="true"
        <p><a href="#nowhere">сілтеме</a></p>                                      | a link leads to #nowhere, which is not there
        <img src="http://example.kz/seal.png" alt="Мөр"/>                          | no such resource: http://example.kz/seal.png
        <svg width="9" height="9" alt="x"><ellipse/></svg>                         | not among what SVG drawings may use: ellipse
        <svg width="9" height="9" alt="x"><rect fill="red"/></svg>                 | not among what SVG drawings may use: fill red
        <svg width="9" height="9" alt="x"><path d="M 1 1 A 2 2"/></svg>            | not among what SVG drawings may use: path step A
        <svg alt="x"/>                                                             | svg needs a viewBox, or width and height
        """)
    // spotless:on
    void refusesWhatItCannotSayOrDraw(String body, String message) {
        refuses(EdgeCases.page(body), message);
    }

    private void refuses(String xhtml, String message) {
        Exception refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> writer.write(xhtml, EdgeCases.DATE, OutputStream.nullOutputStream()));

        assertEquals(message, refusal.getMessage());
    }

    @Test
    void writesTheSameBytesForTheSameDocument() throws Exception {
        byte[] first = EdgeCases.pdf(writer, EdgeCases.xhtml());
        EdgeCases.pdf(writer, EdgeCases.page("<p>Ӏ басқа ₸ <b>құжат</b></p>"));

        assertArrayEquals(first, EdgeCases.pdf(writer, EdgeCases.xhtml()));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<byte[]>> copies = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                copies.add(
                        threads.submit(() -> EdgeCases.pdf(EdgeCases.writer(), EdgeCases.xhtml())));
            }
            for (Future<byte[]> copy : copies) {
                assertArrayEquals(first, copy.get());
            }
        }
    }

    @Test
    void mixesUprightAndLandscapePages() throws IOException {
        try (PDDocument document = Loader.loadPDF(EdgeCases.pdf(writer, EdgeCases.xhtml()))) {
            List<String> shapes = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                boolean wide = page.getMediaBox().getWidth() > page.getMediaBox().getHeight();
                shapes.add(wide ? "landscape" : "upright");
            }
            assertEquals(
                    List.of("upright", "landscape", "upright"),
                    shapes.subList(shapes.indexOf("landscape") - 1, shapes.size()));
        }
    }

    @Test
    void countsThePages() throws IOException {
        String breaks = "<p style=\"page-break-after: always\">бет</p>".repeat(2) + "<p>соңы</p>";

        assertEquals(
                3,
                writer.write(
                        EdgeCases.page(breaks), EdgeCases.DATE, OutputStream.nullOutputStream()));
    }

    @Test
    void marksHeadingsAndNamesLinks() throws IOException {
        try (PDDocument document = Loader.loadPDF(EdgeCases.pdf(writer, EdgeCases.xhtml()))) {
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem top :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(top.getTitle());
                top.children().forEach(item -> bookmarks.add("  " + item.getTitle()));
            }
            List<String> links = new ArrayList<>();
            for (PDAnnotation link : document.getPage(0).getAnnotations()) {
                links.add(link.getContents());
            }

            assertEquals(
                    List.of(
                            "Ұлттық жоспардың орындалуы",
                            "  Тізімдер",
                            "  Іс-шаралар",
                            "  Басқа тілде",
                            "  Кең кесте",
                            "  Соңы"),
                    bookmarks);
            assertEquals(List.of("Іс-шаралар", "Кең кесте", "Жоспардың сайты", "бірақ"), links);
            assertEquals(List.of(), PdfStructure.strayLinks(document));
        }
    }

    @Test
    void noticesALinkThatNoStructureKnows() throws IOException {
        try (PDDocument document = Loader.loadPDF(EdgeCases.pdf(writer, EdgeCases.xhtml()))) {
            document.getPage(0).getAnnotations().getFirst().setStructParent(0);

            assertEquals(List.of("page 1: Іс-шаралар"), PdfStructure.strayLinks(document));
        }
    }

    @Test
    void saysWhatTheDocumentIs() throws IOException {
        try (PDDocument document = Loader.loadPDF(EdgeCases.pdf(writer, EdgeCases.xhtml()))) {
            var info = document.getDocumentInformation();

            assertEquals("kk", document.getDocumentCatalog().getLanguage());
            assertEquals(
                    List.of(
                            "Мүгедектігі бар адамдардың құқықтары туралы ақпарат",
                            "Еңбек және халықты әлеуметтік қорғау министрлігі",
                            "2024 жылғы IV тоқсан & жыл қорытындысы",
                            "есеп, жоспар",
                            "edge cases"),
                    List.of(
                            info.getTitle(),
                            info.getAuthor(),
                            info.getSubject(),
                            info.getKeywords(),
                            info.getCreator()));
            assertEquals(EdgeCases.DATE, info.getModificationDate().toInstant());
        }
    }
}
