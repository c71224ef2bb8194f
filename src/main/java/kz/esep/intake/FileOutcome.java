package kz.esep.intake;

import java.util.List;
import java.util.Optional;
import kz.esep.findings.Finding;

/// What became of one received file.
///
/// @param submission present if the file was accepted
public record FileOutcome(
        Received received,
        Verdict verdict,
        Optional<Submission> submission,
        RowCounts rows,
        List<Finding> findings) {

    /// A file's fate.
    public enum Verdict {
        ACCEPTED,
        ACCEPTED_WITH_FINDINGS,
        /// Waits for the operator.
        HELD,
        REJECTED
    }

    public FileOutcome {
        findings = List.copyOf(findings);
        if (submission.isPresent() == (verdict == Verdict.HELD || verdict == Verdict.REJECTED)) {
            throw new IllegalArgumentException(
                    "a file is " + verdict + " and submission is " + submission);
        }
    }

    /// The same with other claims: its own, which its head lacks, or some of them.
    public FileOutcome with(List<Claim> claims) {
        return new FileOutcome(
                received, verdict, submission.map(sent -> sent.with(claims)), rows, findings);
    }

    /// The same without the words of its claims: enough for every status and figure.
    public FileOutcome withoutWords() {
        return new FileOutcome(
                received, verdict, submission.map(Submission::withoutWords), rows, findings);
    }

    /// The same without claims and findings: little enough to hold that of every file ever
    /// received.
    public FileOutcome head() {
        return new FileOutcome(
                received, verdict, submission.map(Submission::withoutClaims), rows, List.of());
    }
}
