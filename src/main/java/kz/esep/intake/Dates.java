package kz.esep.intake;

import static kz.esep.findings.FindingCode.DATE_AMBIGUOUS;
import static kz.esep.findings.FindingCode.DATE_FROM_NUMBER;
import static kz.esep.findings.FindingCode.DATE_FROM_TEXT;
import static kz.esep.findings.FindingCode.DATE_UNREADABLE;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.esep.findings.FindingCode;
import kz.esep.language.Formats;
import kz.esep.language.Language;

/// Reads days as agencies write them. A text that two people would read as two days is refused.
final class Dates {

    /// Excel's days count from here; serial 60 is a 29 February 1900 that never was.
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final int EARLIEST = 2000;
    private static final int LATEST = 2099;

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?:[t ]\\d{1,2}:\\d{2}.*)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\s?([-./])\\s?(\\d{1,2})\\s?[-./]\\s?(\\d{4}|\\d{2})");
    private static final Pattern BLANKS = Pattern.compile("[\\s,]+");

    /// What stands beside a year: `2024 жылғы`, `2024 ж.`, `2024 г.`, `2024 года`.
    private static final Set<String> YEAR_WORDS =
            Set.of("жылгы", "жылы", "жыл", "ж", "г", "год", "года");

    private static final List<String> RUSSIAN_NAMES =
            List.of(
                    "январь",
                    "февраль",
                    "март",
                    "апрель",
                    "май",
                    "июнь",
                    "июль",
                    "август",
                    "сентябрь",
                    "октябрь",
                    "ноябрь",
                    "декабрь");
    private static final Map<String, Integer> MONTHS = months();

    private Dates() {}

    static Answer<LocalDate> read(Cell cell) {
        return switch (cell.content()) {
            case Cell.Content.Blank _ -> Answer.nothing();
            case Cell.Content.Day(LocalDate day) ->
                    likely(day) ? Answer.given(day) : Answer.wrong(DATE_UNREADABLE);
            case Cell.Content.Figure(BigDecimal number) -> fromNumber(number);
            case Cell.Content.Text(String text) -> fromText(text);
            case Cell.Content.Truth _ -> Answer.wrong(DATE_UNREADABLE);
            case Cell.Content.Fault _ -> Answer.wrong(FindingCode.CELL_FAULT);
            case Cell.Content.Uncalculated _ -> Answer.wrong(FindingCode.FORMULA_WITHOUT_VALUE);
        };
    }

    private static boolean likely(LocalDate day) {
        return day.getYear() >= EARLIEST && day.getYear() <= LATEST;
    }

    /// A day whose cell lost its date format is a whole number of days.
    private static Answer<LocalDate> fromNumber(BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0
                || number.abs().compareTo(BigDecimal.valueOf(100_000)) > 0) {
            return Answer.wrong(DATE_UNREADABLE);
        }
        LocalDate day = DAY_ZERO.plusDays(number.longValueExact());
        return likely(day) ? Answer.given(day, DATE_FROM_NUMBER) : Answer.wrong(DATE_UNREADABLE);
    }

    static Answer<LocalDate> fromText(String written) {
        String text = LookAlikes.folded(written);
        Matcher yearFirst = YEAR_FIRST.matcher(LookAlikes.plain(written));
        if (yearFirst.matches()) {
            return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        List<String> words = new ArrayList<>(List.of(BLANKS.split(text, -1)));
        words.replaceAll(word -> word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
        words.removeIf(word -> YEAR_WORDS.contains(word) || word.isEmpty());
        Matcher dayFirst = DAY_FIRST.matcher(withoutYearWord(String.join(" ", words)));
        if (dayFirst.matches()) {
            return dayFirst(dayFirst);
        }
        return words.size() == 3 ? inWords(words) : Answer.wrong(DATE_UNREADABLE);
    }

    /// `31.12.2024г`: the word sticks to the year.
    private static String withoutYearWord(String text) {
        String bare = text;
        while (!bare.isEmpty() && !Character.isDigit(bare.charAt(bare.length() - 1))) {
            bare = bare.substring(0, bare.length() - 1);
        }
        String rest = text.substring(bare.length());
        return rest.isEmpty() || YEAR_WORDS.contains(rest) ? bare : text;
    }

    private static Answer<LocalDate> dayFirst(Matcher matcher) {
        String first = matcher.group(1);
        String second = matcher.group(3);
        boolean slashes = matcher.group(2).equals("/");
        boolean either =
                Integer.parseInt(first) <= 12
                        && Integer.parseInt(second) <= 12
                        && Integer.parseInt(first) != Integer.parseInt(second);
        // 7/11 is July in one country and November in another; 07.11 is November in ours
        if (slashes && either) {
            return Answer.wrong(DATE_AMBIGUOUS);
        }
        String year = matcher.group(4);
        return day(year.length() == 2 ? "20" + year : year, second, first);
    }

    /// Day, month and year in words, in either order: `31 желтоқсан 2024`, `2024 31 желтоқсан`.
    private static Answer<LocalDate> inWords(List<String> words) {
        Optional<Integer> month = Optional.empty();
        List<String> numbers = new ArrayList<>();
        for (String word : words) {
            if (MONTHS.containsKey(word)) {
                month = Optional.of(MONTHS.get(word));
            } else {
                numbers.add(word);
            }
        }
        if (month.isEmpty() || numbers.size() != 2) {
            return Answer.wrong(DATE_UNREADABLE);
        }
        boolean yearFirst = numbers.getFirst().length() == 4;
        String year = yearFirst ? numbers.getFirst() : numbers.getLast();
        String day = yearFirst ? numbers.getLast() : numbers.getFirst();
        return day(year, month.get().toString(), day);
    }

    private static Answer<LocalDate> day(String year, String month, String day) {
        try {
            LocalDate read =
                    LocalDate.of(
                            Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return likely(read)
                    ? Answer.given(read, DATE_FROM_TEXT)
                    : Answer.wrong(DATE_UNREADABLE);
        } catch (DateTimeException | NumberFormatException e) {
            return Answer.wrong(DATE_UNREADABLE);
        }
    }

    /// Every month by its folded names, and by their beginnings from three letters on; no two
    /// months share one.
    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate day = LocalDate.of(2024, month, 1);
            List<String> names =
                    List.of(
                            monthName(Formats.of(Language.KK).date(day)),
                            monthName(Formats.of(Language.RU).date(day)),
                            RUSSIAN_NAMES.get(month - 1));
            for (String name : names) {
                String folded = LookAlikes.folded(name);
                for (int length = 3; length <= folded.length(); length++) {
                    months.put(folded.substring(0, length), month);
                }
            }
        }
        return Map.copyOf(months);
    }

    private static String monthName(String date) {
        for (String word : LookAlikes.plain(date).split(" ", -1)) {
            boolean letters = word.chars().allMatch(Character::isLetter);
            if (letters && !YEAR_WORDS.contains(LookAlikes.folded(word))) {
                return word;
            }
        }
        throw new IllegalStateException("There is no month in " + date);
    }
}
