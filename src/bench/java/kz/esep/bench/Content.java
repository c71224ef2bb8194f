package kz.esep.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What every engine prints: headings, paragraphs and tables of eight columns in Kazakh, on A4
/// landscape with numbered pages. Without pictures, which each engine draws in its own way.
record Content(String title, List<String> paragraphs, List<Section> sections) {

    record Section(String heading, String caption, List<List<String>> rows) {}

    static final List<String> COLUMNS =
            List.of(
                    "№", "Іс-шара", "Орындаушы", "Мерзімі", "Жоспар", "Нақты", "Мәртебесі",
                    "Себебі");

    /// Of the table's width, in hundredths.
    static final List<Integer> WIDTHS = List.of(4, 28, 12, 12, 8, 8, 10, 18);

    private static final String[] WORDS =
            ("мүгедектігі бар адамдардың құқықтарын қамтамасыз ету және өмір сүру сапасын жақсарту"
                    + " бойынша әлеуметтік қызмет көрсету орталықтары қолжетімділігі үлесі сақтау"
                    + " білім беру ұйымдары арнайы жағдай жасау жергілікті атқарушы органдар"
                    + " ақпараты негізінде облыс қаласы көлік инфрақұрылымы")
                    .split(" ");
    private static final int ROWS_PER_TABLE = 40;

    static Content of(int seed, int rows) {
        Random chance = new Random(seed);
        List<Section> sections = new ArrayList<>();
        for (int from = 0; from < rows; from += ROWS_PER_TABLE) {
            sections.add(
                    new Section(
                            sections.size() + 1 + ". " + words(chance, 4),
                            words(chance, 6),
                            IntStream.range(from, Math.min(rows, from + ROWS_PER_TABLE))
                                    .mapToObj(row -> row(chance, row + 1))
                                    .toList()));
        }
        return new Content(
                "Іс-шаралар жоспарының орындалуы туралы " + seed + "-есеп",
                List.of(words(chance, 20), words(chance, 30)),
                sections);
    }

    private static List<String> row(Random chance, int number) {
        int target = 20 + chance.nextInt(80);
        return List.of(
                String.valueOf(number),
                words(chance, 8 + chance.nextInt(8)),
                words(chance, 2),
                "2024 жылғы 31 желтоқсан",
                target + "," + chance.nextInt(10) + " %",
                target - chance.nextInt(20) + "," + chance.nextInt(10) + " %",
                "Мерзімі өтті",
                words(chance, 3 + chance.nextInt(9)));
    }

    private static String words(Random chance, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> WORDS[chance.nextInt(WORDS.length)])
                .collect(Collectors.joining(" "));
    }

    /// With the style sheet of the real reports, for the engines that print XHTML.
    String xhtml() {
        StringBuilder page = new StringBuilder(200_000);
        page.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"kk\"><head><title>")
                .append(title)
                .append("</title><meta name=\"subject\" content=\"")
                .append(title)
                .append("\"/><meta name=\"description\" content=\"")
                .append(title)
                .append("\"/><link rel=\"stylesheet\" type=\"text/css\" href=\"report.css\"/><style>")
                .append("@page { @bottom-right { content: counter(page) ' / ' counter(pages);")
                .append(" font-size: 7pt; font-family: 'Liberation Sans' } } table { table-layout: fixed }</style></head><body><h1>")
                .append(title)
                .append("</h1>");
        paragraphs.forEach(text -> page.append("<p>").append(text).append("</p>"));
        for (Section section : sections) {
            page.append("<h2>").append(section.heading()).append("</h2><table><caption>");
            page.append(section.caption()).append("</caption><thead><tr>");
            for (int i = 0; i < COLUMNS.size(); i++) {
                page.append("<th scope=\"col\" style=\"width: ")
                        .append(WIDTHS.get(i))
                        .append("%\">")
                        .append(COLUMNS.get(i))
                        .append("</th>");
            }
            page.append("</tr></thead><tbody>");
            for (List<String> row : section.rows()) {
                page.append("<tr>");
                row.forEach(cell -> page.append("<td>").append(cell).append("</td>"));
                page.append("</tr>");
            }
            page.append("</tbody></table>");
        }
        return page.append("</body></html>").toString();
    }
}
