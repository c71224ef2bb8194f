package kz.esep.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.esep.render.tagged.StructureText;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// Whether two language versions of a document say the same: the same headings, tables, rows, cells
/// and lists one after the other, and in each the same figures and days, however its language
/// writes them.
public final class Twins {

    /// A heading, cell, item … with its words; `TD`, `31 желтоқсан`.
    public record Block(String role, String text) {}

    private static final Pattern LINE = Pattern.compile("(\\w+)(\\[\\w+])?: ?(.*)");
    private static final Set<String> BLOCKS =
            Set.of(
                    "h1", "h2", "h3", "h4", "p", "li", "th", "td", "caption", "dt", "dd", "tr",
                    "ul");

    private static final List<String> MONTHS_KK =
            List.of(
                    "қаңтар",
                    "ақпан",
                    "наурыз",
                    "сәуір",
                    "мамыр",
                    "маусым",
                    "шілде",
                    "тамыз",
                    "қыркүйек",
                    "қазан",
                    "қараша",
                    "желтоқсан");
    private static final List<String> MONTHS_RU =
            List.of(
                    "января",
                    "февраля",
                    "марта",
                    "апреля",
                    "мая",
                    "июня",
                    "июля",
                    "августа",
                    "сентября",
                    "октября",
                    "ноября",
                    "декабря");
    private static final Pattern DAY_KK =
            Pattern.compile(
                    "(\\d{4}) жылғы (\\d{1,2}) (" + String.join("|", MONTHS_KK) + ")\\p{L}*");
    private static final Pattern DAY_RU =
            Pattern.compile("(\\d{1,2}) (" + String.join("|", MONTHS_RU) + ") (\\d{4}) года");
    private static final Pattern FIGURE =
            Pattern.compile("(?:[−+](?=\\d))?\\d+(?:[.,:/]\\d+)*(?: ?%)?|[IVX]+(?= )");

    private static final String CUT = "…";

    private Twins() {}

    /// As a screen reader finds them.
    public static List<Block> blocks(byte[] pdf) throws IOException {
        List<Block> blocks = new ArrayList<>();
        StructureText.of(pdf)
                .lines()
                .forEach(line -> {
                    Matcher parts = LINE.matcher(line);
                    if (!parts.matches() || parts.group(1).equals("Span")) {
                        String more = parts.matches() ? parts.group(3) : line;
                        Block last = blocks.removeLast();
                        blocks.add(new Block(last.role, last.text + " " + more));
                    } else {
                        blocks.add(new Block(parts.group(1), parts.group(3)));
                    }
                });
        return blocks;
    }

    /// As they stand in a page or a part of one.
    static List<Block> blocks(Element part) {
        List<Block> blocks = new ArrayList<>();
        collect(part, blocks);
        return blocks;
    }

    private static void collect(Element element, List<Block> blocks) {
        if (BLOCKS.contains(element.getTagName())) {
            StringBuilder own = new StringBuilder();
            ownText(element, own);
            blocks.add(new Block(element.getTagName(), own.toString().strip()));
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                collect(child, blocks);
            }
        }
    }

    private static void ownText(Element element, StringBuilder text) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text words) {
                text.append(words.getData());
            } else if (node instanceof Element child && !BLOCKS.contains(child.getTagName())) {
                ownText(child, text.append(' '));
                text.append(' ');
            }
        }
    }

    /// What the versions say differently; at most the first few.
    public static List<String> differences(List<Block> kazakh, List<Block> russian) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(kazakh.size(), russian.size()); i++) {
            Block kk = i < kazakh.size() ? kazakh.get(i) : new Block("nothing", "");
            Block ru = i < russian.size() ? russian.get(i) : new Block("nothing", "");
            if (!kk.role.equals(ru.role)) {
                differences.add("%d: %s | %s".formatted(i, kk, ru));
                // from here on everything is out of step
                return differences;
            }
            List<String> figuresKk = figures(kk.text);
            List<String> figuresRu = figures(ru.text);
            // a title cut short stands whole elsewhere
            boolean cut = kk.text.endsWith(CUT) || ru.text.endsWith(CUT);
            if (!cut && !figuresKk.equals(figuresRu)) {
                differences.add(
                        "%d %s: %s “%s” | %s “%s”"
                                .formatted(i, kk.role, figuresKk, kk.text, figuresRu, ru.text));
            }
        }
        return differences;
    }

    /// The figures and days of a text, sorted, for the languages name them in another order.
    static List<String> figures(String written) {
        List<String> figures = new ArrayList<>();
        String text =
                written.replace('\u00A0', ' ')
                        .replaceAll("(?<=(?<!\\d)\\d{1,3}) (?=\\d{3}(?!\\d))", "");
        // both, for what is quoted stands in either language
        text =
                DAY_KK.matcher(text)
                        .replaceAll(day -> {
                            figures.add(
                                    day(
                                            day.group(1),
                                            MONTHS_KK.indexOf(day.group(3)),
                                            day.group(2)));
                            return " ";
                        });
        text =
                DAY_RU.matcher(text)
                        .replaceAll(day -> {
                            figures.add(
                                    day(
                                            day.group(3),
                                            MONTHS_RU.indexOf(day.group(2)),
                                            day.group(1)));
                            return " ";
                        });
        FIGURE.matcher(text)
                .results()
                .map(figure -> figure.group().replace(" ", "").replace(',', '.'))
                .forEach(figures::add);
        figures.sort(null);
        return figures;
    }

    private static String day(String year, int month, String day) {
        return "%s-%02d-%02d".formatted(year, month + 1, Integer.parseInt(day));
    }
}
