package kz.esep.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/// How a language writes dates, quarters and numbers in official papers.
///
/// Our own patterns: the libraries' locale data write `20 января 2025 г.`, which acts do not.
public final class Formats {

    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final List<String> KK_MONTHS =
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
    private static final List<String> RU_MONTHS =
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
    private static final List<String> EN_MONTHS =
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December");

    private final Language language;

    private Formats(Language language) {
        this.language = language;
    }

    public static Formats of(Language language) {
        return new Formats(language);
    }

    /// In words: `2024 жылғы 31 желтоқсан`, `31 декабря 2024 года`, `31 December 2024`; no break
    /// inside.
    public String date(LocalDate day) {
        int month = day.getMonthValue() - 1;
        String text =
                switch (language) {
                    case KK ->
                            day.getYear()
                                    + " жылғы "
                                    + day.getDayOfMonth()
                                    + " "
                                    + KK_MONTHS.get(month);
                    case RU ->
                            day.getDayOfMonth()
                                    + " "
                                    + RU_MONTHS.get(month)
                                    + " "
                                    + day.getYear()
                                    + " года";
                    case EN ->
                            day.getDayOfMonth() + " " + EN_MONTHS.get(month) + " " + day.getYear();
                };
        return text.replace(' ', NO_BREAK_SPACE);
    }

    /// In figures, the same in every language: `31.12.2024`.
    public String numeric(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%02d.%02d.%d",
                day.getDayOfMonth(),
                day.getMonthValue(),
                day.getYear());
    }

    /// In figures with the time: `31.12.2024 09:05`.
    public String numeric(LocalDateTime time) {
        return numeric(time.toLocalDate())
                + NO_BREAK_SPACE
                + String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    /// In figures to the second: `31.12.2024 09:05:41`.
    public String exact(LocalDateTime time) {
        return numeric(time) + String.format(Locale.ROOT, ":%02d", time.getSecond());
    }

    /// `12 345,6`: groups of three by no-break spaces from five digits on, a decimal comma; in
    /// English `12,345.6`.
    public String number(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        String digits =
                plain.abs()
                        .setScale(Math.max(0, plain.scale()), RoundingMode.UNNECESSARY)
                        .toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "" : digits.substring(point + 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && whole.length() > 4 && (whole.length() - i) % 3 == 0) {
                text.append(language == Language.EN ? ',' : NO_BREAK_SPACE);
            }
            text.append(whole.charAt(i));
        }
        if (!fraction.isEmpty()) {
            text.append(language == Language.EN ? '.' : ',').append(fraction);
        }
        return (plain.signum() < 0 ? "−" : "") + text;
    }

    public String number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    /// At most one decimal, half up: `57%` in Kazakh and English, `57 %` with a no-break space in
    /// Russian.
    public String percent(BigDecimal percent) {
        return exactPercent(percent.setScale(1, RoundingMode.HALF_UP));
    }

    /// With all its decimals.
    public String exactPercent(BigDecimal percent) {
        String number = number(percent);
        return language == Language.RU ? number + NO_BREAK_SPACE + "%" : number + "%";
    }
}
