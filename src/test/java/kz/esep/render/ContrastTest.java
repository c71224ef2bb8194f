package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import kz.esep.language.Language;
import kz.esep.reconcile.Reconciliation;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/// Words stand out from what they stand on by 4.5 to 1, what charts are made of by 3 to 1.
class ContrastTest {

    private static final Path TEMPLATES = Path.of("templates");
    private static final Renderer RENDERER = new Renderer(TEMPLATES);
    private static final Reconciliation WHOLE = Samples.whole();
    private static final Reports REPORTS = Reports.of(WHOLE, Samples.reissued(WHOLE));

    /// Colours do not depend on the language.
    static Stream<DocumentId> oneOfEachKind() {
        return Stream.of(Kind.values())
                .filter(kind -> !kind.formats().contains(Format.HTML))
                .filter(kind -> kind.formats().contains(Format.PDF))
                .map(kind ->
                        kind.documents(REPORTS).stream()
                                .filter(id -> id.format() == Format.PDF)
                                .filter(id -> id.language().filter(Language.KK::equals).isPresent())
                                .findFirst()
                                .orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void isEnoughOnEveryPage(DocumentId id) throws IOException {
        assertThat(new Contrast(css("pdf/report.css"), false).weak(page(id))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void isEnoughOnTheIndexPageLightOrDark(boolean dark) throws IOException {
        assertThat(new Contrast(css("html/index.css"), dark).weak(index())).isEmpty();
    }

    /// Otherwise the tests above would prove nothing.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        sheet          | rule                                            | weak
        pdf/report.css | .quiet { color: #9aa5ab }                       | words of span.quiet: #9aa5ab on #ffffff is 2.51
        pdf/report.css | thead th { background-color: #3a8090 }          | words of th: #0b4f5c on #3a8090 is 2.04
        pdf/report.css | table.plan td { background-color: #888888 }     | words of span.quiet: #4c5a62 on #888888 is 2.01
        html/index.css | dt { color: #b0b0b0 }                           | words of dt: #b0b0b0 on #ffffff is 2.16
        """)
    // spotless:on
    void wouldNoticeAWeakPair(String sheet, String rule, String weak) throws IOException {
        Document page =
                sheet.startsWith("html")
                        ? index()
                        : page(DocumentId.of(Kind.CONSOLIDATED, Language.KK, Format.PDF));
        assertThat(new Contrast(css(sheet) + rule, false).weak(page)).contains(weak);
    }

    @Test
    void wouldNoticeAWeakChart() throws Exception {
        String xhtml =
                RENDERER.xhtml(DocumentId.of(Kind.CONSOLIDATED, Language.KK, Format.PDF), REPORTS);
        SortedSet<String> weak =
                new Contrast(css("pdf/report.css"), false)
                        .weak(parsed(xhtml.replace("#14603a", "#b9e0c9")));

        List<String> found = new ArrayList<>();
        weak.forEach(line -> found.add(line.replaceAll(" is .*", "")));
        assertThat(found)
                .contains(
                        "words of chart: #ffffff on #b9e0c9", "shape of rect: #b9e0c9 on #ffffff");
    }

    /// The two that WCAG gives itself, and one from its technique G18.
    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21.00", "#777777, #ffffff, 4.47", "#ffffff, #ffffff, 1.00"})
    void isMeasuredAsTheGuidelinesSay(String one, String other, String ratio) {
        assertThat(Contrast.said(Contrast.ratio(one, other))).isEqualTo(ratio);
    }

    private static Document page(DocumentId id) {
        return parsed(RENDERER.xhtml(id, REPORTS));
    }

    private static Document index() {
        return parsed(
                RENDERER.xhtml(Kind.INDEX.documents(REPORTS).getFirst(), REPORTS)
                        .replace("<!DOCTYPE html>", ""));
    }

    private static String css(String name) throws IOException {
        return Files.readString(TEMPLATES.resolve(name));
    }

    private static Document parsed(String xhtml) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(
                            new ByteArrayInputStream(
                                    xhtml.strip().getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException("Not a page", e);
        }
    }
}
