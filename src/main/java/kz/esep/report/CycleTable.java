package kz.esep.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.esep.plan.Period;
import kz.esep.plan.ReportingCycle;
import kz.esep.reconcile.Timeliness;

/// All agencies under one reporting cycle.
///
/// @param due when agencies' information was due
/// @param consolidatedDue when the ministry's own information is due
public record CycleTable(
        ReportingCycle cycle,
        Period period,
        LocalDate due,
        Optional<LocalDate> consolidatedDue,
        Tally<Timeliness.Standing> standings,
        List<DisciplineRow> rows) {
    public CycleTable {
        rows = List.copyOf(rows);
    }

    /// Those who are late, missing or still awaited: the ones to name.
    public List<DisciplineRow> remiss() {
        return rows.stream().filter(row -> row.standing() != Timeliness.Standing.ON_TIME).toList();
    }
}
