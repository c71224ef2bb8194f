package kz.esep.reconcile;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.esep.intake.Claim;
import kz.esep.intake.ClaimedStatus;
import kz.esep.language.Sentence;
import kz.esep.plan.Decision;
import kz.esep.plan.Measure;
import kz.esep.plan.OpeningEntry;

/// An obligation's case heard again, rule by rule in their order, each with the dates it compared.
///
/// It goes its own way from the facts to the rule and never looks at the one that the assessment
/// names: that both end alike is a check on either.
final class Trial {

    private final Assessment unit;
    private final Grounds grounds;
    private final Facts facts;
    private final Proof.Scale scale;
    private final Measure measure;
    private final LocalDate end;
    private final List<Sentence> steps = new ArrayList<>();

    private Trial(Assessment unit, Facts facts) {
        this.unit = unit;
        this.grounds = unit.grounds();
        this.facts = facts;
        this.scale = new Proof.Scale(facts);
        this.measure = facts.redaction().measure(unit.obligation().measure()).orElseThrow();
        this.end = facts.period().lastDay();
    }

    /// What each rule found, and the one that decides.
    record Hearing(List<Sentence> steps, Rule rule) {
        Hearing {
            steps = List.copyOf(steps);
        }
    }

    static Hearing of(Assessment unit, Facts facts) {
        Trial trial = new Trial(unit, facts);
        Rule rule = trial.hear();
        return new Hearing(trial.steps, rule);
    }

    private Rule hear() {
        if (measure.incomplete()) {
            return found(Rule.INCOMPLETE, "incomplete", Map.of());
        }
        if (unit.obligation().targetOnly()) {
            return found(Rule.U4, "u4", Map.of());
        }
        boolean off =
                newest(Decision.TakeOffControl.class).isPresent()
                        || openedAs(OpeningEntry.Standing.CLOSED);
        found(Rule.C10, "c10", Map.of("holds", off));
        if (off) {
            return Rule.C10;
        }
        Optional<Rule> claimed = unit.claim().filter(Completion::claimsDone).map(this::ofDone);
        if (claimed.isEmpty()) {
            found(Rule.C1, "c1-not", Map.of("claimed", unit.claim().isPresent()));
        }
        return claimed.filter(rule -> rule == Rule.C1 || rule == Rule.C2 || acceptedBy(rule))
                .or(this::ofRecord)
                .or(this::acceptedAlone)
                .or(() -> claimed)
                .orElseGet(this::notDone);
    }

    /// C9 says both: returned, and accepted.
    private boolean acceptedBy(Rule rule) {
        return rule == Rule.C9 && ruling().filter(Decision.Accept.class::isInstance).isPresent();
    }

    private Rule ofDone(FiledClaim filed) {
        LocalDate receivedOn = scale.receivedOn(filed);
        Optional<Decision> ruling = ruling();
        if (ruling.isPresent() && ruling.get() instanceof Decision.Return returned) {
            boolean holds = !receivedOn.isAfter(returned.date());
            found(
                    Rule.C9,
                    "c9-returned",
                    Map.of("holds", holds, "date", returned.date(), "received", receivedOn));
            if (holds) {
                return Rule.C9;
            }
        }
        Claim claim = filed.claim();
        Proof proof = scale.of(unit.obligation(), measure, filed);
        found(
                Rule.C4,
                "c4-completed",
                Map.of(
                        "completed", orNone(claim.completedOn()),
                        "end", proof.completedUpTo(),
                        "holds", proof.completedInTime()));
        if (!proof.completedInTime()) {
            return Rule.C4;
        }
        if (ruling.isPresent() && ruling.get() instanceof Decision.Accept acceptance) {
            if (covers(acceptance, claim)) {
                return accepted(
                        acceptance, Completion.acceptedDay(Optional.of(filed), acceptance.date()));
            }
            found(
                    Rule.C9,
                    "c9-accepted-before",
                    Map.of("date", acceptance.date(), "received", receivedOn));
        }
        found(
                Rule.C3,
                "c3",
                Map.of(
                        "kind", proof.kind(),
                        "number", proof.number(),
                        "date", proof.date(),
                        "completed", proof.completion(),
                        "holds", proof.complete()));
        if (!proof.complete()) {
            return Rule.C3;
        }
        found(
                Rule.C4,
                "c4-dated",
                Map.of(
                        "date", claim.evidence().date().orElseThrow(),
                        "from", proof.datedFrom(),
                        "to", proof.datedUpTo(),
                        "holds", proof.datedInWindow()));
        if (!proof.datedInWindow()) {
            return Rule.C4;
        }
        LocalDate completedOn = claim.completedOn().orElseThrow();
        long late = Math.max(0, DAYS.between(unit.due(), completedOn));
        return found(
                late == 0 ? Rule.C1 : Rule.C2,
                "c1",
                Map.of("completed", completedOn, "due", unit.due(), "days", late));
    }

