package kz.esep.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.esep.reconcile.Status;
import kz.esep.reconcile.TargetResult;

/// What the charts show besides the tables' own figures, and who stands out in them: a chart's text
/// says that.
///
/// @param mostDone the sections with the most measures done
/// @param mostOverdue the sections with the most measures overdue
/// @param course every period since control began, oldest first, up to the report's own
/// @param below the targets that are missed by most, in percentage points; empty if none is missed
/// @param above the targets that are surpassed by most
public record Charts(
        Optional<Peak<SectionRow, Integer>> mostDone,
        Optional<Peak<SectionRow, Integer>> mostOverdue,
        List<CoursePoint> course,
        Optional<Peak<TargetRow, BigDecimal>> below,
        Optional<Peak<TargetRow, BigDecimal>> above,
        RegionTable regions) {

    private static final Set<TargetResult.Outcome> SHORT =
            Set.of(TargetResult.Outcome.NOT_MET, TargetResult.Outcome.PARTLY_MET);

    public Charts {
        course = List.copyOf(course);
    }

    static Charts of(
            List<SectionRow> sections,
            List<TargetRow> targets,
            List<CoursePoint> course,
            RegionTable regions) {
        return new Charts(
                Peak.highest(sections, row -> counted(Summaries.done(row.statuses()))),
                Peak.highest(sections, row -> counted(row.statuses().of(Status.OVERDUE))),
                course,
                Peak.highest(targets, row -> distance(row, SHORT)),
                Peak.highest(targets, Charts::excess),
                regions);
    }

    /// None at all is no peak.
    private static Optional<Integer> counted(int count) {
        return count == 0 ? Optional.empty() : Optional.of(count);
    }

    /// In percentage points: things counted are not comparable with them.
    private static Optional<BigDecimal> distance(TargetRow row, Set<TargetResult.Outcome> wanted) {
        return row.percent() && wanted.contains(row.outcome())
                ? row.gap().map(BigDecimal::abs)
                : Optional.empty();
    }

    /// What stays below an "at most" exceeds nothing.
    private static Optional<BigDecimal> excess(TargetRow row) {
        return distance(row, Set.of(TargetResult.Outcome.MET))
                .filter(_ -> row.gap().orElseThrow().signum() >= 0);
    }
}
