package kz.esep.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.esep.language.Bilingual;
import kz.esep.plan.Measure;
import kz.esep.reconcile.TargetResult;

/// A target against what was reported.
///
/// @param actual for the nation, or in an agency's report for the agency
/// @param gap in percentage points, negative where it falls short of an "at least"
/// @param remarkable over-fulfilled far
/// @param unweighted a simple mean of percentages, to be marked so
/// @param answered how many of the asked agencies gave a value
/// @param units each agency's own value; empty in an agency's report
/// @param breaks by day, of those that gave a value
public record TargetRow(
        Measure measure,
        int year,
        TargetResult.Outcome outcome,
        Optional<BigDecimal> target,
        Optional<BigDecimal> actual,
        Optional<BigDecimal> gap,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        boolean remarkable,
        boolean unweighted,
        int answered,
        int asked,
        List<Unit> units,
        List<Break> breaks) {

    /// As many decimals as the parameters leave, at most.
    private static final int MOST_DECIMALS = 9;

    public TargetRow {
        units = List.copyOf(units);
        breaks = List.copyOf(breaks);
    }

    /// How many decimals its figures are printed with: one, unless a value that misses its target
    /// would look like it. 79.96 % is not 80 %.
    public int decimals() {
        if (target.isEmpty() || actual.isEmpty() || same(target.get(), actual.get())) {
            return 1;
        }
        int decimals = 1;
        while (decimals < MOST_DECIMALS
                && same(rounded(target.get(), decimals), rounded(actual.get(), decimals))) {
            decimals++;
        }
        return decimals;
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /// Whether its figures are percentages, else numbers of things.
    public boolean percent() {
        return !measure.countsThings();
    }

    /// Regions whose borders changed on a day in the plan's years: their values before and after it
    /// are of two territories, and the series is broken.
    public record Break(LocalDate day, List<Bilingual> regions) {
        public Break {
            regions = List.copyOf(regions);
        }
    }

    /// One agency's value.
    ///
    /// @param brokenOn the day of the break in a region's series
    public record Unit(
            String agency,
            Bilingual name,
            TargetResult.Outcome outcome,
            Optional<BigDecimal> actual,
            Optional<BigDecimal> gap,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            boolean remarkable,
            Optional<LocalDate> brokenOn) {}
}
