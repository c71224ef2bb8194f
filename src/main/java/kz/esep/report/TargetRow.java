package kz.esep.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.esep.language.Bilingual;
import kz.esep.plan.Indicator;
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
        List<Unit> units) {

    public TargetRow {
        units = List.copyOf(units);
    }

    /// Whether its figures are percentages, else numbers of things.
    public boolean percent() {
        return measure.indicator().filter(it -> it.unit() == Indicator.Unit.PERCENT).isPresent();
    }

    /// One agency's value.
    public record Unit(
            String agency,
            Bilingual name,
            TargetResult.Outcome outcome,
            Optional<BigDecimal> actual,
            Optional<BigDecimal> gap,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            boolean remarkable) {}
}
