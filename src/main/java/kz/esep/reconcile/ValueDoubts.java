package kz.esep.reconcile;

import static kz.esep.findings.FindingCode.DENOMINATOR_DRIFTED;
import static kz.esep.findings.FindingCode.SERIES_BROKEN;
import static kz.esep.findings.FindingCode.TARGET_FAR_EXCEEDED;
import static kz.esep.findings.FindingCode.VALUE_FELL;
import static kz.esep.findings.FindingCode.VALUE_JUMPED;
import static kz.esep.findings.FindingCode.VALUE_NOT_AS_COMPUTED;
import static kz.esep.findings.FindingCode.VALUE_OUT_OF_RANGE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.agency.Register;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.intake.Claim;
import kz.esep.plan.Indicator;
import kz.esep.plan.Parameters;

/// Rules T3 and T4, a denominator that drifts, and a target exceeded beyond belief.
final class ValueDoubts implements Doubt {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Parameters parameters;
    private final Register register;
    private final Remarks remarks;

    ValueDoubts(Facts facts, Remarks remarks) {
        this.parameters = facts.parameters();
        this.register = facts.register();
        this.remarks = remarks;
    }

    @Override
    public List<Finding> in(Testimony testimony) {
        return testimony
                .duty()
                .measure()
                .indicator()
                .map(indicator -> new Look(testimony, indicator).findings())
                .orElse(List.of());
    }

    private final class Look {
        private final Testimony testimony;
        private final Indicator indicator;
        private final Claim.Actual now;
        private final boolean percent;
        private final List<Finding> findings = new ArrayList<>();

        private Look(Testimony testimony, Indicator indicator) {
            this.testimony = testimony;
            this.indicator = indicator;
            this.now = testimony.now().claim().actual();
            this.percent = indicator.unit() == Indicator.Unit.PERCENT;
        }

        private List<Finding> findings() {
            Optional<Value> value = Value.of(now, indicator.unit());
            if (percent) {
                typedAndComputed();
                value.ifPresent(this::range);
            }
            Optional<LocalDate> split = split();
            if (split.isPresent()) {
                value.ifPresent(it -> seriesBroken(it, split.get()));
            } else {
                if (percent) {
                    drift();
                }
                value.ifPresent(this::sinceBefore);
            }
            value.ifPresent(this::target);
            return findings;
        }

        /// T3.
        private void typedAndComputed() {
            Value.computed(now)
                    .ifPresent(computed ->
                            now.value()
                                    .filter(typed ->
                                            apart(typed, computed.amount())
                                                            .compareTo(parameters.typedMayDiffer())
                                                    > 0)
                                    .ifPresent(typed ->
                                            find(
                                                    VALUE_NOT_AS_COMPUTED,
                                                    Map.of(
                                                            "typed",
                                                            typed,
                                                            "computed",
                                                            rounded(computed.amount())))));
        }

        /// T4: a percentage of the whole. Below zero nothing is accepted.
        private void range(Value value) {
            if (value.amount().compareTo(HUNDRED) > 0) {
                find(VALUE_OUT_OF_RANGE, Map.of("value", rounded(value.amount())));
            }
        }

        /// The day between the two periods on which the region's borders changed.
        private Optional<LocalDate> split() {
            return testimony
                    .valuedBefore()
                    .flatMap(before ->
                            register.split(
                                    testimony.duty().obligation().answerable(),
                                    before.period().lastDay(),
                                    testimony.now().period().lastDay()));
        }

        /// What a region of other borders reported is nothing to compare with.
        private void seriesBroken(Value value, LocalDate split) {
            FiledClaim filed = testimony.valuedBefore().orElseThrow();
            Value.of(filed.claim().actual(), indicator.unit())
                    .ifPresent(before ->
                            find(
                                    SERIES_BROKEN,
                                    Map.of(
                                            "value", rounded(value.amount()),
                                            "before", rounded(before.amount()),
                                            "period", filed.period(),
                                            "day", split,
                                            "otherPlace", filed.claim().place().toString())));
        }

        /// T4: a fall, or a jump. Where less is better, a fall is what was wanted, unless the value
        /// contains the periods before.
        private void sinceBefore(Value value) {
            testimony
                    .valuedBefore()
                    .ifPresent(filed ->
                            Value.of(filed.claim().actual(), indicator.unit())
                                    .ifPresent(before -> sinceBefore(value, before, filed)));
        }

        private void sinceBefore(Value value, Value before, FiledClaim filed) {
            BigDecimal rise = value.amount().subtract(before.amount());
            boolean mayFall =
                    indicator.direction() == Indicator.Direction.AT_MOST
                            && indicator.accumulation() == Indicator.Accumulation.YEARLY;
            FindingCode code = null;
            if (!mayFall && rise.negate().compareTo(parameters.mayFall()) > 0) {
                code = VALUE_FELL;
            } else if (percent && rise.abs().compareTo(parameters.mayJump()) > 0) {
                code = VALUE_JUMPED;
            }
            if (code != null) {
                find(
                        code,
                        Map.of(
                                "value", rounded(value.amount()),
                                "before", rounded(before.amount()),
                                "period", filed.period(),
                                "otherPlace", filed.claim().place().toString()));
            }
        }

        private void drift() {
            Optional<FiledClaim> before = testimony.valuedBefore();
            Optional<BigDecimal> old = before.flatMap(filed -> denominator(filed.claim().actual()));
            denominator(now)
                    .filter(it -> old.filter(then -> drifted(then, it)).isPresent())
                    .ifPresent(it ->
                            find(
                                    DENOMINATOR_DRIFTED,
                                    Map.of(
                                            "denominator", it,
                                            "before", old.orElseThrow(),
                                            "period", before.orElseThrow().period(),
                                            "otherPlace",
                                                    before.orElseThrow()
                                                            .claim()
                                                            .place()
                                                            .toString())));
        }

        private Optional<BigDecimal> denominator(Claim.Actual actual) {
            return Value.computed(actual).flatMap(Value::denominator);
        }

        private boolean drifted(BigDecimal before, BigDecimal after) {
            return apart(before, after)
                            .multiply(HUNDRED)
                            .compareTo(before.multiply(parameters.denominatorMayDrift()))
                    > 0;
        }

        private void target(Value value) {
            indicator
                    .target(testimony.duty().obligation().year())
                    .filter(target ->
                            Attainment.of(value.amount(), target, indicator.direction(), parameters)
                                    .remarkable())
                    .ifPresent(target ->
                            find(
                                    TARGET_FAR_EXCEEDED,
                                    Map.of("value", rounded(value.amount()), "target", target)));
        }

        private void find(FindingCode code, Map<String, ?> arguments) {
            findings.add(remarks.doubt(code, testimony, "", arguments));
        }
    }

    private static BigDecimal apart(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs();
    }

    private BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(parameters.decimals(), RoundingMode.HALF_UP);
    }
}
