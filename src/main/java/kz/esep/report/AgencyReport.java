package kz.esep.report;

import java.util.List;
import java.util.Optional;

/// What one agency answers for in one period.
///
/// @param agency its figures, as in the consolidated report
/// @param obligations of the period's year, and voluntary ones, in the order of the plan
/// @param attention those of `obligations` that are overdue, silent or unproven
/// @param arrears of earlier years, known to be unsettled
/// @param settled of earlier years, since control began or in the opening record
/// @param targets with the agency's own values
/// @param files that lay in its folder
/// @param findings in its files
/// @param reissue what is new for it since the issue that this one supersedes; empty for the first
public record AgencyReport(
        Cover cover,
        Summary summary,
        AgencyRow agency,
        List<ObligationRow> obligations,
        List<ObligationRow> attention,
        List<ObligationRow> arrears,
        List<ObligationRow> settled,
        List<TargetRow> targets,
        List<DisciplineRow> discipline,
        List<FileRow> files,
        List<FindingRow> findings,
        List<NoRecordRow> noRecord,
        Optional<Reissue> reissue) {

    public AgencyReport {
        obligations = List.copyOf(obligations);
        attention = List.copyOf(attention);
        arrears = List.copyOf(arrears);
        settled = List.copyOf(settled);
        targets = List.copyOf(targets);
        discipline = List.copyOf(discipline);
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        noRecord = List.copyOf(noRecord);
    }
}
