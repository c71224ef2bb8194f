package kz.esep.report;

import java.time.LocalDate;
import java.util.Optional;
import kz.esep.language.Bilingual;
import kz.esep.language.Sentence;
import kz.esep.plan.Decision;
import kz.esep.plan.Executor;
import kz.esep.plan.Measure;
import kz.esep.plan.OpeningEntry;
import kz.esep.reconcile.Rule;
import kz.esep.reconcile.Status;

/// One obligation with its status and the reason for it.
///
/// @param agency id of the answerable agency
/// @param agencyName who answers today
/// @param holderName who had the mandate; equal to `agencyName` unless the function has passed on
/// @param assumed the succession rests on an assumption, to be printed so
/// @param status empty for target-only obligations and incomplete measures
/// @param due as extended by a decision
/// @param days late or overdue; else 0
/// @param reason why this status, by the rule that decided
public record ObligationRow(
        Measure measure,
        int year,
        String agency,
        Bilingual agencyName,
        Bilingual holderName,
        Executor.Role role,
        boolean assumed,
        boolean targetOnly,
        Optional<Status> status,
        Rule rule,
        LocalDate due,
        long days,
        boolean accepted,
        boolean carried,
        Optional<ClaimView> claim,
        Optional<OpeningEntry> opening,
        Optional<Decision> decision,
        Sentence reason) {

    public boolean voluntary() {
        return role == Executor.Role.BY_AGREEMENT;
    }

    /// Whether the official has to look at it: overdue, silent or unproven.
    public boolean needsAttention() {
        return status.filter(known ->
                        known == Status.OVERDUE
                                || known == Status.NOT_REPORTED
                                || known == Status.UNCONFIRMED)
                .isPresent();
    }

    /// Whether something is still owed: neither done, nor closed, nor without record.
    public boolean unsettled() {
        return status.filter(known -> known.takesPart() && !known.done()).isPresent();
    }
}
