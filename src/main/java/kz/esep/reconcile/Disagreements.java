package kz.esep.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.intake.ClaimedStatus;
import kz.esep.plan.Measure;

/// Rule A4: the lead says done and a co-executor says not, or the reverse. Silence says nothing.
final class Disagreements {

    private final Remarks remarks;

    Disagreements(Remarks remarks) {
        this.remarks = remarks;
    }

    List<Finding> in(MeasureResult result) {
        if (result.measure().policy() == Measure.AggregationPolicy.ALL) {
            return List.of();
        }
        List<Assessment> obliged = result.units().stream().filter(RollUp::obliged).toList();
        Optional<Assessment> lead = speaker(obliged.stream().filter(RollUp::leads).toList());
        List<Finding> found = new ArrayList<>();
        lead.ifPresent(leading ->
                obliged.stream()
                        .filter(unit -> !RollUp.leads(unit))
                        .filter(unit -> contradicts(leading, unit))
                        .forEach(unit -> found.add(finding(leading, unit))));
        return found;
    }

    /// Who speaks for the lead: of a group, a member that says "not done" before those that say
    /// "done", for one undone member leaves the group undone.
    private static Optional<Assessment> speaker(List<Assessment> leads) {
        return leads.stream()
                .filter(unit -> saysDone(unit).filter(done -> !done).isPresent())
                .findFirst()
                .or(() -> leads.stream().filter(unit -> saysDone(unit).isPresent()).findFirst());
    }

    private static boolean contradicts(Assessment lead, Assessment other) {
        Optional<Boolean> leadSays = saysDone(lead);
        Optional<Boolean> otherSays = saysDone(other);
        return leadSays.isPresent() && otherSays.isPresent() && !leadSays.equals(otherSays);
    }

    private static Optional<Boolean> saysDone(Assessment unit) {
        return unit.claim()
                .flatMap(filed -> filed.claim().status())
                .map(ClaimedStatus.DONE::equals);
    }

    private Finding finding(Assessment lead, Assessment other) {
        FiledClaim leadClaim = lead.claim().orElseThrow();
        FiledClaim otherClaim = other.claim().orElseThrow();
        FindingCode code =
                saysDone(lead).orElseThrow()
                        ? FindingCode.LEAD_DONE_EXECUTOR_NOT
                        : FindingCode.EXECUTOR_DONE_LEAD_NOT;
        return remarks.disagreement(
                code, otherClaim, other.obligation(), lead.obligation(), leadClaim.claim().place());
    }
}
