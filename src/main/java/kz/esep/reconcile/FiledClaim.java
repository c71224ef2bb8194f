package kz.esep.reconcile;

import java.util.Objects;
import java.util.stream.Stream;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.plan.Period;

/// A claim with how and for which period it came.
public record FiledClaim(Claim claim, Period period, Received received) {

    /// The claims of a file, in its order.
    static Stream<FiledClaim> all(FileOutcome file) {
        return file.submission().stream()
                .flatMap(submission ->
                        submission.claims().stream()
                                .map(claim ->
                                        new FiledClaim(
                                                claim, submission.period(), file.received())));
    }

    /// By where it stands, which tells it from nearly all others: its texts are long, and it is
    /// looked for often.
    @Override
    public int hashCode() {
        return Objects.hash(received.line(), claim.place());
    }
}
