package kz.esep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.esep.plan.Period;
import kz.esep.reconcile.Reconciliation;
import kz.esep.reconcile.Status;
import kz.esep.reconcile.TargetResult;
import org.junit.jupiter.api.Test;

class ChartsTest {

    private static final Reconciliation WHOLE = Samples.whole();
    private static final Reports REPORTS = Reports.of(WHOLE, Samples.provenance());
    private static final Charts CHARTS = REPORTS.charts();

    @Test
    void followsThePeriodsSinceControlBegan() {
        assertThat(CHARTS.course())
                .extracting(CoursePoint::period)
                .containsExactly(
                        Period.quarter(2024, 1),
                        Period.quarter(2024, 2),
                        Period.quarter(2024, 3),
                        Period.quarter(2024, 4));
    }

    @Test
    void endsWithTheReportsOwnFigures() {
        CoursePoint last = CHARTS.course().getLast();

        assertThat(last.obligations()).isEqualTo(REPORTS.consolidated().summary().obligations());
        assertThat(last.done())
                .isEqualTo(
                        last.obligations().of(Status.DONE_ON_TIME)
                                + last.obligations().of(Status.DONE_LATE))
                .isPositive();
    }

    /// The only workbooks of the samples are for the fourth quarter: nobody had reported before.
    @Test
    void judgesAnEarlierPeriodByWhatWasReportedForIt() {
        CoursePoint third = CHARTS.course().get(2);

        assertThat(third.obligations().of(Status.OVERDUE)).isZero();
        assertThat(third.obligations().of(Status.NOT_REPORTED)).isPositive();
        assertThat(third.obligations().total())
                .isEqualTo(CHARTS.course().getLast().obligations().total());
    }

    @Test
    void namesAllSectionsThatStandOut() {
        List<SectionRow> sections = REPORTS.consolidated().sections();
        Peak<SectionRow, Integer> peak = CHARTS.mostOverdue().orElseThrow();

        assertThat(sections)
                .extracting(row -> row.statuses().of(Status.OVERDUE))
                .allMatch(count -> count <= peak.value());
        assertThat(peak.holders())
                .isEqualTo(
                        sections.stream()
                                .filter(row -> row.statuses().of(Status.OVERDUE) == peak.value())
                                .toList());
    }

    @Test
    void callsNothingTheMostWhereThereIsNone() {
        List<SectionRow> sections = REPORTS.consolidated().sections();

        assertThat(Peak.highest(sections, _ -> Optional.<Integer>empty())).isEmpty();
    }

    @Test
    void findsTheTargetsFurthestFromTheirActuals() {
        List<TargetRow> targets =
                List.of(
                        target(1, TargetResult.Outcome.NOT_MET, "-3.7"),
                        target(2, TargetResult.Outcome.PARTLY_MET, "-0.1"),
                        target(3, TargetResult.Outcome.MET, "1"),
                        target(4, TargetResult.Outcome.MET, "1.0"),
                        target(6, TargetResult.Outcome.MET, "-2.5"),
                        target(5, TargetResult.Outcome.NO_DATA, "-90"));

        Charts charts = Charts.of(List.of(), targets, List.of(), CHARTS.regions());

        assertThat(charts.below())
                .contains(new Peak<>(new BigDecimal("3.7"), List.of(targets.getFirst())));
        assertThat(charts.above().orElseThrow().holders()).isEqualTo(targets.subList(2, 4));
    }

    private static TargetRow target(int asked, TargetResult.Outcome outcome, String gap) {
        return new TargetRow(
                REPORTS.consolidated().targets().getFirst().measure(),
                2024,
                outcome,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(gap)),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                0,
                asked,
                List.of(),
                List.of());
    }

    @Test
    void setsTheTwentyRegionsSideBySide() {
        RegionTable regions = CHARTS.regions();

        assertThat(regions.rows()).hasSize(20);
        assertThat(regions.measures()).isNotEmpty();
        assertThat(regions.rows())
                .allSatisfy(row -> {
                    assertThat(row.statuses()).hasSameSizeAs(regions.measures());
                    assertThat(row.values()).hasSameSizeAs(regions.indicators());
                });
    }

    /// Each status of the heat table is counted in the region's own figures.
    @Test
    void agreesWithTheFiguresOfEachRegion() {
        for (RegionTable.Row row : CHARTS.regions().rows()) {
            assertThat(Tally.countingKnown(row.statuses().stream()))
                    .as(row.figures().id())
                    .isEqualTo(row.figures().statuses());
        }
    }

    @Test
    void ranksTheRegionsByTheirShareOfDoneObligations() {
        RegionTable regions = CHARTS.regions();

        assertThat(regions.rows())
                .extracting(row -> row.figures().index().thisYear().donePercent().orElseThrow())
                .allMatch(share -> share.compareTo(regions.best().orElseThrow().value()) <= 0)
                .allMatch(share -> share.compareTo(regions.worst().orElseThrow().value()) >= 0);
    }
}
