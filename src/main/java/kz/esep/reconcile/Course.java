package kz.esep.reconcile;

import java.util.stream.Stream;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;

/// How completion came about: every period since control began, each judged with the knowledge and
/// the plan of today, so that the periods can be compared.
public final class Course {
    private Course() {}

    /// In the rhythm of the ministry's own reports, oldest first, up to the period of `now` itself;
    /// empty for a period before control began. One at a time: each holds all claims.
    public static Stream<Reconciliation> upTo(Reconciliation now) {
        Facts facts = now.facts();
        Redaction redaction = facts.redaction();
        return Stream.iterate(
                        Period.of(redaction.controlFrom(), redaction.cadence()),
                        period -> !period.lastDay().isAfter(facts.period().lastDay()),
                        period -> Period.of(period.lastDay().plusDays(1), redaction.cadence()))
                .map(period ->
                        period.equals(facts.period())
                                ? now
                                : Reconciler.reconcile(facts.with(period)));
    }
}
