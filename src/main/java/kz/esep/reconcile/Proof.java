package kz.esep.reconcile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import kz.esep.intake.Claim;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Deadline;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.plan.Parameters;
import kz.esep.plan.Period;

/// Whether a claim of "done" comes with what the plan's completion form demands (C3), and within
/// the days in which it can be true (C4).
///
/// @param completedUpTo the last day on which it can have been completed: E, or the day of receipt
/// @param datedFrom first day of the document's window
/// @param datedUpTo last day of the document's window
record Proof(
        Part kind,
        Part number,
        Part date,
        Part completion,
        boolean completedInTime,
        boolean datedInWindow,
        LocalDate completedUpTo,
        LocalDate datedFrom,
        LocalDate datedUpTo) {

    /// How one part of the evidence stands.
    enum Part {
        GIVEN,
        MISSING,
        /// Another kind of paper than the plan demands.
        OTHER;

        private static Part of(boolean given) {
            return given ? GIVEN : MISSING;
        }
    }

    boolean complete() {
        return kind == Part.GIVEN
                && number == Part.GIVEN
                && date == Part.GIVEN
                && completion == Part.GIVEN;
    }

    /// Weighs proofs at the end of one period.
    static final class Scale {

        private final Period period;
        private final LocalDate planStart;
        private final LocalDate legalDate;
        private final ZoneId zone;
        private final Parameters parameters;

        Scale(Facts facts) {
            this.period = facts.period();
            this.planStart = LocalDate.of(facts.redaction().firstYear(), 1, 1);
            this.legalDate =
                    facts.redaction().cycles().stream()
                            .map(cycle ->
                                    facts.due(
                                            cycle.agencies(),
                                            Period.of(period.lastDay(), cycle.cadence())))
                            .max(Comparator.naturalOrder())
                            .orElse(period.lastDay());
            this.zone = facts.zone();
            this.parameters = facts.parameters();
        }

        LocalDate receivedOn(FiledClaim filed) {
            return LocalDate.ofInstant(filed.received().at(), zone);
        }

        Proof of(Obligation obligation, Measure measure, FiledClaim filed) {
            Claim claim = filed.claim();
            Claim.Evidence evidence = claim.evidence();
            Optional<CompletionForm.Kind> demanded = measure.form().map(CompletionForm::kind);
            LocalDate receivedOn = receivedOn(filed);
            LocalDate end = earlier(period.lastDay(), receivedOn);
            LocalDate datedFrom = openFrom(obligation, measure);
            LocalDate datedUpTo =
                    demanded.filter(parameters.mayFollowPeriod()::contains).isPresent()
                            ? earlier(legalDate, receivedOn)
                            : end;
            return new Proof(
                    kind(evidence, demanded),
                    Part.of(!evidence.number().isBlank()),
                    Part.of(evidence.date().isPresent()),
                    Part.of(claim.completedOn().isPresent()),
                    claim.completedOn().filter(day -> day.isAfter(end)).isEmpty(),
                    evidence.date()
                            .filter(day -> day.isBefore(datedFrom) || day.isAfter(datedUpTo))
                            .isEmpty(),
                    end,
                    datedFrom,
                    datedUpTo);
        }

        private static Part kind(Claim.Evidence evidence, Optional<CompletionForm.Kind> demanded) {
            if (evidence.kind().isEmpty()) {
                return Part.MISSING;
            }
            return evidence.kind().equals(demanded) ? Part.GIVEN : Part.OTHER;
        }

        /// A measure of one year is open from the plan's start (O2) and may be proven early.
        LocalDate openFrom(Obligation obligation, Measure measure) {
            boolean singleYear =
                    measure.deadline().filter(Deadline.InYear.class::isInstance).isPresent();
            return singleYear ? planStart : LocalDate.of(obligation.year(), 1, 1);
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }
    }
}
