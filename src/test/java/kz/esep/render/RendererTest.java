package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import kz.esep.language.Bilingual;
import kz.esep.language.Language;
import kz.esep.language.Sentence;
import kz.esep.language.Speeches;
import kz.esep.reconcile.Reconciliation;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RendererTest {

    private static final Path TEMPLATES = Path.of("templates");
    private static final Reconciliation WHOLE = Samples.whole();
    private static final Reports REPORTS = Reports.of(WHOLE, Samples.provenance());

    private final Renderer renderer = new Renderer(TEMPLATES);

    @Test
    void listsEveryKindInBothLanguagesAndItsFormats() {
        SortedSet<String> expected = new TreeSet<>(Set.of("index.html"));
        for (String language : List.of("kk/", "ru/")) {
            for (String format : List.of(".pdf", ".xlsx")) {
                expected.add(language + "consolidated" + format);
                expected.add(language + "regions" + format);
                REPORTS.agencies()
                        .forEach(id -> expected.add(language + "agencies/" + id + format));
            }
            expected.add(language + "discipline.pdf");
            expected.add(language + "findings.xlsx");
            REPORTS.reminded().forEach(id -> expected.add(language + "reminders/" + id + ".pdf"));
        }

        assertThat(Renderer.documents(REPORTS).stream().map(DocumentId::path))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void saysTheSameInBothLanguages() throws Exception {
        for (DocumentId document : ofEachKind(Language.KK)) {
            Document kk = xhtml(document);
            Document ru = xhtml(in(Language.RU, document));

            assertThat(shape(kk)).isEqualTo(shape(ru));
            assertThat(figures(kk)).isEqualTo(figures(ru));
        }
    }

    @Test
    void skipsNoHeadingLevelAndNamesEveryPicture() throws Exception {
        Document report = xhtml(DocumentId.of(Kind.CONSOLIDATED, Language.KK, Format.PDF));

        List<Integer> levels = new ArrayList<>();
        for (Element element : elements(report)) {
            if (element.getTagName().matches("h[1-6]")) {
                levels.add(element.getTagName().charAt(1) - '0');
            }
        }
        assertThat(levels).startsWith(1, 2);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i) - levels.get(i - 1)).isLessThanOrEqualTo(1);
        }
        assertThat(elements(report).stream().filter(element -> element.getTagName().equals("svg")))
                .isNotEmpty()
                .allMatch(svg ->
                        svg.getAttribute("aria-hidden").equals("true")
                                || !svg.getAttribute("aria-label").isBlank());
        assertThat(elements(report).stream().filter(element -> element.getTagName().equals("th")))
                .isNotEmpty()
                .allMatch(head -> head.hasAttribute("scope"));
    }

    @ParameterizedTest
    @EnumSource(names = {"KK", "RU"})
    void printsEveryTitleOfThePlanWordForWord(Language language) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        renderer.write(DocumentId.of(Kind.CONSOLIDATED, language, Format.PDF), REPORTS, pdf);

        String printed = words(extracted(pdf.toByteArray()));
        assertThat(
                        WHOLE.measures().stream()
                                .map(result -> words(result.measure().title().in(language)))
                                .filter(title -> !printed.contains(title)))
                .isEmpty();
    }

    @Test
    void givesTheSameBytesEachTime() throws IOException {
        DocumentId document = DocumentId.of(Kind.AGENCY, "mz", Language.RU, Format.PDF);
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();

        renderer.write(document, REPORTS, one);
        new Renderer(TEMPLATES)
                .write(document, Reports.of(Samples.whole(), Samples.provenance()), other);

        assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
    }

    @Test
    void namesTheLineOfATemplateThatAsksForWordsThatNobodyWrote(@TempDir Path folder)
            throws IOException {
        Files.createDirectory(folder.resolve("messages"));
        Files.writeString(
                folder.resolve("wrong.ftlh"),
                "<p>one</p>\n<p>${say(\"report.nowhere\")}</p>",
                StandardCharsets.UTF_8);

        Templates templates =
                new Templates(folder, new Speeches(folder.resolve("messages")), Legible.IN_XML);

        assertThatThrownBy(() -> templates.fill("wrong.ftlh", Language.RU, Map.of()))
                .isInstanceOf(TemplateMistake.class)
                .hasMessageStartingWith(
                        "The template templates/wrong.ftlh:2:4: There are no words in ru for"
                                + " report.nowhere");
    }

    @Test
    void spellsWhatAnAgencyTypedAndNoFontHas() throws IOException {
        Reports reports = Reports.of(Samples.few(), Samples.provenance());
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();

        renderer.write(DocumentId.of(Kind.CONSOLIDATED, Language.RU, Format.PDF), reports, pdf);

        assertThat(words(extracted(pdf.toByteArray())))
                .contains("unknown[U+6F22][U+0001].xlsx")
                .contains("x[U+6F22]")
                .doesNotContain("漢");
    }

    @Test
    void spellsWhatAClaimSays() {
        assertThat(
                        REPORTS.agencies().stream()
                                .map(id ->
                                        renderer.xhtml(
                                                DocumentId.of(
                                                        Kind.AGENCY, id, Language.RU, Format.PDF),
                                                REPORTS)))
                .anyMatch(page -> page.contains("ұзарды ([U+6F22])"))
                .noneMatch(page -> page.contains("漢"));
    }

    @Test
    void leavesToAWorkbookWhatItCanShow() throws IOException {
        Reports reports = Reports.of(Samples.few(), Samples.provenance());
        DocumentId document = DocumentId.of(Kind.CONSOLIDATED, Language.RU, Format.XLSX);
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();

        renderer.write(document, reports, xlsx);

        assertThat(xlsx.size()).isPositive();
        assertThat(renderer.markup(document, reports))
                .contains("unknown 漢[U+0001].xlsx")
                .contains("x漢");
    }

    @Test
    void spellsTheModelsTextOnlyNeitherTheTemplatesNorTheBundlesOwn(@TempDir Path folder)
            throws IOException {
        Path messages = Files.createDirectory(folder.resolve("messages"));
        for (Language language : Language.values()) {
            Files.writeString(
                    messages.resolve("own_" + language.tag() + ".properties"),
                    "own.words = 漢 {typed}",
                    StandardCharsets.UTF_8);
        }
        Files.writeString(
                folder.resolve("own.ftl"),
                """
                漢 ${typed}
                ${text(name)}
                ${say("own.words", {"typed": typed})}
                ${say("own.words", {"typed": name})}
                ${say("own.words", {"typed": "漢"})}
                ${say(sentence)}
                """,
                StandardCharsets.UTF_8);
        Sentence inner = Sentence.of("own.words", Map.of("typed", "漢"));

        Templates templates =
                new Templates(
                        folder,
                        new Speeches(folder.resolve("messages")),
                        new Legible(codePoint -> codePoint != '漢'));

        assertThat(
                        templates.fill(
                                "own.ftl",
                                Language.RU,
                                Map.of(
                                        "typed",
                                        "漢",
                                        "name",
                                        new Bilingual("қ", "漢"),
                                        "sentence",
                                        Sentence.of("own.words", Map.of("typed", inner)))))
                .isEqualTo(
                        """
                        漢 [U+6F22]
                        [U+6F22]
                        漢 [U+6F22]
                        漢 [U+6F22]
                        漢 漢
                        漢 漢 [U+6F22]
                        """);
    }

    /// The first PDF of each kind.
    private static List<DocumentId> ofEachKind(Language language) {
        return Arrays.stream(Kind.values())
                .flatMap(kind ->
                        kind.documents(REPORTS).stream()
                                .filter(document -> document.format() == Format.PDF)
                                .filter(document ->
                                        document.language().equals(Optional.of(language)))
                                .limit(1))
                .toList();
    }

    private static DocumentId in(Language language, DocumentId document) {
        return new DocumentId(
                document.kind(), document.agency(), Optional.of(language), document.format());
    }

    private Document xhtml(DocumentId document) throws Exception {
        String text = renderer.xhtml(document, REPORTS);
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(new StringReader(text)));
    }

    private static List<String> shape(Document document) {
        return elements(document).stream()
                .map(element -> element.getTagName() + "." + element.getAttribute("class"))
                .toList();
    }

    private static List<String> figures(Document document) {
        return elements(document).stream()
                .filter(element -> element.getAttribute("class").equals("n"))
                .filter(element -> element.getTagName().equals("td"))
                .map(element -> element.getTextContent().replaceAll("[\\s\u00A0%]", ""))
                .toList();
    }

    private static List<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    private static String extracted(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\u00A0]+", "");
    }
}
