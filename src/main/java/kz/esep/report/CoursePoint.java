package kz.esep.report;

import java.util.List;
import kz.esep.plan.Period;
import kz.esep.reconcile.Course;
import kz.esep.reconcile.Reconciliation;
import kz.esep.reconcile.Status;

/// How far the obligations of a period's year had come by the period's end.
///
/// @param obligations statuses, voluntary ones left out
public record CoursePoint(Period period, Tally<Status> obligations) {

    public int done() {
        return Summaries.done(obligations);
    }

    /// Every period since control began, up to that of the reconciliation.
    static List<CoursePoint> upTo(Reconciliation now) {
        return Course.upTo(now).map(CoursePoint::of).toList();
    }

    private static CoursePoint of(Course.Stretch then) {
        return new CoursePoint(
                then.period(),
                Tally.countingKnown(
                        then.assessments().stream()
                                .filter(one -> !one.obligation().voluntary())
                                .map(one -> one.status())
                                .filter(status ->
                                        status.filter(Status.NO_RECORD::equals).isEmpty())));
    }
}
