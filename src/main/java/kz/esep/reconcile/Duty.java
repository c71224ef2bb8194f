package kz.esep.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.esep.intake.Claim;
import kz.esep.plan.Decision;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.plan.OpeningEntry;

/// One obligation with everything that was said of it.
///
/// @param claims in the order of their receipt
record Duty(
        Obligation obligation,
        Measure measure,
        Optional<OpeningEntry> opening,
        Rulings rulings,
        List<FiledClaim> claims) {

    Duty {
        claims = List.copyOf(claims);
    }

    /// The due date, as extended by a decision.
    LocalDate due() {
        return rulings.extension().map(Decision.Extend::due).orElse(obligation.due());
    }

    /// Whether anybody's record mentions it.
    boolean known() {
        return opening.isPresent() || !claims.isEmpty() || !rulings.isEmpty();
    }

    boolean openedAs(OpeningEntry.Standing standing) {
        return opening.filter(entry -> entry.standing() == standing).isPresent();
    }

    /// Done by the ministry's own word alone: its record, unless returned since, or an acceptance
    /// before which nobody had claimed anything.
    ///
    /// @param receivedOn the day on which a claim came
    boolean doneByRecord(Function<FiledClaim, LocalDate> receivedOn) {
        return (openedAs(OpeningEntry.Standing.DONE) && recordReturned().isEmpty())
                || acceptedAlone(receivedOn).isPresent();
    }

    /// C9: the ministry takes back what it had itself recorded as done.
    Optional<Decision.Return> recordReturned() {
        return openedAs(OpeningEntry.Standing.DONE) ? rulings.returned() : Optional.empty();
    }

    /// C9: the acceptance of what nobody had claimed by its day.
    Optional<Decision.Accept> acceptedAlone(Function<FiledClaim, LocalDate> receivedOn) {
        return rulings.acceptance()
                .filter(accept ->
                        claims.stream()
                                .noneMatch(
                                        claim -> !receivedOn.apply(claim).isAfter(accept.date())));
    }

    /// C9: the acceptance of what had been claimed done by its day, also where that is only sent
    /// again later; where nothing had, it accepts what is claimed afterwards.
    Optional<Decision.Accept> acceptanceOf(
            FiledClaim filed, Function<FiledClaim, LocalDate> receivedOn) {
        return rulings.acceptance()
                .filter(accept ->
                        claims.stream()
                                .filter(Completion::claimsDone)
                                .filter(claim -> !receivedOn.apply(claim).isAfter(accept.date()))
                                .map(claim -> repeats(filed.claim(), claim.claim()))
                                .reduce(Boolean::logicalOr)
                                .orElse(true));
    }

    private static boolean repeats(Claim again, Claim before) {
        return again.completedOn().equals(before.completedOn())
                && again.evidence().equals(before.evidence());
    }

    boolean closed() {
        return rulings.takenOff().isPresent() || openedAs(OpeningEntry.Standing.CLOSED);
    }
}
