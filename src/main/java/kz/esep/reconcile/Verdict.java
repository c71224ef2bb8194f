package kz.esep.reconcile;

import java.util.Optional;
import kz.esep.plan.Decision;

/// What a rule says of one obligation: the part of an assessment that rules C decide.
///
/// @param days late or overdue; else 0
/// @param notReported C7: overdue and silent
/// @param accepted C9: accepted by a decision
/// @param byOpening the opening record decided
record Verdict(
        Optional<Status> status,
        Rule rule,
        long days,
        boolean notReported,
        boolean accepted,
        boolean byOpening,
        Optional<Decision> decision) {

    /// No status: shown and not scored.
    static Verdict none(Rule rule) {
        return new Verdict(Optional.empty(), rule, 0, false, false, false, Optional.empty());
    }

    static Verdict of(Status status, Rule rule) {
        return of(status, rule, 0);
    }

    static Verdict of(Status status, Rule rule, long days) {
        return new Verdict(Optional.of(status), rule, days, false, false, false, Optional.empty());
    }

    Verdict silent() {
        return new Verdict(status, rule, days, true, accepted, byOpening, decision);
    }

    Verdict acceptedBy(Decision.Accept acceptance) {
        return new Verdict(
                status, rule, days, notReported, true, byOpening, Optional.of(acceptance));
    }

    Verdict decidedBy(Decision ruling) {
        return new Verdict(
                status, rule, days, notReported, accepted, byOpening, Optional.of(ruling));
    }

    Verdict fromOpening() {
        return new Verdict(status, rule, days, notReported, accepted, true, decision);
    }

    boolean done() {
        return status.filter(Status::done).isPresent();
    }
}
