package kz.esep.report;

import java.util.List;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.RowCounts;
import kz.esep.language.Sentence;
import kz.esep.reconcile.Index;
import kz.esep.reconcile.Status;
import kz.esep.reconcile.TargetResult;

/// The figures that a report opens with, and the same in a few plain sentences.
///
/// @param measures statuses of the plan's measures; in an agency's report of those it takes part in
/// @param unscored measures without a status
/// @param obligations statuses of this year's obligations, voluntary ones left out
/// @param arrears obligations of earlier years that are known to be unsettled
/// @param noRecord obligations from before control began that nobody's record mentions
/// @param rows sums over all files; they close
public record Summary(
        Tally<Status> measures,
        int unscored,
        Tally<Status> obligations,
        int arrears,
        int noRecord,
        Index index,
        Tally<TargetResult.Outcome> targets,
        Tally<FileOutcome.Verdict> files,
        RowCounts rows,
        List<Sentence> sentences) {
    public Summary {
        sentences = List.copyOf(sentences);
    }
}
