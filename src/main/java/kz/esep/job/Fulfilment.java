package kz.esep.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.SealVerdict;
import kz.esep.intake.Submission;
import kz.esep.plan.Period;
import kz.esep.plan.Plan;
import kz.esep.plan.PlanChanges;
import kz.esep.plan.Redaction;
import kz.esep.plan.ReportingCycle;
import kz.esep.reconcile.ClaimsByYear;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Reconciler;
import kz.esep.reconcile.Reconciliation;

/// What the received files say of the fulfilment of one plan: how far it is reported on, and how it
/// stands at the end of a period.
final class Fulfilment {

    private final Known known;
    private final Plan plan;

    Fulfilment(Known known, Plan plan) {
        this.known = known;
        this.plan = plan;
    }

    /// The newest period that an accepted, properly sealed submission to the plan is for.
    Optional<Period> newestPeriod() {
        return known.files().heads().stream()
                .flatMap(outcome -> outcome.submission().stream())
                .filter(submission -> submission.plan().equals(plan.id()))
                .filter(submission ->
                        submission.seal() == SealVerdict.VALID
                                || submission.seal() == SealVerdict.DEMONSTRATION)
                .map(Submission::period)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .filter(period -> plan.inForce(period).isPresent())
                .findFirst();
    }

    /// @throws DataInError if no redaction is in force then
    Redaction redaction(Period period) {
        return plan.inForce(period).orElseThrow(() -> outside(period));
    }

    private DataInError outside(Period period) {
        return DataInError.of(
                FindingCode.PERIOD_OUTSIDE_PLAN,
                Place.file("plan"),
                period.toString(),
                Map.of("period", period, "from", firstYear(), "to", lastYear()));
    }

    /// What the law changed since the period before; nothing where there was no law then.
    PlanChanges changes(Period period) {
        Redaction now = redaction(period);
        return PlanChanges.between(plan.inForce(period.previous()).orElse(now), now);
    }

    private String firstYear() {
        return plan.redactions().stream()
                .map(redaction -> redaction.begins().getYear())
                .min(Comparator.naturalOrder())
                .map(String::valueOf)
                .orElse("—");
    }

    private String lastYear() {
        return plan.redactions().stream()
                .map(Redaction::lastYear)
                .max(Comparator.naturalOrder())
                .map(String::valueOf)
                .orElse("—");
    }

    /// The default as-of: when the newest accepted submission for the period came; with none, the
    /// end of the day on which they are due.
    Instant asOf(Period period) {
        return known.files().heads().stream()
                .filter(outcome -> outcome.submission().filter(s -> within(s, period)).isPresent())
                .map(outcome -> outcome.received().at())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> endOfDay(due(period)));
    }

    /// When the newest accepted submission to the plan came, for whichever period; with none, the
    /// beginning of time.
    Instant newestReceipt() {
        return known.files().heads().stream()
                .filter(outcome ->
                        outcome.submission().filter(s -> s.plan().equals(plan.id())).isPresent())
                .map(outcome -> outcome.received().at())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private boolean within(Submission submission, Period period) {
        return submission.plan().equals(plan.id()) && period.holds(submission.period());
    }

    private LocalDate due(Period period) {
        Redaction redaction = redaction(period);
        return redaction.cycles().stream()
                .filter(cycle -> cycle.cadence() == period.cadence())
                .map(ReportingCycle::agencies)
                .map(rule -> redaction.due(rule, period, known.data().calendar()))
                .findFirst()
                .orElse(period.lastDay());
    }

    private Instant endOfDay(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59))
                .atZone(known.home().settings().zone())
                .toInstant();
    }

    /// The files that a report of the period speaks of, without claims and findings.
    List<FileOutcome> concerned(Period period, Instant asOf) {
        Redaction redaction = redaction(period);
        return known.files().heads().stream()
                .filter(head -> concerns(head, redaction, period, asOf))
                .toList();
    }

    /// @param read outcomes of all files, from wherever they were kept
    Facts facts(Period period, Instant asOf, List<FileOutcome> read) {
        Redaction redaction = redaction(period);
        return new Facts(
                redaction,
                known.data().register(),
                period,
                asOf,
                known.home().settings().zone(),
                read.stream()
                        .filter(outcome -> concerns(outcome, redaction, period, asOf))
                        .toList(),
                plan.opening(redaction),
                plan.decisions(redaction),
                known.data().calendar());
    }

    /// An accepted file counts if it came by then for this period or an earlier one; a file that is
    /// held or refused is named whenever it came, so that today's report speaks of today's file.
    private static boolean concerns(
            FileOutcome outcome, Redaction redaction, Period period, Instant asOf) {
        return outcome.submission()
                .map(submission ->
                        submission.plan().equals(redaction.plan())
                                && !submission.period().lastDay().isAfter(period.lastDay())
                                && !outcome.received().at().isAfter(asOf))
                .orElse(true);
    }

    /// How the plan stands at the end of a period, as far as was known at an instant.
    Reconciliation reconcile(Period period, Instant asOf) {
        return Reconciler.reconcile(
                facts(period, asOf, known.files().outcomes(concerned(period, asOf))));
    }

    /// The same statuses and figures, without the claims' words, and without the claims that decide
    /// nothing.
    Reconciliation figures(Period period, Instant asOf) {
        List<FileOutcome> read = known.files().wordless(concerned(period, asOf));
        return Reconciler.reconcile(
                facts(period, asOf, read.stream().map(file -> file.with(List.of())).toList()),
                ClaimsByYear.of(read),
                (_, _) -> false);
    }
}
