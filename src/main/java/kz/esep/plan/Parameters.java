package kz.esep.plan;

import java.math.BigDecimal;
import java.util.Set;

/// What the rules leave open to choice; a plan may set each.
///
/// @param mayFollowPeriod C4: kinds of paper that may be dated after E, up to the legal submission
///   date, since they tell of the period
/// @param decimals of an actual value and of a gap
/// @param partlyFrom T1: the share of a target, in percent, from which it is reached in part
/// @param remarkableFrom T1: the share of a target, in percent, from which over-fulfilment is
///   remarkable
/// @param typedMayDiffer T3: how far a typed percentage may lie from the computed one, in
///   percentage points
/// @param mayFall T4: by how much a value may fall below the previous period's, in the indicator's
///   unit: as much as rounding to one decimal hides
/// @param mayJump T4: by how much a percentage may rise above the previous period's, in percentage
///   points
/// @param denominatorMayDrift by how much a denominator may differ from the previous period's, in
///   percent of it
/// @param measuresForOnePaper how many measures one paper may prove
/// @param mayProveMany kinds of paper that may prove any number of measures: a covering letter
/// @param shortText progress texts up to this length may be repeated word for word
public record Parameters(
        Set<CompletionForm.Kind> mayFollowPeriod,
        int decimals,
        BigDecimal partlyFrom,
        BigDecimal remarkableFrom,
        BigDecimal typedMayDiffer,
        BigDecimal mayFall,
        BigDecimal mayJump,
        BigDecimal denominatorMayDrift,
        int measuresForOnePaper,
        Set<CompletionForm.Kind> mayProveMany,
        int shortText) {

    public static final Parameters DEFAULT =
            new Parameters(
                    Set.of(CompletionForm.Kind.INFORMATION, CompletionForm.Kind.PROPOSALS),
                    4,
                    BigDecimal.valueOf(90),
                    BigDecimal.valueOf(120),
                    new BigDecimal("0.1"),
                    new BigDecimal("0.1"),
                    BigDecimal.valueOf(25),
                    BigDecimal.valueOf(10),
                    2,
                    Set.of(CompletionForm.Kind.INFORMATION),
                    40);

    public Parameters {
        mayFollowPeriod = Set.copyOf(mayFollowPeriod);
        mayProveMany = Set.copyOf(mayProveMany);
    }
}
