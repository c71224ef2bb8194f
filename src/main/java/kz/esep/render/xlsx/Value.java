package kz.esep.render.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import kz.esep.language.Language;

/// What a cell holds, with the number format that shows it.
sealed interface Value {

    /// The format of Excel's for a value whose style gives none.
    String format(Language language);

    record Empty() implements Value {
        @Override
        public String format(Language language) {
            return GENERAL;
        }
    }

    /// @param value as XLSX holds it, `_x0041_` escaped: a reader would take that for an `A`
    /// @param formulaLike it would be a formula if somebody typed it
    record Text(String value, boolean formulaLike) implements Value {
        @Override
        public String format(Language language) {
            return GENERAL;
        }
    }

    /// With as many decimals as were written, in groups from five digits on.
    record Figure(BigDecimal value) implements Value {
        @Override
        public String format(Language language) {
            boolean grouped = value.abs().compareTo(GROUPS_FROM) >= 0;
            return (grouped ? "#,##0" : "0") + decimals(value);
        }
    }

    /// @param value 88.5 for 88,5 %; the sheet holds 0.885
    record Percent(BigDecimal value) implements Value {
        @Override
        public String format(Language language) {
            String sign = language == Language.RU ? "\"\u00A0\"%" : "%";
            return "0" + decimals(value) + sign;
        }
    }

    record Day(LocalDate value) implements Value {
        @Override
        public String format(Language language) {
            return "dd.mm.yyyy";
        }
    }

    record Moment(LocalDateTime value) implements Value {
        @Override
        public String format(Language language) {
            return "dd.mm.yyyy hh:mm";
        }
    }

    Value EMPTY = new Empty();
    String GENERAL = "General";
    BigDecimal GROUPS_FROM = BigDecimal.valueOf(10_000);
    List<String> DECIMALS = List.of("", ".0", ".00", ".000", ".0000", ".00000", ".000000");
    List<String> TYPES = List.of("text", "number", "percent", "date", "link");

    /// The longest text that a cell can hold.
    int LONGEST = 32_767;

    Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /// Full-width forms too: spreadsheets set to East Asian languages take them for the same signs.
    String FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠";

    static Value of(Tag cell, String written) {
        String type = cell.choice("type", TYPES).orElse("text");
        if (written.isEmpty()) {
            return EMPTY;
        }
        return switch (type) {
            case "number" -> new Figure(number(cell, type, written));
            case "percent" -> new Percent(number(cell, type, written));
            case "date" -> date(cell, written);
            default -> text(cell, written);
        };
    }

    private static Value text(Tag cell, String written) {
        if (written.length() > LONGEST) {
            throw cell.mistake(
                    "holds at most 32767 characters, not "
                            + written.length()
                            + ": "
                            + start(written));
        }
        return new Text(
                written.contains("_x") ? ESCAPE.matcher(written).replaceAll("_x005F_") : written,
                FORMULA_SIGNS.indexOf(written.charAt(0)) >= 0);
    }

    private static String start(String written) {
        return "\"" + written.substring(0, 40) + "…\"";
    }

    private static BigDecimal number(Tag cell, String type, String written) {
        return cell.parsed(
                "of type " + type,
                "written like 1234.5",
                written,
                text -> {
                    BigDecimal number = new BigDecimal(text);
                    return Double.isFinite(number.doubleValue()) ? number : null;
                });
    }

    private static Value date(Tag cell, String written) {
        return cell.parsed(
                "of type date",
                "written like 2024-12-31 or 2024-12-31T09:05",
                written,
                text ->
                        text.indexOf('T') < 0
                                ? new Day(LocalDate.parse(text))
                                : new Moment(LocalDateTime.parse(text)));
    }

    private static String decimals(BigDecimal value) {
        return DECIMALS.get(Math.clamp(value.scale(), 0, DECIMALS.size() - 1));
    }
}
