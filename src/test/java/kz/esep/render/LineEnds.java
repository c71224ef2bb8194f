package kz.esep.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where a printed text may not go to the next line, told apart from how the program avoids it.
final class LineEnds {

    /// @param end of a line
    /// @param beginning of the next one
    private record Wrong(Pattern end, Pattern beginning) {
        Wrong(String end, String beginning) {
            this(Pattern.compile(".*" + end), Pattern.compile(beginning + ".*"));
        }

        boolean holds(String line, String next) {
            return end.matcher(line).matches() && beginning.matcher(next).matches();
        }
    }

    private static final String NUMBER = "(?:^|[\\s\u00A0(])[+−]?\\d[\\d.,]*";

    private static final List<Wrong> WRONG =
            List.of(
                    new Wrong("[№§]", ""),
                    new Wrong("", "[%₸‰–—]"),
                    new Wrong(
                            "(?:^|[\\s\u00A0(])(?:п|пп|ст|г|ул|им|стр|рис|табл)\\.",
                            "[\\d\\p{Lu}]"),
                    new Wrong("(?i)(?:рисунок|таблица|приложение|раздел|пункт[а-я]*)", "\\d"),
                    new Wrong("(?:^|[\\s\u00A0(«])\\p{Lu}\\.", "\\p{Lu}\\p{Ll}"),
                    new Wrong("(?:^|[\\s\u00A0(])[IVX]+", "\\p{Ll}"),
                    new Wrong(NUMBER, "(?:тыс|мың|млн|млрд|тенге|теңге|чел|адам|кг|км|м²|МБ)"),
                    new Wrong(NUMBER, "(?:год|года|году|лет|гг?\\.|жыл|жылғы|жылы)(?!\\p{L})"),
                    new Wrong(NUMBER, "(?:день|дня|дней|күн)(?!\\p{L})"),
                    new Wrong(
                            NUMBER,
                            "(?:янв|февр|март|апрел|мая|июн|июл|август|сентябр|октябр|ноябр|декабр"
                                    + "|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз"
                                    + "|қыркүйек|қазан(?!\\p{L})|қараша|желтоқсан)"),
                    new Wrong("(?:тыс\\.|мың|млн)", "(?:тенге|теңге)"),
                    new Wrong("(?:^|[\\s\u00A0])\\d{1,3}", "\\d{3}(?!\\d)"),
                    new Wrong("\\d[–/]", "\\d"),
                    new Wrong("\\d\\d\\.\\d\\d\\.\\d{4}", "\\d\\d:\\d\\d"));

    private LineEnds() {}

    /// @param texts the lines of each
    static List<String> wrong(List<List<String>> texts) {
        List<String> wrong = new ArrayList<>();
        for (List<String> lines : texts) {
            for (int i = 1; i < lines.size(); i++) {
                String line = lines.get(i - 1);
                String next = lines.get(i);
                if (WRONG.stream().anyMatch(rule -> rule.holds(line, next))) {
                    wrong.add(line + " ⏎ " + next);
                }
            }
        }
        return wrong;
    }
}
