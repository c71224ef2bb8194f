package kz.esep.render.tagged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where pages end: nobody should turn a page to learn what a table is about.
class PagesTest {
    private static final String STYLE =
            """
            @page { size: A4; margin: 20mm }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
            td, th { padding: 1mm; border: 0.5pt solid #444444 }
            p { orphans: 2; widows: 2; margin: 0 }
            .intro { page-break-after: avoid }
            h2 { margin: 0 0 5mm 0 }
            caption { padding-bottom: 4mm }
            """;

    private static final String LAST_ROW = "tbody tr:last-child { page-break-before: avoid }\n";

    private final TaggedPdf writer = EdgeCases.writer();

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        between a heading and the first row | xhtml
        a caption and a head                | <table><caption>кестенің аты</caption><thead><tr><th scope="col">баған</th></tr></thead><tbody>ROWS</tbody></table>
        a head                              | <table><thead><tr><th scope="col">баған</th></tr></thead><tbody>ROWS</tbody></table>
        nothing                             | <table><tbody>ROWS</tbody></table>
        words, a caption and a head         | <p class="intro">кіріспе сөз</p><table><caption>кестенің аты</caption><thead><tr><th scope="col">баған</th></tr></thead><tbody>ROWS</tbody></table>
        only one row                        | <table><caption>кестенің аты</caption><thead><tr><th scope="col">баған</th></tr></thead><tbody><tr><td>1-жол<br/>екінші<br/>үшінші</td></tr></tbody></table>
        two lines                           | <p>1-жол<br/>екінші</p>
        a block                             | <div><table><caption>кестенің аты</caption><tbody>ROWS</tbody></table></div>
        """)
    // spotless:on
    void keepAHeadingWithTheFirstRowOfItsTable(String between, String xhtml) throws IOException {
        String rows =
                IntStream.rangeClosed(1, 9)
                        .mapToObj(
                                "<tr><td>%d-жол<br/>екінші<br/>үшінші<br/>төртінші</td></tr>"
                                        ::formatted)
                        .collect(Collectors.joining());
        List<String> apart = new ArrayList<>();
        for (int above = 190; above <= 256; above += 3) {
            String body =
                    "<div style=\"height: %dmm\"></div><section><h2>тақырып</h2>%s</section>"
                            .formatted(above, xhtml.replace("ROWS", rows));
            List<String> pages = pages(EdgeCases.page(STYLE, body));
            if (pageOf("тақырып", pages) != pageOf("1-жол", pages)) {
                apart.add(above + " mm");
            }
        }

        assertEquals(List.of(), apart, between);
    }

    @Test
    void leaveNoLastRowAloneAndNoRowWithoutTheHead() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (int lines = 1; lines <= 40; lines++) {
            String rows =
                    "<tr><td>1-жол%s</td></tr>".formatted("<br/>келесі".repeat(lines))
                            + IntStream.rangeClosed(2, 60)
                                    .mapToObj("<tr><td>%d-жол</td></tr>"::formatted)
                                    .collect(Collectors.joining());
            String table =
                    "<table><thead><tr><th scope=\"col\">баған</th></tr></thead><tbody>%s</tbody></table>"
                            .formatted(rows);
            List<String> pages = pages(EdgeCases.page(LAST_ROW + STYLE, table));
            if (pageOf("59-жол", pages) != pageOf("60-жол", pages)) {
                wrong.add(lines + " lines: the last row alone");
            }
            if (!pages.stream().allMatch(page -> page.startsWith("баған"))) {
                wrong.add(lines + " lines: no head");
            }
        }

        assertEquals(List.of(), wrong);
    }

    @Test
    void leaveNoSingleLineOfAParagraphBehind() throws IOException {
        String lines =
                IntStream.rangeClosed(1, 6)
                        .mapToObj("жол%d"::formatted)
                        .collect(Collectors.joining("<br/>"));
        List<String> alone = new ArrayList<>();
        for (int above = 230; above <= 258; above += 2) {
            List<String> pages =
                    pages(
                            EdgeCases.page(
                                    STYLE,
                                    "<div style=\"height: %dmm\"></div><p>%s</p>"
                                            .formatted(above, lines)));
            boolean orphan = pageOf("жол1", pages) != pageOf("жол2", pages);
            boolean widow = pageOf("жол5", pages) != pageOf("жол6", pages);
            if (orphan || widow) {
                alone.add(above + " mm");
            }
        }

        assertEquals(List.of(), alone);
    }

    @Test
    void splitARowOnlyIfNoPageHoldsIt() throws IOException {
        String row =
                "<tr><td>басы-%1$d.<br/>"
                        + "орта<br/>".repeat(10)
                        + "соңы-%1$d.</td><td>%1$d</td></tr>";
        String rows =
                IntStream.rangeClosed(1, 30)
                        .mapToObj(number -> row.formatted(number))
                        .collect(Collectors.joining());
        String tall =
                "<tr><td>биік басы<br/>" + "биікорта<br/>".repeat(150) + "биік соңы</td></tr>";
        List<String> pages =
                pages(EdgeCases.page(STYLE, "<table><tbody>" + rows + tall + "</tbody></table>"));

        for (int number = 1; number <= 30; number++) {
            assertEquals(
                    pageOf("басы-" + number + ".", pages), pageOf("соңы-" + number + ".", pages));
        }
        assertEquals(4, pageOf("биік соңы", pages) - pageOf("биік басы", pages));
        assertEquals(
                150,
                pages.stream()
                        .skip(pageOf("биік басы", pages))
                        .mapToInt(page -> page.split("биікорта", -1).length - 1)
                        .sum());
    }

    @Test
    void repeatAHeadWithSpansOnEveryPageWithItsColours() throws IOException {
        String rows =
                IntStream.rangeClosed(1, 200)
                        .mapToObj("<tr><td>%d</td><td>мән</td><td>мән</td></tr>"::formatted)
                        .collect(Collectors.joining());
        List<String> pages =
                pages(
                        EdgeCases.page(
                                STYLE,
                                "<table><thead><tr><th scope=\"col\" rowspan=\"2\">Реті</th>"
                                        + "<th scope=\"colgroup\" colspan=\"2\">Мәні</th></tr>"
                                        + "<tr><th scope=\"col\">жоспар</th>"
                                        + "<th scope=\"col\">нақты</th></tr></thead><tbody>"
                                        + rows
                                        + "</tbody></table>"));

        assertEquals(
                pages.size(),
                pages.stream()
                        .filter(page -> page.contains("Реті") && page.contains("жоспар нақты"))
                        .count());
    }

    private List<String> pages(String xhtml) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(EdgeCases.pdf(writer, xhtml))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    private static int pageOf(String words, List<String> pages) {
        return IntStream.range(0, pages.size())
                .filter(page -> pages.get(page).contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is on no page"));
    }
}
