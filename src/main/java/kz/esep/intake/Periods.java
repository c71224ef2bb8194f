package kz.esep.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.esep.plan.Period;

/// Reads periods as people write them: `2024-Q4`, `IV квартал 2024 года`, `2024 жылғы IV тоқсан`.
final class Periods {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d{2})(?!\\d)");

    /// Latin I and V, or what looks like an I: Cyrillic І, palochka, digits.
    private static final Pattern QUARTER =
            Pattern.compile(
                    "(?:^|[\\s/])([ivіӏ]{1,3}|[1-4])(?:-\\p{L}{1,3}\\s+|-|\\s+)(?:тоқсан|квартал)");

    private static final Pattern HALF_YEAR =
            Pattern.compile(
                    "(?:^|[\\s/])([iіӏ]{1,2}|[12])(?:-\\p{L}{1,3}\\s+|-|\\s+)(?:жартыжылдық|полугоди)");
    private static final Map<String, Integer> ROMAN = Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4);

    private Periods() {}

    static Optional<Period> read(String written) {
        return Period.parse(written).or(() -> inWords(LookAlikes.plain(written)));
    }

    private static Optional<Period> inWords(String text) {
        Matcher year = YEAR.matcher(text);
        if (!year.find()) {
            return Optional.empty();
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.find()) {
            return Period.parse(year.group(1) + "-Q" + number(quarter.group(1)));
        }
        Matcher half = HALF_YEAR.matcher(text);
        if (half.find()) {
            return Period.parse(year.group(1) + "-H" + number(half.group(1)));
        }
        return Optional.empty();
    }

    private static int number(String written) {
        String latin = written.toLowerCase(Locale.ROOT).replace('і', 'i').replace('ӏ', 'i');
        return ROMAN.containsKey(latin) ? ROMAN.get(latin) : written.charAt(0) - '0';
    }
}
