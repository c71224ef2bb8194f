package kz.esep.reconcile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.plan.Measure;

/// Rules M: money spent where the plan provides none, and none where it does.
final class MoneyDoubts implements Doubt {

    private final Remarks remarks;

    MoneyDoubts(Remarks remarks) {
        this.remarks = remarks;
    }

    @Override
    public List<Finding> in(Testimony testimony) {
        Optional<Measure.Cost> cost = testimony.duty().measure().cost();
        Optional<BigDecimal> spent =
                testimony.now().claim().spent().filter(amount -> amount.signum() > 0);
        if (cost.isEmpty()) {
            return List.of();
        }
        boolean allotted = cost.get().allotted();
        if (!allotted && spent.isPresent()) {
            return List.of(
                    remarks.doubt(
                            FindingCode.MONEY_NOT_PROVIDED,
                            testimony,
                            "",
                            Map.of("spent", spent.get())));
        }
        return allotted && spent.isEmpty() && Completion.claimsDone(testimony.now())
                ? List.of(remarks.doubt(FindingCode.MONEY_NOT_REPORTED, testimony, "", Map.of()))
                : List.of();
    }
}
