package kz.esep.reconcile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import kz.esep.plan.Executor;
import kz.esep.plan.Indicator;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.plan.Parameters;
import kz.esep.plan.Period;

/// Rules T1 and T2: a measure's target for the period's year against what was reported.
final class Targets {

    private final Period period;
    private final Parameters parameters;

    Targets(Facts facts) {
        this.period = facts.period();
        this.parameters = facts.parameters();
    }

    /// A unit that owes a value, and the claim that gives it.
    record Unit(Obligation obligation, Optional<FiledClaim> claim) {

        Optional<Value> value(Indicator indicator) {
            return claim.flatMap(filed -> Value.of(filed.claim().actual(), indicator.unit()));
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
        List<Unit> speaking = speaking(measure, indicator, units);
        Optional<Value> national = national(indicator, speaking);
        boolean unweighted =
                national.isPresent()
                        && indicator.unit() != Indicator.Unit.NUMBER
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
                attainment(indicator, target, national).filter(Attainment::remarkable).isPresent(),
                unweighted,
                units.stream()
                        .map(unit -> unit(indicator, shared(indicator, target, units), unit))
                        .toList());
    }

    private TargetResult.UnitValue unit(
            Indicator indicator, Optional<BigDecimal> target, Unit unit) {
        Optional<Value> value = unit.value(indicator);
        return new TargetResult.UnitValue(
                unit.obligation().holder(),
                value.map(this::rounded),
                value.flatMap(Value::numerator),
                value.flatMap(Value::denominator),
                outcome(indicator, target, value),
                gap(target, value),
                attainment(indicator, target, value).filter(Attainment::remarkable).isPresent(),
                unit.claim());
    }

    /// The nation's target that each unit can be held to as well: of a percentage all of it, of a
    /// number none where several add up to it.
    private static Optional<BigDecimal> shared(
            Indicator indicator, Optional<BigDecimal> target, List<Unit> units) {
        return indicator.unit() == Indicator.Unit.NUMBER && units.size() > 1
                ? Optional.empty()
                : target;
    }

    /// Whose values make the national one: under the policy LEAD the lead's if it gives any.
    private static List<Unit> speaking(Measure measure, Indicator indicator, List<Unit> units) {
        List<Unit> leads =
                units.stream()
                        .filter(unit -> unit.obligation().role() == Executor.Role.LEAD)
                        .toList();
        boolean leadSpeaks =
                measure.policy() == Measure.AggregationPolicy.LEAD
                        && leads.stream().anyMatch(unit -> unit.value(indicator).isPresent());
        return leadSpeaks ? leads : units;
    }

    /// T2: of percentages Σ numerators / Σ denominators when every unit gave both, else the simple
    /// mean of the values there are; numbers add up.
    private static Optional<Value> national(Indicator indicator, List<Unit> units) {
        List<Value> values =
                units.stream().flatMap(unit -> unit.value(indicator).stream()).toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (indicator.unit() == Indicator.Unit.NUMBER) {
            return Optional.of(Value.total(values));
        }
        boolean all = values.size() == units.size() && values.stream().allMatch(Value::isRatio);
        return Optional.of(all ? Value.together(values) : Value.mean(values));
    }

    private TargetResult.Outcome outcome(
            Indicator indicator, Optional<BigDecimal> target, Optional<Value> value) {
        if (target.isEmpty()) {
            return TargetResult.Outcome.NOT_SCORED;
        }
        return attainment(indicator, target, value)
                .map(Attainment::outcome)
                .orElse(TargetResult.Outcome.NO_DATA);
    }

    private Optional<Attainment> attainment(
            Indicator indicator, Optional<BigDecimal> target, Optional<Value> value) {
        return target.flatMap(goal ->
                value.map(actual ->
                        Attainment.of(actual.amount(), goal, indicator.direction(), parameters)));
    }

    private Optional<BigDecimal> gap(Optional<BigDecimal> target, Optional<Value> value) {
        return target.flatMap(goal -> value.map(actual -> round(actual.amount().subtract(goal))));
    }

    private BigDecimal rounded(Value value) {
        return round(value.amount());
    }

    private BigDecimal round(BigDecimal amount) {
        return amount.setScale(parameters.decimals(), RoundingMode.HALF_UP);
    }
}
