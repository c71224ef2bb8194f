package kz.esep.reconcile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;

/// How completion came about: every period since control began, each judged with the knowledge and
/// the plan of today, so that the periods can be compared.
///
/// Of each period only its own year's obligations are judged, by what was claimed of them: an
/// obligation is looked at in the periods of one year, so that the whole course costs what the
/// obligations do, not what they do times the periods.
public final class Course {
    private Course() {}

    /// One period of the course.
    ///
    /// @param assessments of its year's obligations, in the order of the plan
    public record Stretch(Period period, List<Assessment> assessments) {
        public Stretch {
            assessments = List.copyOf(assessments);
        }
    }

    /// In the rhythm of the ministry's own reports, oldest first, up to the period of `now` itself;
    /// empty for a period before control began.
    public static Stream<Stretch> upTo(Reconciliation now) {
        Facts facts = now.facts();
        Redaction redaction = facts.redaction();
        Map<Integer, Facts> byYear = new TreeMap<>();
        return Stream.iterate(
                        Period.of(redaction.controlFrom(), redaction.cadence()),
                        period -> !period.lastDay().isAfter(facts.period().lastDay()),
                        period -> Period.of(period.lastDay().plusDays(1), redaction.cadence()))
                .map(period ->
                        period.equals(facts.period())
                                ? stretch(period, now.assessments())
                                : stretch(
                                        period,
                                        Reconciler.ofItsYear(
                                                byYear.computeIfAbsent(period.year(), facts::of)
                                                        .with(period))));
    }

    private static Stretch stretch(Period period, List<Assessment> assessments) {
        return new Stretch(
                period,
                assessments.stream()
                        .filter(assessment -> assessment.obligation().year() == period.year())
                        .toList());
    }
}
