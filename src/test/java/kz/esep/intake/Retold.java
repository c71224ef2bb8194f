package kz.esep.intake;

import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.esep.findings.Place;
import kz.esep.plan.Obligation;

/// What an agency sent, as it would be had it written or filed something else.
public final class Retold {

    private Retold() {}

    public static Claim at(Claim claim, Place place) {
        return claim.at(place);
    }

    public static Claim saying(Claim claim, String kk, String ru, String reason) {
        return claim.with(kk, ru, reason, claim.place());
    }

    public static Claim of(Claim claim, Obligation.Key key) {
        return new Claim(
                key,
                claim.status(),
                claim.completedOn(),
                claim.evidence(),
                claim.actual(),
                claim.spent(),
                claim.progressKk(),
                claim.progressRu(),
                claim.reason(),
                claim.expectedOn(),
                claim.contact(),
                claim.place());
    }

    /// The file's submission with other claims in the places of its own.
    public static Optional<Submission> claiming(FileOutcome file, UnaryOperator<Claim> each) {
        return file.submission().map(sent -> sent.with(sent.claims().stream().map(each).toList()));
    }

    /// @param path where it lay in the inbox
    /// @param number the chancellery's
    public static Received filed(Received file, String path, String number) {
        return new Received(
                file.line(),
                path,
                file.folder(),
                file.sha256(),
                file.bytes(),
                file.at(),
                file.source(),
                number,
                file.admission());
    }
}
