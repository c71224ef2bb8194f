package kz.esep.report;

import java.util.List;
import kz.esep.agency.AgencyKind;
import kz.esep.language.Bilingual;
import kz.esep.reconcile.Index;
import kz.esep.reconcile.Status;
import kz.esep.reconcile.TargetResult;

/// An agency: what it answers for adds up to this.
///
/// @param statuses of this year's obligations, voluntary ones left out
/// @param arrears obligations of earlier years that are known to be unsettled
/// @param discipline its submission under each cycle that the period completes
public record AgencyRow(
        String id,
        AgencyKind kind,
        Bilingual name,
        Tally<Status> statuses,
        int arrears,
        Index index,
        Tally<TargetResult.Outcome> targets,
        List<DisciplineRow> discipline) {
    public AgencyRow {
        discipline = List.copyOf(discipline);
    }
}
