package kz.esep.reconcile;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import kz.esep.plan.Period;

/// The two indexes: of the obligations due by E, how many are done, and how many on time.
final class Indexes {

    private final Period period;
    private final Control control;

    Indexes(Facts facts, Control control) {
        this.period = facts.period();
        this.control = control;
    }

    /// Counts an obligation to the part that it belongs to. Every part that is obliged to anything
    /// has an index, also where nothing of it is due yet.
    <K> void add(Duty duty, Assessment assessment, K part, Map<K, Index> indexes) {
        if (!duty.obligation().voluntary()) {
            indexes.merge(part, of(duty, assessment), Index::plus);
        }
    }

    static Index sum(SortedMap<?, Index> parts) {
        return parts.values().stream().reduce(Index.NONE, Index::plus);
    }

    private Index of(Duty duty, Assessment assessment) {
        LocalDate end = period.lastDay();
        if (!RollUp.counts(assessment) || assessment.due().isAfter(end)) {
            return Index.NONE;
        }
        Status status = assessment.status().orElseThrow();
        Share one = new Share(1, status.done() ? 1 : 0, status == Status.DONE_ON_TIME ? 1 : 0);
        boolean thisYear = duty.obligation().year() == period.year();
        return new Index(
                thisYear ? one : Share.NONE, control.sinceControl(duty) ? one : Share.NONE);
    }
}