    /// What was accepted is what had been claimed by then; the first claim afterwards, if nothing
    /// had.
    private boolean covers(Decision.Accept acceptance, Claim claim) {
        List<Claim> before =
                heardBy(acceptance.date()).stream()
                        .filter(Completion::claimsDone)
                        .map(FiledClaim::claim)
                        .toList();
        return before.isEmpty()
                || before.stream()
                        .anyMatch(earlier ->
                                earlier.completedOn().equals(claim.completedOn())
                                        && earlier.evidence().equals(claim.evidence()));
    }

    private List<FiledClaim> heardBy(LocalDate day) {
        return grounds.claims().stream()
                .filter(filed -> !scale.receivedOn(filed).isAfter(day))
                .toList();
    }

    private Rule accepted(Decision.Accept acceptance, LocalDate completedOn) {
        return found(
                Rule.C9,
                "c9-accepted",
                Map.of(
                        "date", acceptance.date(),
                        "completed", completedOn,
                        "due", unit.due(),
                        "days", Math.max(0, DAYS.between(unit.due(), completedOn))));
    }

    private Optional<Rule> ofRecord() {
        if (!openedAs(OpeningEntry.Standing.DONE)) {
            return Optional.empty();
        }
        if (ruling().isPresent() && ruling().get() instanceof Decision.Return returned) {
            found(Rule.C9, "c9-record-returned", Map.of("date", returned.date()));
            return grounds.claims().isEmpty() ? Optional.of(Rule.C9) : Optional.empty();
        }
        boolean stands = grounds.withdrawing().isEmpty();
        found(Rule.C8, "c8-record", Map.of("holds", stands));
        return stands ? Optional.of(Rule.C8) : Optional.empty();
    }

    /// Before anybody claimed anything.
    private Optional<Rule> acceptedAlone() {
        return ruling().flatMap(ruling ->
                ruling instanceof Decision.Accept acceptance
                                && heardBy(acceptance.date()).isEmpty()
                                && grounds.withdrawing().isEmpty()
                        ? Optional.of(accepted(acceptance, acceptance.date()))
                        : Optional.empty());
    }

    private Rule notDone() {
        boolean known =
                grounds.opening().isPresent()
                        || !grounds.claims().isEmpty()
                        || !grounds.decisions().isEmpty();
        LocalDate controlFrom = facts.redaction().controlFrom();
        if (!known && unit.due().isBefore(controlFrom)) {
            return found(Rule.O1, "o1", Map.of("from", controlFrom));
        }
        boolean overdue = !unit.due().isAfter(end);
        found(
                Rule.C6,
                "due",
                Map.of(
                        "due",
                        unit.due(),
                        "end",
                        end,
                        "overdue",
                        overdue,
                        "days",
                        Math.max(0, DAYS.between(unit.due(), end))));
        boolean reported =
                grounds.claims().stream().anyMatch(filed -> facts.saidNow(filed.period()));
        if (unit.claimExpected()) {
            found(Rule.C7, "c7", Map.of("period", facts.period(), "reported", reported));
            if (!reported) {
                return Rule.C7;
            }
        }
        if (grounds.claims().isEmpty() && unit.obligation().voluntary()) {
            return found(Rule.U7, "u7", Map.of());
        }
        if (unit.claim().filter(grounds.withdrawing()::contains).isPresent()) {
            return found(Rule.C8, "c8-withdrawn", Map.of());
        }
        if (overdue) {
            return found(Rule.C6, "c6", Map.of());
        }
        boolean work =
                unit.claim()
                        .map(FiledClaim::claim)
                        .filter(claim ->
                                claim.status()
                                        .map(ClaimedStatus.IN_PROGRESS::equals)
                                        .orElse(
                                                !claim.progressKk().isBlank()
                                                        || !claim.progressRu().isBlank()))
                        .isPresent();
        return found(Rule.C5, "c5", Map.of("work", work));
    }

    private Rule found(Rule rule, String key, Map<String, ?> values) {
        steps.add(Sentence.of("why.step." + key, new TreeMap<>(values)));
        return rule;
    }

    private boolean openedAs(OpeningEntry.Standing standing) {
        return grounds.opening().filter(entry -> entry.standing() == standing).isPresent();
    }

    /// The newest acceptance or return.
    private Optional<Decision> ruling() {
        return grounds.decisions().stream()
                .filter(decision ->
                        decision instanceof Decision.Accept || decision instanceof Decision.Return)
                .reduce((_, later) -> later);
    }

    private Optional<Decision> newest(Class<? extends Decision> kind) {
        return grounds.decisions().stream()
                .filter(kind::isInstance)
                .max(Comparator.comparing(Decision::date));
    }

    private static Object orNone(Optional<LocalDate> day) {
        return day.<Object>map(known -> known).orElse("none");
    }
}
