package kz.esep.language;

import java.util.regex.Pattern;

/// Keeps together what no end of a line may part: a sign and its number (`№ 5`, `п. 3`), a number
/// and its unit (`31 %`, `12 тыс. тенге`, `31 желтоқсан`), `IV квартал`, `А. Б. Сериков`, and a
/// dash with the word before it. The same for Kazakh and Russian, whose rules do not collide.
///
/// Prepositions may end a line: in the plan's narrow columns a word more does not fit.
public final class NoBreak {

    private static final char SPACE = ' ';
    private static final char NO_BREAK_SPACE = '\u00A0';

    /// Signs that begin no line: `31 %`, `1500 ₸`, a dash.
    private static final String NO_BEGINNING = "%‰₸°–—";

    /// What may stand before a word that counts.
    private static final String AFTER = "(?:.*[\u00A0;(\\[«])?";

    /// A number, also a sum with its groups already kept together, or a date in figures.
    private static final Pattern NUMBER = Pattern.compile(AFTER + "[+−~≈<>≥≤-]?\\d[\\d.,–-]*");

    /// The beginning of `18 / 28`.
    private static final Pattern SHARE = Pattern.compile(".*\\d\u00A0/");

    private static final Pattern GROUP = Pattern.compile(AFTER + "[+−-]?\\d{1,3}");
    private static final Pattern NEXT_GROUP = Pattern.compile("\\d{3}(?!\\d).*");
    private static final Pattern DAY = Pattern.compile(AFTER + "\\d\\d\\.\\d\\d\\.\\d{4}");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d.*");

    /// What a number counts or measures, short enough to stay beside it.
    private static final Pattern UNIT =
            Pattern.compile(
                    "(?:"
                            + "тыс|млн|млрд|трлн|мың|тенге|теңге|тг|руб|долл|процент\\p{L}*|пайыз\\p{L}*"
                            + "|чел|адам|экз|т|кг|г|га|км|м|см|мм|л|ч|с|мин|сағ|сек|КБ|МБ|ГБ"
                            + "|год|года|году|годом|годы|годов|годам|лет|гг|жыл\\p{L}*|жж?"
                            + "|дней|дня|день|күн\\p{L}*|квартал\\p{L}*|тоқсан\\p{L}*"
                            + "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября"
                            + "|ноября|декабря"
                            + "|(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан"
                            + "|қараша|желтоқсан)\\p{L}*"
                            + "|п|б)(?!\\p{L}).*");

    /// What is numbered: `п. 3`, `раздел 3`, `Рисунок 1`.
    private static final Pattern NUMBERED =
            Pattern.compile(
                    AFTER
                            + "(?:(?iu:(?:п|пп|подп|ст|гл|стр|с|рис|табл|абз|ч|д|кв|т|тел|б)\\."
                            + "|(?:пункт|стать|раздел|приложени|таблиц|рисун|строк|страниц|бет)\\p{L}{0,3})"
                            + "|ГОСТ|СТ|РК|ISO|СанПиН)");

    /// A place or a name follows: `г. Астана`. After a number it is a year's, not a town's.
    private static final Pattern NAMED = Pattern.compile("[(«]?(?:г|қ|ул|им|пр)\\.");

    private static final Pattern INITIALS = Pattern.compile(AFTER + "(?:\\p{Lu}\\.)+");
    private static final Pattern SURNAME =
            Pattern.compile("(?:.*[(«])?\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?");
    private static final Pattern THEIR_INITIALS =
            Pattern.compile("\\p{Lu}\\.(?:[\\p{Lu}\u00A0].*|[,;:)»]*)");

    private static final Pattern ROMAN = Pattern.compile(AFTER + "[IVXІ]{1,5}");

    /// `тыс. тенге`, `мың теңге`.
    private static final Pattern THOUSANDS =
            Pattern.compile("(?:.*[\u00A0;(\\[«\\d])?(?:тыс\\.|млн\\.?|млрд\\.?|трлн\\.?|мың)");

    private static final Pattern MONEY =
            Pattern.compile("(?:тенге|теңге|тг|руб|долл|чел|адам)(?!\\p{Ll}\\p{Ll}\\p{Ll}).*");

    /// `т. е.`, `т. д.`, `п. п.`
    private static final Pattern SHORT = Pattern.compile(AFTER + "[тп]\\.");

    private static final Pattern SHORT_TOO = Pattern.compile("[декпч]\\..*");

    private static final Pattern STANDARD = Pattern.compile(AFTER + "(?:СТ|ҚР)");
    private static final Pattern OF_STANDARD = Pattern.compile("(?:РК|СТ)(?!\\p{L}).*");

    private NoBreak() {}

    /// The text with no-break spaces where its lines must not end. Spaces that are so already stay.
    public static String in(String text) {
        int space = text.indexOf(SPACE);
        if (space < 0) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text);
        for (; space >= 0; space = text.indexOf(SPACE, space + 1)) {
            if (isBetweenWords(text, space) && mayKeep(text.charAt(space - 1), text, space + 1)) {
                // what was kept so far belongs to the word: of 2024 г. the г. is a year's
                String before = kept.substring(begin(kept, space), space);
                if (keeps(before, text.substring(space + 1, end(text, space + 1)))) {
                    kept.setCharAt(space, NO_BREAK_SPACE);
                }
            }
        }
        return kept.toString();
    }

    private static boolean isBetweenWords(String text, int space) {
        return space > 0
                && space + 1 < text.length()
                && !Character.isWhitespace(text.charAt(space - 1))
                && !Character.isWhitespace(text.charAt(space + 1));
    }

    /// Most spaces stand between two ordinary words: a look at their letters is enough.
    private static boolean mayKeep(char last, String text, int next) {
        char first = text.charAt(next);
        return (!Character.isLowerCase(last) && last != ',' && last != ';' && last != ':')
                || NO_BEGINNING.indexOf(first) >= 0
                || Character.isDigit(first)
                || Character.isUpperCase(first)
                || last == 'ң'
                || last == 'н'
                || last == 'д';
    }

    private static boolean keeps(String before, String after) {
        char last = before.charAt(before.length() - 1);
        char first = after.charAt(0);
        if (last == '№' || last == '§' || NO_BEGINNING.indexOf(first) >= 0) {
            return true;
        }
        if (Character.isDigit(first)) {
            return matches(SHARE, before)
                    || matches(NUMBERED, before)
                    || (matches(GROUP, before) && matches(NEXT_GROUP, after))
                    || (matches(DAY, before) && matches(TIME, after));
        }
        if (Character.isUpperCase(first)) {
            return matches(INITIALS, before)
                    || matches(NAMED, before)
                    || (matches(SURNAME, before) && matches(THEIR_INITIALS, after))
                    || (matches(STANDARD, before) && matches(OF_STANDARD, after))
                    || (matches(NUMBERED, before) && matches(ROMAN, after))
                    || (matches(NUMBER, before) && matches(UNIT, after));
        }
        return (matches(NUMBER, before) && (first == '/' || matches(UNIT, after)))
                || (matches(ROMAN, before) && Character.isLowerCase(first))
                || (matches(THOUSANDS, before) && matches(MONEY, after))
                || (matches(SHORT, before) && matches(SHORT_TOO, after));
    }

    private static boolean matches(Pattern pattern, String words) {
        return pattern.matcher(words).matches();
    }

    private static int begin(CharSequence text, int space) {
        int begin = space;
        while (begin > 0 && !Character.isWhitespace(text.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
