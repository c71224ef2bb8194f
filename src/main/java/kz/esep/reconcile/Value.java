package kz.esep.reconcile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import kz.esep.intake.Claim;
import kz.esep.plan.Indicator;

/// An indicator's value in its own unit, not rounded yet.
///
/// @param numerator present if both it and the denominator are
record Value(BigDecimal amount, Optional<BigDecimal> numerator, Optional<BigDecimal> denominator) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// A percentage is computed where numerator and denominator allow it, else as typed; a number
    /// is as typed.
    static Optional<Value> of(Claim.Actual actual, Indicator.Unit unit) {
        return (unit == Indicator.Unit.NUMBER ? Optional.<Value>empty() : computed(actual))
                .or(() -> actual.value().map(Value::alone));
    }

    /// The percentage that numerator and denominator make.
    static Optional<Value> computed(Claim.Actual actual) {
        return actual.isRatio() && actual.denominator().orElseThrow().signum() != 0
                ? Optional.of(
                        ratio(actual.numerator().orElseThrow(), actual.denominator().orElseThrow()))
                : Optional.empty();
    }

    static Value alone(BigDecimal amount) {
        return new Value(amount, Optional.empty(), Optional.empty());
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

    /// T2: Σ numerators / Σ denominators.
    static Value together(List<Value> ratios) {
        return ratio(
                sum(ratios.stream().flatMap(value -> value.numerator().stream()).toList()),
                sum(ratios.stream().flatMap(value -> value.denominator().stream()).toList()));
    }

    /// T2: the simple mean, each value weighing the same.
    static Value mean(List<Value> values) {
        return alone(
                total(values)
                        .amount()
                        .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128));
    }

    static Value total(List<Value> values) {
        return alone(sum(values.stream().map(Value::amount).toList()));
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
