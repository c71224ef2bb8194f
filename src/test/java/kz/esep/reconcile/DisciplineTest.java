package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisciplineTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        received         | as of            | quarter | days | law     | law days
        2025-01-10T23:59 | 2025-01-30       | ON_TIME | 0    | ON_TIME | 0
        2025-01-11T00:00 | 2025-01-30       | LATE    | 1    | ON_TIME | 0
        2025-01-20T23:59 | 2025-01-30       | LATE    | 10   | ON_TIME | 0
        2025-01-21T00:00 | 2025-01-30       | LATE    | 11   | LATE    | 1
                         | 2025-01-10T23:59 | AWAITED | 0    | AWAITED | 0
                         | 2025-01-11T00:00 | MISSING | 0    | AWAITED | 0
                         | 2025-01-20T23:59 | MISSING | 0    | AWAITED | 0
                         | 2025-01-21T00:00 | MISSING | 0    | MISSING | 0
        2025-01-12       | 2025-01-11       | MISSING | 0    | AWAITED | 0
        """)
    // spotless:on
    void judgesEachCycleByItself(
            @Nullable String received,
            String asOf,
            Timeliness.Standing quarter,
            long days,
            Timeliness.Standing law,
            long lawDays) {
        Case told = Case.yearly("information").lead(1, 2024, "mz");
        if (received != null) {
            told.sends("mz", "2024-Q4", received, Said.of(1, 2024, "mz", "in progress"));
        }

        List<Timeliness> cycles = told.in("2024-Q4", asOf).timeliness();

        assertEquals(
                List.of("quarter", "law"), cycles.stream().map(each -> each.cycle().id()).toList());
        assertEquals(List.of(quarter, law), cycles.stream().map(Timeliness::standing).toList());
        assertEquals(List.of(days, lawDays), cycles.stream().map(Timeliness::daysLate).toList());
        assertEquals(
                List.of("2024-Q4", "2024"),
                cycles.stream().map(each -> each.cyclePeriod().toString()).toList());
    }

    /// The quarter that ends a year or a half-year speaks for it; an earlier one does not.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        report of | sent for | received         | law     | days
        2024      | 2024-Q4  | 2025-01-20T23:59 | ON_TIME | 0
        2024      | 2024-Q4  | 2025-01-21T00:00 | LATE    | 1
        2024      | 2024     | 2025-01-20T23:59 | ON_TIME | 0
        2024      | 2024-Q3  | 2025-01-08       | MISSING | 0
        2024-H2   | 2024-Q4  | 2025-01-20T23:59 | ON_TIME | 0
        2024-Q4   | 2024-Q4  | 2025-01-20T23:59 | ON_TIME | 0
        """)
    // spotless:on
    void theLastQuarterSpeaksForTheYear(
            String report, String sent, String received, Timeliness.Standing law, long days) {
        Case told =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", sent, received, Said.of(1, 2024, "mz", "in progress"));

        Timeliness legal = told.in(report).timeliness().getLast();

        assertEquals("law", legal.cycle().id());
        assertEquals(law, legal.standing());
        assertEquals(days, legal.daysLate());
    }

    /// The information on a year judges nobody by one of its quarters.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        report of | cycles
        2024-Q3   | quarter
        2024-Q4   | quarter, law
        2024-H1   | quarter
        2024-H2   | law
        2024      | law
        """)
    // spotless:on
    void onlyCyclesAsLongAsTheReportAreJudged(String report, String cycles) {
        assertEquals(
                cycles,
                String.join(
                        ", ",
                        Case.yearly("information")
                                .lead(1, 2024, "mz")
                                .in(report)
                                .timeliness()
                                .stream()
                                .map(each -> each.cycle().id())
                                .toList()));
    }

    @Test
    void theFormOfAYearIsNoAnswerToAQuarter() {
        List<Timeliness> cycles =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024", "2025-01-09", Said.of(1, 2024, "mz", "in progress"))
                        .in("2024-Q4")
                        .timeliness();

        assertEquals(
                List.of(Timeliness.Standing.MISSING, Timeliness.Standing.ON_TIME),
                cycles.stream().map(Timeliness::standing).toList());
    }

    /// What an agency said in any quarter of the year was said in the year.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        report of | said for | not reported
        2024      | 2024-Q1  | false
        2024      | 2024-Q4  | false
        2024      | 2023-Q4  | true
        2024-H2   | 2024-Q3  | false
        2024-H2   | 2024-Q2  | true
        2024-Q4   | 2024-Q3  | true
        """)
    // spotless:on
    void whatWasSaidInAQuarterWasSaidInItsYear(String report, String said, boolean notReported) {
        Case told =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", said, "2025-01-08", Said.of(1, 2024, "mz", "in progress"));

        assertEquals(
                List.of(notReported),
                told.in(report).assessments().stream()
                        .filter(unit -> unit.obligation().year() == 2024)
                        .map(Assessment::notReported)
                        .toList());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        letters count | letter     | standing | counted
        false         | 2025-01-10 | LATE     | 2025-01-11
        true          | 2025-01-10 | ON_TIME  | 2025-01-10
        true          |            | LATE     | 2025-01-11
        true          | 2025-01-12 | LATE     | 2025-01-11
        """)
    // spotless:on
    void theLettersDayCountsWhereThePlanSaysSo(
            boolean letters,
            @Nullable LocalDate letter,
            Timeliness.Standing standing,
            LocalDate counted) {
        Case told = Case.yearly("information").lead(1, 2024, "mz");
        if (letters) {
            told.lettersCount();
        }
        told.sends("mz", "2024-Q4", "2025-01-11", Optional.ofNullable(letter));

        Timeliness quarter = told.in("2024-Q4").timeliness().getFirst();

        assertEquals(standing, quarter.standing());
        assertEquals(Optional.of(counted), quarter.counted());
        assertEquals(Optional.ofNullable(letter), quarter.letterDate());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        days off              | received         | quarter due | quarter | days | law due    | law     | law days
        ''                    | 2025-01-10T23:59 | 2025-01-10  | ON_TIME | 0    | 2025-01-20 | ON_TIME | 0
        ''                    | 2025-01-11T00:00 | 2025-01-10  | LATE    | 1    | 2025-01-20 | ON_TIME | 0
        2025-01-10            | 2025-01-13T23:59 | 2025-01-13  | ON_TIME | 0    | 2025-01-20 | ON_TIME | 0
        2025-01-10            | 2025-01-14T00:00 | 2025-01-13  | LATE    | 1    | 2025-01-20 | ON_TIME | 0
        2025-01-10 2025-01-20 | 2025-01-21T23:59 | 2025-01-13  | LATE    | 8    | 2025-01-21 | ON_TIME | 0
        2025-01-20            | 2025-01-22T00:00 | 2025-01-10  | LATE    | 12   | 2025-01-21 | LATE    | 1
        2025-01-10/2025-01-11 | 2025-01-11T23:59 | 2025-01-11  | ON_TIME | 0    | 2025-01-20 | ON_TIME | 0
        2025-01-10/2025-01-11 | 2025-01-12T00:00 | 2025-01-11  | LATE    | 1    | 2025-01-20 | ON_TIME | 0
        2025-01-10/2025-01-12 | 2025-01-12T23:59 | 2025-01-12  | ON_TIME | 0    | 2025-01-20 | ON_TIME | 0
        2025-01-20/2025-01-25 | 2025-01-21T23:59 | 2025-01-10  | LATE    | 11   | 2025-01-21 | ON_TIME | 0
        2025-01-20/2025-01-25 | 2025-01-22T00:00 | 2025-01-10  | LATE    | 12   | 2025-01-21 | LATE    | 1
        """)
    // spotless:on
    void aDueDateOnADayOffMovesToTheNextWorkingDayWhereThePlanSaysSo(
            String daysOff,
            String received,
            LocalDate quarterDue,
            Timeliness.Standing quarter,
            long days,
            LocalDate lawDue,
            Timeliness.Standing law,
            long lawDays) {
        List<Timeliness> cycles =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .movesDueDates(daysOff)
                        .sends("mz", "2024-Q4", received)
                        .in("2024-Q4")
                        .timeliness();

        assertEquals(List.of(quarterDue, lawDue), cycles.stream().map(Timeliness::due).toList());
        assertEquals(List.of(quarter, law), cycles.stream().map(Timeliness::standing).toList());
        assertEquals(List.of(days, lawDays), cycles.stream().map(Timeliness::daysLate).toList());
    }

    @Test
    void theFirstSubmissionCountsAndACorrectionMakesNobodyLate() {
        Timeliness quarter =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q4", "2025-01-15")
                        .sends("mz", "2024-Q4", "2025-01-09")
                        .in("2024-Q4")
                        .timeliness()
                        .getFirst();

        assertEquals(Timeliness.Standing.ON_TIME, quarter.standing());
        assertEquals(2, quarter.received().orElseThrow().line());
    }

    @Test
    void aQuarterInsideTheYearCompletesNoLegalCycle() {
        List<Timeliness> cycles =
                Case.yearly("information").lead(1, 2024, "mz").in("2024-Q3").timeliness();

        assertEquals(List.of("quarter"), cycles.stream().map(each -> each.cycle().id()).toList());
        assertEquals(LocalDate.of(2024, 10, 10), cycles.getFirst().due());
    }

    @Test
    void anotherPeriodsFileIsNoAnswer() {
        Timeliness quarter =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q3", "2024-10-09", Said.of(1, 2024, "mz", "in progress"))
                        .in("2024-Q4")
                        .timeliness()
                        .getFirst();

        assertEquals(Timeliness.Standing.MISSING, quarter.standing());
    }
}
