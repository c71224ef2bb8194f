package kz.esep.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import kz.esep.intake.Claim;
import kz.esep.intake.ClaimedStatus;
import kz.esep.plan.Measure;
import kz.esep.plan.Period;
import kz.esep.reconcile.FiledClaim;

/// What an agency itself said of an obligation, beside our assessment of it.
///
/// @param period for which it was said
/// @param counted the value is a number of things, no percentage
/// @param spent thousand tenge
/// @param file and cell where it was said, in [Claim#place()]
public record ClaimView(
        Period period,
        Optional<ClaimedStatus> status,
        Optional<LocalDate> completedOn,
        Claim.Evidence evidence,
        Claim.Actual actual,
        boolean counted,
        Optional<BigDecimal> spent,
        String progressKk,
        String progressRu,
        String reason,
        Optional<LocalDate> expectedOn,
        kz.esep.findings.Place file) {

    static ClaimView of(FiledClaim filed, Measure measure) {
        Claim claim = filed.claim();
        return new ClaimView(
                filed.period(),
                claim.status(),
                claim.completedOn(),
                claim.evidence(),
                claim.actual(),
                measure.countsThings(),
                claim.spent(),
                claim.progressKk(),
                claim.progressRu(),
                claim.reason(),
                claim.expectedOn(),
                claim.place());
    }
}
