package kz.esep.reconcile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import kz.esep.intake.Claim;
import kz.esep.plan.Executor;
import kz.esep.plan.Indicator;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.plan.Parameters;
import kz.esep.plan.Period;

/// Rules T1 and T2: a measure's target for the period's year against what was reported.
final class Targets {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Period period;
    private final Parameters parameters;

    Targets(Facts facts) {
        this.period = facts.period();
        this.parameters = facts.parameters();
    }

    /// A unit that owes a value, and the claim that gives it.
    record Unit(Obligation obligation, Optional<FiledClaim> claim) {

        Optional<Value> value() {
            return claim.flatMap(filed -> Value.of(filed.claim().actual()));
        }
    }

    /// A value in percent, not rounded yet.
    ///
    /// @param numerator present if both it and the denominator are
    record Value(
            BigDecimal percent, Optional<BigDecimal> numerator, Optional<BigDecimal> denominator) {

        /// Computed where numerator and denominator allow it, else as typed.
        static Optional<Value> of(Claim.Actual actual) {
            if (actual.isRatio() && actual.denominator().orElseThrow().signum() != 0) {
                return Optional.of(
                        ratio(
                                actual.numerator().orElseThrow(),
                                actual.denominator().orElseThrow()));
            }
            return actual.value()
                    .map(typed -> new Value(typed, Optional.empty(), Optional.empty()));
        }

        static Value ratio(BigDecimal numerator, BigDecimal denominator) {
            return new Value(
                    HUNDRED.multiply(numerator).divide(denominator, MathContext.DECIMAL128),
                    Optional.of(numerator),
                    Optional.of(denominator));
        }

        boolean isRatio() {
            return numerator.isPresent();
        }
    }

    /// Empty where the plan has no indicator.
    ///
    /// @param units that owe a value for the period's year; neither voluntary nor closed
    Optional<TargetResult> measure(Measure measure, List<Unit> units) {
        return measure.indicator().map(indicator -> result(measure, indicator, units));
    }

    private TargetResult result(Measure measure, Indicator indicator, List<Unit> units) {
        Optional<BigDecimal> target =
                measure.incomplete() ? Optional.empty() : indicator.target(period.year());
        List<Unit> speaking = speaking(measure, units);
        Optional<Value> national = national(speaking);
        boolean unweighted =
                national.isPresent()
                        && speaking.size() > 1
                        && national.filter(Value::isRatio).isEmpty();
        return new TargetResult(
                measure.number(),
                period.year(),
                outcome(indicator, target, national),
                target,
                national.map(this::rounded),
                gap(target, national),
                national.flatMap(Value::numerator),
                national.flatMap(Value::denominator),
                unweighted,
                units.stream().map(unit -> unit(indicator, target, unit)).toList());
    }

    private TargetResult.UnitValue unit(
            Indicator indicator, Optional<BigDecimal> target, Unit unit) {
        Optional<Value> value = unit.value();
        return new TargetResult.UnitValue(
                unit.obligation().holder(),
                value.map(this::rounded),
                value.flatMap(Value::numerator),
                value.flatMap(Value::denominator),
                outcome(indicator, target, value),
                gap(target, value),
                unit.claim());
    }

    /// Whose values make the national one: under the policy LEAD the lead's if it gives any.
    private static List<Unit> speaking(Measure measure, List<Unit> units) {
        List<Unit> leads =
                units.stream()
                        .filter(unit -> unit.obligation().role() == Executor.Role.LEAD)
                        .toList();
        boolean leadSpeaks =
                measure.policy() == Measure.AggregationPolicy.LEAD
                        && leads.stream().anyMatch(unit -> unit.value().isPresent());
        return leadSpeaks ? leads : units;
    }

    /// T2: Σ numerators / Σ denominators when every unit gave both, else the simple mean of the
    /// values there are.
    private static Optional<Value> national(List<Unit> units) {
        List<Value> values = units.stream().flatMap(unit -> unit.value().stream()).toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() == units.size() && values.stream().allMatch(Value::isRatio)) {
            return Optional.of(
                    Value.ratio(
                            sum(
                                    values.stream()
                                            .flatMap(value -> value.numerator().stream())
                                            .toList()),
                            sum(
                                    values.stream()
                                            .flatMap(value -> value.denominator().stream())
                                            .toList())));
        }
        BigDecimal mean =
                sum(values.stream().map(Value::percent).toList())
                        .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
        return Optional.of(new Value(mean, Optional.empty(), Optional.empty()));
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// T1, on the value before rounding: 79.99996 % does not meet 80 %.
    private static TargetResult.Outcome outcome(
            Indicator indicator, Optional<BigDecimal> target, Optional<Value> value) {
        if (target.isEmpty()) {
            return TargetResult.Outcome.NOT_SCORED;
        }
        if (value.isEmpty()) {
            return TargetResult.Outcome.NO_DATA;
        }
        int compared = value.get().percent().compareTo(target.get());
        boolean met =
                switch (indicator.direction()) {
                    case AT_LEAST -> compared >= 0;
                    case AT_MOST -> compared <= 0;
                };
        return met ? TargetResult.Outcome.MET : TargetResult.Outcome.NOT_MET;
    }

    private Optional<BigDecimal> gap(Optional<BigDecimal> target, Optional<Value> value) {
        return target.flatMap(goal -> value.map(actual -> round(actual.percent().subtract(goal))));
    }

    private BigDecimal rounded(Value value) {
        return round(value.percent());
    }

    private BigDecimal round(BigDecimal percent) {
        return percent.setScale(parameters.decimals(), RoundingMode.HALF_UP);
    }
}
