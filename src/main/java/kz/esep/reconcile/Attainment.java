package kz.esep.reconcile;

import java.math.BigDecimal;
import kz.esep.plan.Indicator;
import kz.esep.plan.Parameters;

/// Rule T1: how far a value reaches its target, compared before rounding: 79.99996 % is not 80 %.
///
/// @param outcome met, met in part, or not met
/// @param remarkable over-fulfilled by so much that somebody should look
record Attainment(TargetResult.Outcome outcome, boolean remarkable) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Attainment of(
            BigDecimal actual,
            BigDecimal target,
            Indicator.Direction direction,
            Parameters parameters) {
        boolean met = reaches(HUNDRED, actual, target, direction);
        boolean partly = reaches(parameters.partlyFrom(), actual, target, direction);
        boolean far =
                target.signum() > 0
                        && reaches(parameters.remarkableFrom(), actual, target, direction);
        TargetResult.Outcome outcome =
                met
                        ? TargetResult.Outcome.MET
                        : partly ? TargetResult.Outcome.PARTLY_MET : TargetResult.Outcome.NOT_MET;
        return new Attainment(outcome, far);
    }

    /// Of a target of at least 80, 90 % are reached at 72; of one of at most 80, at 88.9 (72 is 90
    /// % of 80, and 80 is 90 % of 88.9).
    private static boolean reaches(
            BigDecimal share, BigDecimal actual, BigDecimal target, Indicator.Direction direction) {
        return switch (direction) {
            case AT_LEAST -> actual.multiply(HUNDRED).compareTo(target.multiply(share)) >= 0;
            case AT_MOST -> actual.multiply(share).compareTo(target.multiply(HUNDRED)) <= 0;
        };
    }
}
