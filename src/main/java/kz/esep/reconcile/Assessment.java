package kz.esep.reconcile;

import java.time.LocalDate;
import java.util.Optional;
import kz.esep.plan.Decision;
import kz.esep.plan.Obligation;
import kz.esep.plan.OpeningEntry;

/// The status of one obligation, with what decided it.
///
/// @param status empty for target-only obligations and incomplete measures
/// @param due as extended by a decision
/// @param claim the deciding claim
/// @param opening the opening record's line that decided, where no claim did
/// @param decision the decision that changed the outcome or the due date
/// @param days days late (C2) or overdue to E (C6, C7); else 0
/// @param notReported C7: overdue and nothing was reported
/// @param accepted C9: accepted by a decision, not only claimed
/// @param carried C8: the deciding claim came in an earlier period
/// @param claimExpected O3: the agency owed a row in this period
/// @param grounds everything that was looked at
public record Assessment(
        Obligation obligation,
        Optional<Status> status,
        Rule rule,
        LocalDate due,
        Optional<FiledClaim> claim,
        Optional<OpeningEntry> opening,
        Optional<Decision> decision,
        long days,
        boolean notReported,
        boolean accepted,
        boolean carried,
        boolean claimExpected,
        Grounds grounds) {}
