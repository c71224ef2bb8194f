package kz.esep.report;

import java.util.List;
import kz.esep.plan.Section;
import kz.esep.reconcile.Index;
import kz.esep.reconcile.Status;
import kz.esep.reconcile.TargetResult;

/// A section of the plan: its measures and what they add up to.
///
/// @param statuses of its measures
/// @param unscored measures without a status
public record SectionRow(
        Section section,
        Tally<Status> statuses,
        int unscored,
        Index index,
        Tally<TargetResult.Outcome> targets,
        List<MeasureRow> measures) {
    public SectionRow {
        measures = List.copyOf(measures);
    }
}
