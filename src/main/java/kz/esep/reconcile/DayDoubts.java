package kz.esep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.intake.ClaimedStatus;

/// Completed before the work can have begun: before the obligation was open, or on a day on which
/// the agency itself said that nothing had begun.
final class DayDoubts implements Doubt {

    private final Proof.Scale scale;
    private final Remarks remarks;

    DayDoubts(Facts facts, Remarks remarks) {
        this.scale = new Proof.Scale(facts);
        this.remarks = remarks;
    }

    @Override
    public List<Finding> in(Testimony testimony) {
        Optional<LocalDate> claimed = testimony.now().claim().completedOn();
        if (claimed.isEmpty() || !Completion.claimsDone(testimony.now())) {
            return List.of();
        }
        LocalDate completed = claimed.get();
        List<Finding> found = new ArrayList<>();
        LocalDate from = scale.openFrom(testimony.duty().obligation(), testimony.duty().measure());
        if (completed.isBefore(from)) {
            found.add(
                    remarks.doubt(
                            FindingCode.COMPLETED_BEFORE_OPENING,
                            testimony,
                            "",
                            Map.of("completed", completed, "from", from)));
        }
        testimony
                .before()
                .filter(DayDoubts::saysNotStarted)
                .filter(before -> !completed.isAfter(before.period().lastDay()))
                .ifPresent(before ->
                        found.add(
                                remarks.doubt(
                                        FindingCode.COMPLETED_BEFORE_BEGUN,
                                        testimony,
                                        "",
                                        Map.of(
                                                "completed", completed,
                                                "period", before.period(),
                                                "otherPlace", before.claim().place().toString()))));
        return found;
    }

    private static boolean saysNotStarted(FiledClaim filed) {
        return Objects.equals(filed.claim().status(), Optional.of(ClaimedStatus.NOT_STARTED));
    }
}
