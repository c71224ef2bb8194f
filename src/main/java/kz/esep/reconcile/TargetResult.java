package kz.esep.reconcile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A measure's target for one year against what was reported (rules T).
///
/// @param actual in the indicator's unit, as given or computed, for the nation
/// @param gap actual − target, of percentages in percentage points; negative where it falls short
///   of an "at least"
/// @param remarkable over-fulfilled by so much that somebody should look
/// @param unweighted T2: a simple mean, since not every unit gave numerator and denominator
/// @param units each unit's own value
public record TargetResult(
        int measure,
        int year,
        Outcome outcome,
        Optional<BigDecimal> target,
        Optional<BigDecimal> actual,
        Optional<BigDecimal> gap,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        boolean remarkable,
        boolean unweighted,
        List<UnitValue> units) {

    /// How a target ended.
    public enum Outcome {
        MET,
        /// Short of the target by no more than a parameter allows.
        PARTLY_MET,
        NOT_MET,
        NO_DATA,
        NOT_SCORED
    }

    public TargetResult {
        units = List.copyOf(units);
    }

    /// One unit's value and how it stands against the target.
    ///
    /// @param actual empty if the unit gave none
    public record UnitValue(
            String agency,
            Optional<BigDecimal> actual,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            Outcome outcome,
            Optional<BigDecimal> gap,
            boolean remarkable,
            Optional<FiledClaim> claim) {}
}
