package kz.esep.reconcile;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Optional;
import kz.esep.intake.Claim;
import kz.esep.intake.ClaimedStatus;
import kz.esep.plan.Decision;
import kz.esep.plan.OpeningEntry;

/// Rules C: the status of one obligation at the period's end.
final class Completion {

    private final LocalDate end;
    private final LocalDate controlFrom;
    private final Proof.Scale scale;

    Completion(Facts facts) {
        this.end = facts.period().lastDay();
        this.controlFrom = facts.redaction().controlFrom();
        this.scale = new Proof.Scale(facts);
    }

    /// @param reported a claim came for this very period
    /// @param expected O3
    Verdict judge(Duty duty, Supersession claims, boolean reported, boolean expected) {
        if (duty.measure().incomplete()) {
            return Verdict.none(Rule.INCOMPLETE);
        }
        if (duty.obligation().targetOnly()) {
            return Verdict.none(Rule.U4);
        }
        if (duty.closed()) {
            return closed(duty);
        }
        Optional<FiledClaim> claimedDone = claims.standing().filter(Completion::claimsDone);
        Optional<Verdict> ofClaim = claimedDone.map(claim -> ofDone(duty, claim));
        if (ofClaim.filter(Verdict::done).isPresent()) {
            return ofClaim.get();
        }
        if (claims.recordStands()) {
            return ofRecord(duty);
        }
        if (ofClaim.isPresent()) {
            return ofClaim.get();
        }
        Optional<Decision.Return> recordReturned = duty.recordReturned();
        if (duty.claims().isEmpty() && recordReturned.isPresent()) {
            return Verdict.of(Status.UNCONFIRMED, Rule.C9)
                    .decidedBy(recordReturned.get())
                    .fromOpening();
        }
        return notDone(duty, claims, reported, expected);
    }

    LocalDate receivedOn(FiledClaim filed) {
        return scale.receivedOn(filed);
    }

    /// C1 to C4 and C9, for a claim of "done" taken alone.
    Verdict ofDone(Duty duty, FiledClaim filed) {
        if (!claimsDone(filed)) {
            throw new IllegalArgumentException("not claimed done: " + filed.claim().place());
        }
        Optional<Decision.Return> returned = duty.rulings().returnOf(scale.receivedOn(filed));
        if (returned.isPresent()) {
            return Verdict.of(Status.UNCONFIRMED, Rule.C9).decidedBy(returned.get());
        }
        Proof proof = scale.of(duty.obligation(), duty.measure(), filed);
        if (!proof.completedInTime()) {
            return Verdict.of(Status.UNCONFIRMED, Rule.C4);
        }
        Claim claim = filed.claim();
        Optional<Decision.Accept> acceptance = duty.acceptanceOf(filed, this::receivedOn);
        if (acceptance.isPresent()) {
            LocalDate day = acceptedDay(Optional.of(filed), acceptance.get().date());
            return onDay(duty, day, Rule.C9).acceptedBy(acceptance.get());
        }
        if (!proof.complete()) {
            return Verdict.of(Status.UNCONFIRMED, Rule.C3);
        }
        if (!proof.datedInWindow()) {
            return Verdict.of(Status.UNCONFIRMED, Rule.C4);
        }
        LocalDate completedOn = claim.completedOn().orElseThrow();
        return onDay(duty, completedOn, completedOn.isAfter(duty.due()) ? Rule.C2 : Rule.C1);
    }

    /// C9: when something accepted was completed: as claimed, else as its document is dated, else
    /// on the day of the acceptance at the latest.
    static LocalDate acceptedDay(Optional<FiledClaim> filed, LocalDate acceptedOn) {
        Optional<Claim> claim = filed.map(FiledClaim::claim);
        return claim.flatMap(Claim::completedOn)
                .or(() -> claim.flatMap(said -> said.evidence().date()))
                .orElse(acceptedOn);
    }

    static boolean claimsDone(FiledClaim filed) {
        return filed.claim().status().filter(ClaimedStatus.DONE::equals).isPresent();
    }

    /// C10.
    private static Verdict closed(Duty duty) {
        Verdict closed = Verdict.of(Status.CLOSED, Rule.C10);
        return duty.rulings().takenOff().map(closed::decidedBy).orElseGet(closed::fromOpening);
    }

    /// C9, or C8: the opening record stands in for an earlier period. Without a date it is taken as
    /// done in time, for the ministry itself wrote it.
    private Verdict ofRecord(Duty duty) {
        Optional<Decision.Accept> alone = duty.acceptedAlone(this::receivedOn);
        if (!duty.openedAs(OpeningEntry.Standing.DONE) && alone.isPresent()) {
            LocalDate day = acceptedDay(Optional.empty(), alone.get().date());
            return onDay(duty, day, Rule.C9).acceptedBy(alone.get());
        }
        LocalDate day = duty.opening().flatMap(OpeningEntry::date).orElse(duty.due());
        return onDay(duty, day, Rule.C8).fromOpening();
    }

    private static Verdict onDay(Duty duty, LocalDate completedOn, Rule rule) {
        return completedOn.isAfter(duty.due())
                ? Verdict.of(Status.DONE_LATE, rule, DAYS.between(duty.due(), completedOn))
                : Verdict.of(Status.DONE_ON_TIME, rule);
    }

    /// O1, U7, C5 to C8.
    private Verdict notDone(Duty duty, Supersession claims, boolean reported, boolean expected) {
        if (!duty.known() && duty.due().isBefore(controlFrom)) {
            return Verdict.of(Status.NO_RECORD, Rule.O1);
        }
        boolean overdue = !duty.due().isAfter(end);
        long days = overdue ? DAYS.between(duty.due(), end) : 0;
        if (expected && !reported) {
            Verdict silent =
                    overdue
                            ? Verdict.of(Status.OVERDUE, Rule.C7, days).silent()
                            : Verdict.of(Status.NOT_REPORTED, Rule.C7);
            return duty.claims().isEmpty() ? silent.fromOpening() : silent;
        }
        if (duty.claims().isEmpty() && duty.obligation().voluntary()) {
            return Verdict.none(Rule.U7);
        }
        Optional<FiledClaim> standing = claims.standing();
        boolean withdrawn = standing.filter(claims.withdrawing()::contains).isPresent();
        if (overdue) {
            return Verdict.of(Status.OVERDUE, withdrawn ? Rule.C8 : Rule.C6, days);
        }
        Status status =
                standing.filter(Completion::reportsWork).isPresent()
                        ? Status.IN_PROGRESS
                        : Status.NOT_STARTED;
        return Verdict.of(status, withdrawn ? Rule.C8 : Rule.C5);
    }

    /// In so many words, or, without a status, by describing what is being done.
    private static boolean reportsWork(FiledClaim filed) {
        Claim claim = filed.claim();
        return claim.status()
                .map(ClaimedStatus.IN_PROGRESS::equals)
                .orElse(!claim.progressKk().isBlank() || !claim.progressRu().isBlank());
    }
}
