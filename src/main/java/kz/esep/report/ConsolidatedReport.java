package kz.esep.report;

import java.util.List;
import java.util.Optional;
import kz.esep.plan.PlanChanges;
import kz.esep.reconcile.Conservation;

/// The whole plan in one period.
///
/// @param sections with all their measures, in the order of the plan
/// @param attention measures that are overdue, silent or unproven
/// @param arrears obligations of earlier years that are known to be unsettled
/// @param targets of every measure that has an indicator
/// @param discipline one table for each cycle that the period completes
/// @param files of this period, and those whose period nobody can tell
/// @param obligations every obligation with a status or a target, years without record left out
/// @param noRecord annex: rule O1
/// @param changes annex: what the law changed since the period before
/// @param annotated annex: measures with notes on slips of the source
/// @param findings all of them: those of files, then those of reconciliation
/// @param executors annex: measures with co-executors, and what each of them says
/// @param conservation how the claims of all files ended
/// @param reissue what is new since the issue that this one supersedes; empty for the first
public record ConsolidatedReport(
        Cover cover,
        Summary summary,
        List<SectionRow> sections,
        List<AgencyRow> agencies,
        List<MeasureRow> attention,
        List<ObligationRow> arrears,
        List<TargetRow> targets,
        List<CycleTable> discipline,
        List<FileRow> files,
        List<ObligationRow> obligations,
        List<NoRecordRow> noRecord,
        PlanChanges changes,
        List<MeasureRow> annotated,
        List<FindingRow> findings,
        List<CoExecution> executors,
        Conservation conservation,
        Optional<Reissue> reissue) {

    public ConsolidatedReport {
        sections = List.copyOf(sections);
        agencies = List.copyOf(agencies);
        attention = List.copyOf(attention);
        arrears = List.copyOf(arrears);
        targets = List.copyOf(targets);
        discipline = List.copyOf(discipline);
        files = List.copyOf(files);
        obligations = List.copyOf(obligations);
        noRecord = List.copyOf(noRecord);
        annotated = List.copyOf(annotated);
        findings = List.copyOf(findings);
        executors = List.copyOf(executors);
    }

    /// Annex: what reconciliation found.
    public List<FindingRow> reconciled() {
        return findings.stream().filter(row -> !row.inFile()).toList();
    }

    /// Annex: slips and contradictions of the plan's text, each explained once.
    public List<NoteRow> notes() {
        return NoteRow.of(annotated.stream().map(MeasureRow::measure).toList());
    }

    /// The files of which nothing was taken.
    public List<FileRow> keptFiles() {
        return files.stream().filter(FileRow::kept).toList();
    }
}
