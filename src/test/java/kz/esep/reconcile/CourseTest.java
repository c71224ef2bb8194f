package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.esep.plan.Deadline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {

    /// Quarter by quarter since control began in 2024, each with the knowledge of today.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        report of | course
        2023-Q4   | ''
        2024-Q1   | 2024-Q1 IN_PROGRESS
        2024-Q3   | 2024-Q1 IN_PROGRESS, 2024-Q2 DONE_ON_TIME, 2024-Q3 DONE_ON_TIME
        2024-H1   | 2024-Q1 IN_PROGRESS, 2024-Q2 DONE_ON_TIME
        """)
    // spotless:on
    void goesFromTheFirstPeriodUnderControlToTheReports(String report, String course) {
        Reconciliation now =
                new Case()
                        .prints("mz", "ДСМ", "МЗ")
                        .measure(1, "information", new Deadline.EveryYear())
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q1", "2024-04-08", Said.of(1, 2024, "mz", "in progress"))
                        .sends(
                                "mz",
                                "2024-Q2",
                                "2024-07-08",
                                Said.of(1, 2024, "mz", "done 2024-06-01, information 5 2024-06-02"))
                        .in(report);
        List<Course.Stretch> seen = Course.upTo(now);

        assertEquals(
                course,
                seen.stream()
                        .map(each ->
                                each.period()
                                        + " "
                                        + each.statuses().keySet().stream()
                                                .map(Status::name)
                                                .collect(Collectors.joining()))
                        .collect(Collectors.joining(", ")));
    }

    /// Every period's statuses are those that its own whole reconciliation would give.
    @ParameterizedTest
    @CsvSource({"2024-Q4, 4", "2025-Q2, 6", "2025, 8"})
    void judgesEachPeriodAsAReconciliationOfItsOwnWould(String report, int periods) {
        Facts facts =
                new Case()
                        .prints("mz", "ДСМ", "МЗ")
                        .prints("mtszn", "ЕХӘҚМ", "МТСЗН")
                        .measure(1, "information", new Deadline.EveryYear())
                        .lead(1, 2024, "mz")
                        .lead(1, 2025, "mz")
                        .measure(2, "document", new Deadline.InYear(2025))
                        .lead(2, 2025, "mtszn")
                        .sends("mz", "2024-Q1", "2024-04-08", Said.of(1, 2024, "mz", "in progress"))
                        .sends(
                                "mz",
                                "2024-Q2",
                                "2024-07-08",
                                Said.of(1, 2024, "mz", "done 2024-06-01, information 5 2024-06-02"))
                        .sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mz", "withdrawn"))
                        .sends(
                                "mtszn",
                                "2024-Q3",
                                "2024-10-08",
                                Said.of(2, 2025, "mtszn", "done 2024-09-01, document 7 2024-09-02"))
                        .sends(
                                "mz",
                                "2025-Q1",
                                "2025-04-08",
                                Said.of(1, 2024, "mz", "done 2025-02-01, information 6 2025-02-02"),
                                Said.of(1, 2025, "mz", "in progress"))
                        .facts(report, "2026-01-31");
        ClaimsByYear claims = ClaimsByYear.of(facts.files());
        List<Course.Stretch> seen = Course.upTo(Reconciler.reconcile(facts));

        for (Course.Stretch each : seen) {
            List<Assessment> own =
                    Reconciler.reconcile(facts.with(each.period())).assessments().stream()
                            .filter(one -> one.obligation().year() == each.period().year())
                            .toList();
            assertEquals(
                    own.stream().map(CourseTest::told).toList(),
                    Reconciler.ofItsYear(facts.with(each.period()), claims.of(each.period().year()))
                            .stream()
                            .map(CourseTest::told)
                            .toList());
            assertEquals(
                    own.stream()
                            .map(one -> one.status().orElseThrow())
                            .collect(
                                    Collectors.groupingBy(status -> status, Collectors.counting())),
                    each.statuses().entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey, count -> (long) count.getValue())));
        }
        assertEquals(periods, seen.size());
    }

    private static String told(Assessment one) {
        return one.obligation().key() + " " + one.status() + " " + one.rule() + " " + one.claim();
    }
}
