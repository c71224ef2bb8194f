package kz.esep.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.esep.language.Speech;
import kz.esep.language.Spoken;

/// A reporting period: a quarter `2024-Q4`, a half-year `2024-H2` or a year `2024`.
///
/// @param number 1 to 4 for quarters, 1 or 2 for half-years, 1 for years
public record Period(int year, Cadence cadence, int number) implements Comparable<Period>, Spoken {

    /// How often a plan is reported on.
    public enum Cadence {
        QUARTER(4),
        HALF_YEAR(2),
        YEAR(1);

        private final int perYear;

        Cadence(int perYear) {
            this.perYear = perYear;
        }

        public int perYear() {
            return perYear;
        }
    }

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-([QH])([1-4]))?");

    public Period {
        if (number < 1 || number > cadence.perYear()) {
            throw new IllegalArgumentException(
                    "a %s is 1 to %d, not %d"
                            .formatted(
                                    cadence.name().toLowerCase(Locale.ROOT),
                                    cadence.perYear(),
                                    number));
        }
    }

    public static Period quarter(int year, int number) {
        return new Period(year, Cadence.QUARTER, number);
    }

    public static Period year(int year) {
        return new Period(year, Cadence.YEAR, 1);
    }

    /// Reads `2024-Q4`, `2024-H2` or `2024`; empty for anything else.
    public static Optional<Period> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) == null) {
            return Optional.of(year(year));
        }
        Cadence cadence = matcher.group(2).equals("Q") ? Cadence.QUARTER : Cadence.HALF_YEAR;
        int number = Integer.parseInt(matcher.group(3));
        return number <= cadence.perYear()
                ? Optional.of(new Period(year, cadence, number))
                : Optional.empty();
    }

    /// The period of a cadence that ends on or after a day and holds it.
    public static Period of(LocalDate day, Cadence cadence) {
        int months = 12 / cadence.perYear();
        return new Period(day.getYear(), cadence, (day.getMonthValue() - 1) / months + 1);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, (number - 1) * months() + 1, 1);
    }

    /// E of the rules.
    public LocalDate lastDay() {
        return YearMonth.of(year, number * months()).atEndOfMonth();
    }

    private int months() {
        return 12 / cadence.perYear();
    }

    public boolean endsTheYear() {
        return number == cadence.perYear();
    }

    /// Whether another period lies within this one, or is it: 2024 holds 2024-Q1 and 2024-H2.
    public boolean holds(Period other) {
        return !other.firstDay().isBefore(firstDay()) && !other.lastDay().isAfter(lastDay());
    }

    /// Whether what tells of another period tells of the end of this one: 2024-Q4 completes 2024,
    /// 2024-Q3 does not.
    public boolean completedBy(Period other) {
        return holds(other) && other.lastDay().equals(lastDay());
    }

    public Period previous() {
        return number > 1
                ? new Period(year, cadence, number - 1)
                : new Period(year - 1, cadence, cadence.perYear());
    }

    /// By last day, then longer periods after shorter ones.
    @Override
    public int compareTo(Period other) {
        int byEnd = lastDay().compareTo(other.lastDay());
        return byEnd != 0 ? byEnd : cadence.compareTo(other.cadence);
    }

    /// `IV квартал 2024 года`, `2024 жылғы IV тоқсан`.
    @Override
    public String in(Speech speech) {
        return speech.say(
                "period." + cadence.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Map.of("year", Integer.toString(year), "number", ROMAN.get(number - 1)));
    }

    /// As in folder names and on the command line: `2024-Q4`.
    @Override
    public String toString() {
        return switch (cadence) {
            case QUARTER -> year + "-Q" + number;
            case HALF_YEAR -> year + "-H" + number;
            case YEAR -> Integer.toString(year);
        };
    }
}
