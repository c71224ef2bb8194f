package kz.esep.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What agencies count for the plan's indicators: `indicators.csv`.
final class Indicators {

    private final Map<Integer, NamedCsvRecord> rows = new TreeMap<>();

    Indicators() {
        Tables.read("indicators.csv")
                .forEach(row -> rows.put(Integer.valueOf(row.getField("measure")), row));
    }

    /// An indicator's value for a year.
    sealed interface Figures {
        /// @param value in percent: 88.5
        record Typed(BigDecimal value) implements Figures {}

        record Counted(long numerator, long denominator) implements Figures {}
    }

    /// Empty where the agencies count nothing.
    Optional<Figures> of(int measure, Clerk clerk) {
        return Optional.ofNullable(rows.get(measure)).map(row -> figures(row, measure, clerk));
    }

    private static Figures figures(NamedCsvRecord row, int measure, Clerk clerk) {
        double percent =
                number(row, "usual") * (1 + clerk.quality() / 100)
                        + number(row, "differ") * Chance.swing("value", measure, clerk.agency());
        if (counted(row.getField("ratio"), measure, clerk)) {
            double all =
                    clerk.isRegion()
                            ? number(row, "per-thousand") * clerk.inhabitants()
                            : number(row, "ministry");
            long denominator =
                    Math.round(all * (1 + 0.05 * Chance.swing("all", measure, clerk.agency())));
            return new Figures.Counted(Math.round(denominator * percent / 100), denominator);
        }
        return new Figures.Typed(BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_UP));
    }

    /// Who has a way of typing percentages types them.
    private static boolean counted(String ratio, int measure, Clerk clerk) {
        return switch (ratio) {
            case "all" -> true;
            case "none" -> false;
            default ->
                    clerk.percents() == Clerk.Percents.NUMBER
                            && Chance.below(2, "ratio", measure, clerk.agency()) == 0;
        };
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
