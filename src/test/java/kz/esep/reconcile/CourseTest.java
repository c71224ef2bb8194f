package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
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
        List<Reconciliation> seen = Course.upTo(now).toList();

        assertEquals(
                course,
                seen.stream()
                        .map(each ->
                                each.facts().period()
                                        + " "
                                        + each.assessments()
                                                .getLast()
                                                .status()
                                                .map(Status::name)
                                                .orElse("none"))
                        .collect(Collectors.joining(", ")));
        seen.stream()
                .filter(each -> each.facts().period().equals(now.facts().period()))
                .forEach(each -> assertSame(now, each));
    }
}
