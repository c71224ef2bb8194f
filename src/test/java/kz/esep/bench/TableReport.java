package kz.esep.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.esep.render.tagged.TaggedPdf;

/// A Kazakh report of as many pages as one asks for, in the style of the real ones: headings, a
/// list, a chart, and tables of eight columns whose words differ with the seed.
final class TableReport {

    static final Instant DATE = Instant.parse("2025-01-15T06:00:00Z");

    private static final String[] WORDS =
            ("мүгедектігі бар адамдардың құқықтарын қамтамасыз ету және өмір сүру сапасын жақсарту бойынша әлеуметтік"
                            + " қызмет көрсету орталықтары қолжетімділігі үлесі сақтау білім беру ұйымдары арнайы жағдай"
                            + " жасау жергілікті атқарушы органдар ақпараты негізінде облыс қаласы көлік инфрақұрылымы")
                    .split(" ");
    private static final int ROWS_PER_TABLE = 40;

    private TableReport() {}

    /// The style sheets of the real templates.
    static Optional<InputStream> styleSheet(String name) throws IOException {
        return Optional.of(Files.newInputStream(Path.of("templates/pdf", name)));
    }

    /// The most rows that the pages hold.
    static int rowsFor(int pages) throws IOException {
        TaggedPdf writer = new TaggedPdf(TableReport::styleSheet);
        int fit = 1;
        int tooMany = 100 * pages;
        while (tooMany - fit > 1) {
            int rows = (fit + tooMany) / 2;
            int made = writer.write(xhtml(0, rows), DATE, OutputStream.nullOutputStream());
            if (made > pages) {
                tooMany = rows;
            } else {
                fit = rows;
            }
        }
        return fit;
    }

    static String xhtml(int seed, int rows) {
        Random chance = new Random(seed);
        String sections =
                IntStream.range(0, (rows + ROWS_PER_TABLE - 1) / ROWS_PER_TABLE)
                        .mapToObj(section ->
                                section(
                                        chance,
                                        section,
                                        Math.min(ROWS_PER_TABLE, rows - section * ROWS_PER_TABLE)))
                        .collect(Collectors.joining("\n"));
        return """
        <html xmlns="http://www.w3.org/1999/xhtml" lang="kk"><head><title>Есеп %1$d</title>
        <link rel="stylesheet" type="text/css" href="report.css"/>
        <style>@page { @bottom-right { content: counter(page) " / " counter(pages); font-size: 7pt } }</style></head>
        <body><h1>Іс-шаралар жоспарының орындалуы туралы %1$d-есеп</h1>
        <ul class="says"><li>%2$s</li><li>%3$s</li></ul>%4$s%5$s</body></html>\
        """
                .formatted(seed, words(chance, 20), words(chance, 30), chart(chance), sections);
    }

    private static String section(Random chance, int number, int rows) {
        String body =
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> row(chance, number * ROWS_PER_TABLE + row))
                        .collect(Collectors.joining("\n"));
        return """
        <section><h2>%d. %s</h2><table><caption>%s</caption><thead><tr><th scope="col" style="width: 4%%">№</th>\
        <th scope="col" style="width: 28%%">Іс-шара</th><th scope="col">Орындаушы</th><th scope="col">Мерзімі</th>\
        <th scope="col">Жоспар</th><th scope="col">Нақты</th><th scope="col">Мәртебесі</th>\
        <th scope="col" style="width: 20%%">Себебі</th></tr></thead><tbody>%s</tbody></table></section>\
        """
                .formatted(number + 1, words(chance, 4), words(chance, 6), body);
    }

    private static String row(Random chance, int number) {
        int target = 20 + chance.nextInt(80);
        return """
        <tr><th scope="row" class="n">%d</th><td>%s</td><td>%s</td><td>2024 жылғы 31 желтоқсан</td><td class="n">%d,%d %%</td>\
        <td class="n">%d,%d %%</td><td><span class="status s-overdue"><svg viewBox="0 0 10 10" width="8" height="8"\
         aria-hidden="true"><polygon points="5,0 10,9 0,9" fill="#a01717"/></svg>Мерзімі өтті</span></td><td>%s</td></tr>\
        """
                .formatted(
                        number,
                        words(chance, 8 + chance.nextInt(8)),
                        words(chance, 2),
                        target,
                        chance.nextInt(10),
                        target - chance.nextInt(20),
                        chance.nextInt(10),
                        words(chance, 3 + chance.nextInt(9)));
    }

    private static String chart(Random chance) {
        String bars =
                IntStream.range(0, 9)
                        .mapToObj(i ->
                                "<rect x=\"60\" y=\"%d\" width=\"%d\" height=\"14\" fill=\"#14603a\"/><text x=\"50\" y=\"%d\" font-size=\"11\" text-anchor=\"end\">%d-бөлім</text>"
                                        .formatted(
                                                i * 18,
                                                100 + chance.nextInt(700),
                                                i * 18 + 11,
                                                i + 1))
                        .collect(Collectors.joining());
        return "<svg viewBox=\"0 0 960 165\" width=\"960\" height=\"165\" aria-label=\"%s\">%s</svg>"
                .formatted(words(chance, 12), bars);
    }

    private static String words(Random chance, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> WORDS[chance.nextInt(WORDS.length)])
                .collect(Collectors.joining(" "));
    }
}
