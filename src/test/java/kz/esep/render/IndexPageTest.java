package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import kz.esep.language.Alphabet;
import kz.esep.language.Language;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// The page that leads to a period's documents.
class IndexPageTest {

    private static final Reports REPORTS = Reports.of(Samples.few(), Samples.provenance());
    private static String page = "";
    private static List<Element> elements = List.of();

    @TempDir Path folder;

    @BeforeAll
    static void write() throws Exception {
        page = written();
        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(page)));
        elements = elements(document);
    }

    private static String written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Renderer(Path.of("templates"))
                .write(
                        new DocumentId(Kind.INDEX, Optional.empty(), Optional.empty(), Format.HTML),
                        REPORTS,
                        out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void isTheSameEachTime() throws IOException {
        assertThat(written()).isEqualTo(page);
    }

    @Test
    void leadsToEveryDocumentOnce() {
        List<String> others =
                Renderer.documents(REPORTS).stream()
                        .filter(document -> document.kind() != Kind.INDEX)
                        .map(DocumentId::path)
                        .toList();

        assertThat(links().filter(link -> !link.startsWith("#") && !link.equals("manifest.json")))
                .containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void hasEachIdOnceAndNoDeadLinkInside() {
        List<String> ids = attributes("id").toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .containsAll(
                        links().filter(link -> link.startsWith("#"))
                                .map(link -> link.substring(1))
                                .toList());
        assertThat(ids).containsAll(attributes("aria-labelledby").toList());
    }

    @Test
    void asksForNothingFromElsewhere() {
        assertThat(Stream.of("src", "srcset", "poster", "data").flatMap(IndexPageTest::attributes))
                .isEmpty();
        assertThat(tags()).doesNotContain("script", "link", "img", "iframe", "object", "base");
        assertThat(page).doesNotContain("url(", "@import");
        assertThat(links()).noneMatch(link -> link.contains(":"));
    }

    /// In whatever order the other documents name them: here somebody looks for one.
    @ParameterizedTest
    @CsvSource({"KK, 0", "RU, 1"})
    void listsTheAgenciesByTheAlphabetOfTheirLanguage(Language language, int part) {
        List<String> names = new ArrayList<>();
        for (Element row : elements(parts().get(part))) {
            boolean agency =
                    row.getTagName().equals("tr")
                            && elements(row).stream()
                                    .anyMatch(
                                            one -> one.getAttribute("href").contains("/agencies/"));
            if (agency) {
                names.add(elements(row).getFirst().getTextContent());
            }
        }

        assertThat(names)
                .hasSizeGreaterThan(20)
                .isSortedAccordingTo(Comparator.comparing(Alphabet.of(language)::key));
    }

    private static List<Element> parts() {
        return elements.stream().filter(one -> one.getTagName().equals("article")).toList();
    }

    /// Both languages with the same links and charts, in one order but for the agencies' documents.
    @Test
    void saysTheSameInBothLanguages() {
        List<Element> parts = parts();

        assertThat(parts).extracting(part -> part.getAttribute("lang")).containsExactly("kk", "ru");
        assertThat(shape(parts.get(0), false)).isEqualTo(shape(parts.get(1), false));
        assertThat(shape(parts.get(0), true))
                .containsExactlyInAnyOrderElementsOf(shape(parts.get(1), true));
    }

    /// @param documents of the part that lists them, or of all others
    private static List<String> shape(Element part, boolean documents) {
        return elements(part).stream()
                .filter(one -> isInDocuments(one) == documents)
                .map(one ->
                        one.getTagName() + one.getAttribute("href").replaceFirst("^#?(kk|ru)", ""))
                .filter(tag -> !tag.equals("rect") && !tag.equals("line"))
                .toList();
    }

    private static boolean isInDocuments(Node node) {
        return node instanceof Element element
                && (element.getAttribute("aria-labelledby").endsWith("-documents")
                        || isInDocuments(element.getParentNode()));
    }

    @Test
    void saysWhatEachChartShows() {
        List<Element> charts =
                elements.stream()
                        .filter(one -> one.getTagName().equals("svg"))
                        .filter(one -> one.getAttribute("role").equals("img"))
                        .toList();

        assertThat(charts).hasSize(8);
        assertThat(charts)
                .allSatisfy(chart -> {
                    Element title = elements(chart).get(0);
                    Element finding = elements(chart).get(1);
                    assertThat(title.getTagName()).isEqualTo("title");
                    assertThat(finding.getTagName()).isEqualTo("desc");
                    assertThat(chart.getAttribute("aria-label"))
                            .contains(title.getTextContent(), finding.getTextContent());
                });
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        width | colours | applied
        1280  | dark    | color-contrast document-title html-has-lang link-name svg-img-alt target-size valid-lang
        500   | light   | color-contrast scrollable-region-focusable
        """)
    // spotless:on
    void keepsTheRulesOfAccessibility(int width, String colours, String applied)
            throws IOException {
        String shown =
                colours.equals("dark")
                        ? page.replace("@media (prefers-color-scheme: dark)", "@media all")
                        : page;
        assertThat(shown.equals(page)).isEqualTo(colours.equals("light"));

        Chromium.Result found = browser().check(shown, width, folder);

        assertThat(found.violations()).isEmpty();
        assertThat(found.passed()).contains(applied.split(" "));
    }

    @Test
    void wouldNoticeABreachOfTheRules() throws IOException {
        String spoilt =
                page.replaceAll("(?s)<section.*?</section>", "")
                        .replaceFirst("<html [^>]*>", "<html>")
                        .replaceFirst(
                                "<main>",
                                "<main><p style=\"color: #aaaaaa; background: #ffffff\">сұр</p>");

        Chromium.Result found = browser().check(spoilt, 1280, folder);

        assertThat(found.violations())
                .extracting(violation -> violation.replaceAll(" at .*", ""))
                .containsExactlyInAnyOrder("color-contrast", "html-has-lang");
    }

    private static Chromium browser() {
        Optional<Chromium> browser = Chromium.installed();
        assumeTrue(
                browser.isPresent(),
                "Not checked with axe-core: no Chromium is installed (Debian: apt-get install chromium)");
        return browser.orElseThrow();
    }

    private static Stream<String> links() {
        return attributes("href");
    }

    private static Stream<String> attributes(String name) {
        return elements.stream()
                .filter(one -> one.hasAttribute(name))
                .map(one -> one.getAttribute(name));
    }

    private static Set<String> tags() {
        Set<String> tags = new TreeSet<>();
        elements.forEach(one -> tags.add(one.getTagName()));
        return tags;
    }

    private static List<Element> elements(Document document) {
        return elements(document.getDocumentElement());
    }

    private static List<Element> elements(Element root) {
        NodeList all = root.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }
}
