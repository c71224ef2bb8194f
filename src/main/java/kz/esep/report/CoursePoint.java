package kz.esep.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
        return Course.upTo(now).stream().map(CoursePoint::of).toList();
    }

    private static CoursePoint of(Course.Stretch then) {
        SortedMap<Status, Integer> known = new TreeMap<>(then.statuses());
        known.remove(Status.NO_RECORD);
        return new CoursePoint(then.period(), new Tally<>(known));
    }
}
