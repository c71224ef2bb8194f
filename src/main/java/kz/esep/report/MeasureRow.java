package kz.esep.report;

import java.util.List;
import java.util.Optional;
import kz.esep.intake.ClaimedStatus;
import kz.esep.plan.Measure;
import kz.esep.reconcile.Rule;
import kz.esep.reconcile.Status;

/// A row of the plan with what became of it.
///
/// @param year whose status this is; empty where the measure has none
/// @param status empty where nothing is scored
/// @param done k of "k of n units"
/// @param counted n; voluntary and closed units left out
/// @param claims what the units themselves said, by their words for it
/// @param silent units that said nothing
/// @param claim the deciding unit's own words, where one unit decides
/// @param reasons of the deciding units, worst first; equal reasons stand once
/// @param units every unit of the year, lead first
/// @param arrears earlier years that are known to be unsettled, oldest first
/// @param noRecord how many earlier obligations nobody's record mentions
public record MeasureRow(
        Measure measure,
        Optional<Integer> year,
        Optional<Status> status,
        Rule rule,
        int done,
        int counted,
        Tally<ClaimedStatus> claims,
        int silent,
        Optional<ClaimView> claim,
        List<UnitReason> reasons,
        List<ObligationRow> units,
        List<ObligationRow> arrears,
        int noRecord,
        Optional<TargetRow> target) {

    public MeasureRow {
        reasons = List.copyOf(reasons);
        units = List.copyOf(units);
        arrears = List.copyOf(arrears);
    }

    /// Whether the official has to look at it: overdue, silent or unproven.
    public boolean needsAttention() {
        return status.filter(known ->
                        known == Status.OVERDUE
                                || known == Status.NOT_REPORTED
                                || known == Status.UNCONFIRMED)
                .isPresent();
    }
}
