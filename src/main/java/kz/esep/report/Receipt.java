package kz.esep.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.esep.agency.Agency;
import kz.esep.agency.Register;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.SealVerdict;
import kz.esep.intake.Submission;
import kz.esep.language.Bilingual;
import kz.esep.plan.Measure;
import kz.esep.plan.Period;
import kz.esep.plan.Plan;
import kz.esep.plan.Redaction;

/// What the answer to an agency about one file says. It tells nothing of other agencies.
///
/// @param agency whose file it is; empty if nobody knows
/// @param things the measures whose indicator counts things; every other one is a percentage
/// @param markedCopy the name of the workbook that goes back with comments; empty if there is none
/// @param inForce the newest accepted file of that agency, for the same period if this one was
///   accepted; empty if there is none
public record Receipt(
        FileOutcome outcome,
        Optional<Bilingual> agency,
        LocalDateTime receivedAt,
        Optional<InForce> inForce,
        List<Integer> things,
        String markedCopy) {

    /// More would be pages that nobody reads; the text has them all.
    private static final int MOST_PRINTED = 200;

    /// An accepted file.
    public record InForce(long line, String path, LocalDateTime receivedAt, Period period) {}

    /// @param others what became of files of the same agency, this one among them or not
    public static Receipt of(
            FileOutcome outcome, Collection<FileOutcome> others, Register register, ZoneId zone) {
        String owner = owner(outcome);
        return new Receipt(
                outcome,
                register.find(owner).map(Agency::name),
                local(outcome.received().at(), zone),
                others.stream()
                        .filter(other -> !owner.isEmpty() && owner(other).equals(owner))
                        .filter(other -> isInstead(other, outcome))
                        .max(Comparator.comparing(FileOutcome::received))
                        .map(other ->
                                new InForce(
                                        other.received().line(),
                                        other.received().path(),
                                        local(other.received().at(), zone),
                                        other.submission().orElseThrow().period())),
                List.of(),
                "");
    }

    /// The same answer, whose values are printed as what the plan measures.
    ///
    /// @param plans all that the ministry has
    public Receipt measuredBy(Collection<Plan> plans) {
        return new Receipt(
                outcome,
                agency,
                receivedAt,
                inForce,
                outcome.submission()
                        .flatMap(submission -> law(submission, plans))
                        .map(law ->
                                law.measures().stream()
                                        .filter(Measure::countsThings)
                                        .map(Measure::number)
                                        .toList())
                        .orElse(List.of()),
                markedCopy);
    }

    private static Optional<Redaction> law(Submission submission, Collection<Plan> plans) {
        return plans.stream()
                .filter(plan -> plan.id().equals(submission.plan()))
                .findFirst()
                .flatMap(plan -> plan.redaction(submission.redaction()));
    }

    /// The same answer with a marked copy beside it.
    public Receipt with(String copy) {
        return new Receipt(outcome, agency, receivedAt, inForce, things, copy);
    }

    /// The id of the agency whose file it is: whose claims it holds, else who sent it; empty if
    /// neither is known.
    public static String owner(FileOutcome outcome) {
        return outcome.submission().map(Submission::agency).orElse(outcome.received().sender());
    }

    private static boolean isInstead(FileOutcome other, FileOutcome outcome) {
        return other.submission()
                .filter(accepted ->
                        outcome.submission().isEmpty()
                                || isSame(accepted, outcome.submission().get()))
                .isPresent();
    }

    private static boolean isSame(Submission one, Submission other) {
        return one.plan().equals(other.plan()) && one.period().equals(other.period());
    }

    private static LocalDateTime local(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDateTime();
    }

    /// Whether the file is in the ledger; else it was only looked at.
    public boolean isRecorded() {
        return outcome.received().line() > 0;
    }

    /// What lies in the wrong agency's folder must not be quoted to that agency.
    public boolean isQuoted() {
        return outcome.findings().stream()
                .noneMatch(finding -> finding.code() == FindingCode.AGENCY_WRONG);
    }

    /// The findings, the worst first, else as they stand in the file.
    public List<Finding> findings() {
        return outcome.findings().stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }

    /// As many of them as a printed page is for.
    public List<Finding> printedFindings() {
        return findings().stream().limit(MOST_PRINTED).toList();
    }

    public boolean isDemonstration() {
        return outcome.submission()
                .filter(submission -> submission.seal() == SealVerdict.DEMONSTRATION)
                .isPresent();
    }
}
