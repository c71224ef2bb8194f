package kz.esep.reconcile;

import java.util.List;
import java.util.Optional;
import kz.esep.plan.Measure;

/// A measure's status and what it was rolled up from (rules A).
///
/// @param year the year whose status this is (A5); empty where the measure has none yet
/// @param status empty where nothing is scored
/// @param rule A1_…, or why there is no status: U4, INCOMPLETE
/// @param units the assessments of that year, lead first, then the plan's order, regions by KATO
///   code
/// @param doneUnits k of A2, voluntary and closed units left out
/// @param countedUnits n of A2
/// @param arrears unsettled earlier years that are known, oldest first
/// @param noRecord earlier obligations of rule O1
/// @param target the period's year against its target, where the plan has an indicator
public record MeasureResult(
        Measure measure,
        Optional<Integer> year,
        Optional<Status> status,
        Rule rule,
        List<Assessment> units,
        int doneUnits,
        int countedUnits,
        List<Assessment> arrears,
        List<Assessment> noRecord,
        Optional<TargetResult> target) {

    public MeasureResult {
        units = List.copyOf(units);
        arrears = List.copyOf(arrears);
        noRecord = List.copyOf(noRecord);
    }
}
