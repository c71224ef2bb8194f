package kz.esep.reconcile;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.intake.FileOutcome;
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
    /// @param statuses how many obligations of its year have which; voluntary ones and those
    ///   without a status are left out
    public record Stretch(Period period, SortedMap<Status, Integer> statuses) {

        public Stretch {
            statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
        }

        private static Stretch of(Period period, Collection<Assessment> assessments) {
            SortedMap<Status, Integer> statuses = new TreeMap<>();
            assessments.stream()
                    .filter(assessment -> !assessment.obligation().voluntary())
                    .flatMap(assessment -> assessment.status().stream())
                    .forEach(status -> statuses.merge(status, 1, Integer::sum));
            return new Stretch(period, statuses);
        }
    }

    /// In the rhythm of the ministry's own reports, oldest first, up to the period of `now` itself;
    /// empty for a period before control began.
    public static List<Stretch> upTo(Reconciliation now) {
        return switch (now.ends()) {
            case Reconciliation.Counted counted -> counted.course();
            case Reconciliation.Fates _ -> judged(now);
        };
    }

    private static List<Stretch> judged(Reconciliation now) {
        Facts facts = now.facts();
        ClaimsByYear claims = ClaimsByYear.of(facts.files());
        return periods(facts)
                .map(Period::year)
                .distinct()
                .flatMap(year ->
                        of(
                                facts,
                                year,
                                claims.of(year),
                                now.assessments().stream()
                                        .filter(one -> one.obligation().year() == year)
                                        .toList())
                                .stream())
                .toList();
    }

    /// The part of the course in one year.
    ///
    /// @param files with claims of that year alone
    /// @param now what its obligations come to in the end
    static List<Stretch> of(
            Facts facts, int year, List<FileOutcome> files, Collection<Assessment> now) {
        return periods(facts)
                .filter(period -> period.year() == year)
                .map(period ->
                        Stretch.of(
                                period,
                                period.equals(facts.period())
                                        ? now
                                        : Reconciler.ofItsYear(facts.with(period), files)))
                .toList();
    }

    /// Those that the course has, oldest first.
    static Stream<Period> periods(Facts facts) {
        Redaction redaction = facts.redaction();
        return Stream.iterate(
                Period.of(redaction.controlFrom(), redaction.cadence()),
                period -> !period.lastDay().isAfter(facts.period().lastDay()),
                period -> Period.of(period.lastDay().plusDays(1), redaction.cadence()));
    }
}
