package kz.esep.reconcile;

import kz.esep.plan.Deadline;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.plan.OpeningEntry;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;

/// Rules O: where control begins, what is open in a period, and of what a claim is expected.
final class Control {

    private final Period period;
    private final Redaction redaction;

    Control(Facts facts) {
        this.period = facts.period();
        this.redaction = facts.redaction();
    }

    /// Whether a period speaks of the obligation at all: years after its own are not shown, except
    /// of measures of a single year, which are open from the plan's start.
    boolean shown(Obligation obligation) {
        return obligation.year() <= period.year()
                || singleYear(obligation, redaction.measure(obligation.measure()).orElseThrow());
    }

    /// O2.
    ///
    /// @param settledBefore done before the period, or closed
    boolean open(Duty duty, boolean settledBefore) {
        boolean thisYear = duty.obligation().year() == period.year();
        if (duty.measure().incomplete() || duty.closed()) {
            return false;
        }
        if (duty.obligation().targetOnly()) {
            return thisYear;
        }
        if (singleYear(duty.obligation(), duty.measure())) {
            return !settledBefore;
        }
        return thisYear || (!settledBefore && (duty.known() || sinceControl(duty)));
    }

    /// O3.
    boolean expected(Duty duty, boolean settledBefore) {
        return !duty.obligation().voluntary()
                && !settledBefore
                && open(duty, false)
                && sinceControl(duty);
    }

    /// Due since control began, or known from the opening record to be unsettled, be it that the
    /// ministry returned what it had recorded as done.
    boolean sinceControl(Duty duty) {
        return !duty.due().isBefore(redaction.controlFrom())
                || duty.openedAs(OpeningEntry.Standing.UNSETTLED)
                || duty.recordReturned().isPresent();
    }

    private static boolean singleYear(Obligation obligation, Measure measure) {
        return !obligation.targetOnly()
                && measure.deadline().filter(Deadline.InYear.class::isInstance).isPresent();
    }
}
