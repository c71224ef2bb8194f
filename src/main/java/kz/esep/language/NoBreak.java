package kz.esep.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    private static final String ENDS_NUMBER = "0123456789.,–-";
    private static final String SIGNS = "+−~≈<>≥≤";
    private static final String OPENS = "\u00A0;([«";
    private static final String ROMAN_DIGITS = "IVXІ";
    private static final String MONEY_BEGINS = "тдрча";

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

    /// What is numbered: `п. 3`, `ГОСТ 123`, and with any ending `раздел 3`, `Рисунок 1`.
    private static final Set<String> NUMBERED =
            Set.of(
                    "п.", "пп.", "подп.", "ст.", "гл.", "стр.", "с.", "рис.", "табл.", "абз.", "ч.",
                    "д.", "кв.", "т.", "тел.", "б.", "гост", "ст", "рк", "iso", "санпин");

    private static final List<String> NUMBERED_WORDS =
            List.of(
                    "пункт",
                    "стать",
                    "раздел",
                    "приложени",
                    "таблиц",
                    "рисун",
                    "строк",
                    "страниц",
                    "бет");

    private static final int ENDING = 3;

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
                || ((last == 'ң' || last == 'н' || last == 'д')
                        && MONEY_BEGINS.indexOf(first) >= 0);
    }

    /// Cheap looks before expensive ones: every space of every page is asked about.
    private static boolean keeps(String before, String after) {
        char last = before.charAt(before.length() - 1);
        char first = after.charAt(0);
        if (last == '№' || last == '§' || NO_BEGINNING.indexOf(first) >= 0) {
            return true;
        }
        if (Character.isDigit(first)) {
            return (last == '/' && matches(SHARE, before))
                    || (!Character.isDigit(last) && isNumbered(before))
                    || (Character.isDigit(last) && isOneNumber(before, after));
        }
        if (ENDS_NUMBER.indexOf(last) >= 0
                && endsWithNumber(before)
                && (first == '/' || matches(UNIT, after))) {
            return true;
        }
        return Character.isUpperCase(first) ? keepsName(before, after) : keepsShort(before, after);
    }

    private static boolean isNumbered(String before) {
        int begin = before.length();
        while (begin > 0 && OPENS.indexOf(before.charAt(begin - 1)) < 0) {
            begin--;
        }
        String word = before.substring(begin).toLowerCase(Locale.ROOT);
        return NUMBERED.contains(word)
                || NUMBERED_WORDS.stream()
                        .anyMatch(known ->
                                word.startsWith(known) && word.length() <= known.length() + ENDING);
    }

    /// Also a sum whose groups are kept together already, or a date in figures.
    private static boolean endsWithNumber(String before) {
        int at = before.length();
        while (at > 0 && ENDS_NUMBER.indexOf(before.charAt(at - 1)) >= 0) {
            at--;
        }
        int digit = at;
        while (digit < before.length() && !Character.isDigit(before.charAt(digit))) {
            digit++;
        }
        boolean signed = at > 0 && SIGNS.indexOf(before.charAt(at - 1)) >= 0;
        int begin = signed ? at - 1 : at;
        return digit < before.length()
                && (digit == at || (digit == at + 1 && before.charAt(at) == '-'))
                && (begin == 0 || OPENS.indexOf(before.charAt(begin - 1)) >= 0);
    }

    private static boolean isOneNumber(String before, String after) {
        return (matches(GROUP, before) && matches(NEXT_GROUP, after))
                || (matches(DAY, before) && matches(TIME, after));
    }

    private static boolean keepsName(String before, String after) {
        char last = before.charAt(before.length() - 1);
        boolean abbreviated = last == '.';
        return (abbreviated && (matches(INITIALS, before) || matches(NAMED, before)))
                || (after.length() > 1
                        && after.charAt(1) == '.'
                        && matches(THEIR_INITIALS, after)
                        && matches(SURNAME, before))
                || (Character.isUpperCase(last)
                        && matches(OF_STANDARD, after)
                        && matches(STANDARD, before))
                || (ROMAN_DIGITS.indexOf(after.charAt(0)) >= 0
                        && matches(ROMAN, after)
                        && isNumbered(before));
    }

    private static boolean keepsShort(String before, String after) {
        char last = before.charAt(before.length() - 1);
        return (ROMAN_DIGITS.indexOf(last) >= 0
                        && Character.isLowerCase(after.charAt(0))
                        && matches(ROMAN, before))
                || (MONEY_BEGINS.indexOf(after.charAt(0)) >= 0
                        && matches(MONEY, after)
                        && matches(THOUSANDS, before))
                || (last == '.' && matches(SHORT, before) && matches(SHORT_TOO, after));
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
