package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kz.esep.plan.Deadline;
import kz.esep.plan.OpeningEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        deadline   | year | record    | period  | shown | open  | expected
        every year | 2024 |           | 2024-Q4 | true  | true  | true
        every year | 2025 |           | 2024-Q4 | false | false | false
        every year | 2023 |           | 2024-Q4 | true  | false | false
        every year | 2023 | UNSETTLED | 2024-Q4 | true  | true  | true
        every year | 2023 | DONE      | 2024-Q4 | true  | false | false
        every year | 2023 | CLOSED    | 2024-Q4 | true  | false | false
        every year | 2024 |           | 2025-Q1 | true  | true  | true
        every year | 2024 | CLOSED    | 2024-Q4 | true  | false | false
        in year    | 2024 |           | 2024-Q1 | true  | true  | true
        in year    | 2025 |           | 2024-Q4 | true  | true  | true
        in year    | 2023 |           | 2024-Q4 | true  | true  | false
        in year    | 2023 | UNSETTLED | 2024-Q4 | true  | true  | true
        in year    | 2025 | DONE      | 2024-Q4 | true  | false | false
        range      | 2024 |           | 2024-Q4 | true  | true  | true
        range      | 2023 |           | 2024-Q4 | true  | false | false
        """)
    // spotless:on
    void saysWhatIsOpenAndWhatIsExpected(
            String deadline,
            int year,
            OpeningEntry.@Nullable Standing record,
            String period,
            boolean shown,
            boolean open,
            boolean expected) {
        Deadline due =
                switch (deadline) {
                    case "every year" -> new Deadline.EveryYear();
                    case "in year" -> new Deadline.InYear(year);
                    default -> new Deadline.YearRange(2022, 2024);
                };
        Case told = new Case().measure(1, "document", due).lead(1, year, "mz");
        if (record != null) {
            told.opening(1, year, "mz", record, "2023-12-01");
        }

        Reconciliation result = told.in(period);

        assertEquals(shown, !result.assessments().isEmpty());
        assertEquals(open, !result.open().isEmpty());
        assertEquals(expected, result.assessments().stream().anyMatch(Assessment::claimExpected));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        claim                                   | claimed | period  | open  | expected
        done 2024-09-01, document 5 2024-09-01  | 2024-Q3 | 2024-Q3 | true  | true
        done 2024-09-01, document 5 2024-09-01  | 2024-Q3 | 2024-Q4 | false | false
        done 2024-09-01                         | 2024-Q3 | 2024-Q4 | true  | true
        in progress                             | 2024-Q3 | 2024-Q4 | true  | true
        """)
    // spotless:on
    void aMeasureOfOneYearClosesOnceAnEarlierPeriodSettledIt(
            String claim, String claimed, String period, boolean open, boolean expected) {
        Reconciliation result =
                Case.document(2024)
                        .lead(1, 2024, "mz")
                        .sends("mz", claimed, "2024-10-08", Said.of(1, 2024, "mz", claim))
                        .in(period);

        assertEquals(open, !result.open().isEmpty());
        assertEquals(expected, result.assessments().getFirst().claimExpected());
    }

    @Test
    void aYearlyMeasureStaysOnTheFormOfItsOwnYearButNoClaimIsExpectedAnyMore() {
        Reconciliation result =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends(
                                "mz",
                                "2024-Q3",
                                "2024-10-08",
                                Said.of(1, 2024, "mz", "done 2024-09-01, information 5 2024-09-01"))
                        .in("2024-Q4");

        assertEquals(1, result.open().size());
        assertEquals(false, result.open().getFirst().claimExpected());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        year | period  | status    | mentioned by
        2023 | 2024-Q4 | NO_RECORD |
        2023 | 2024-Q4 | OVERDUE   | claim
        2023 | 2024-Q4 | OVERDUE   | opening record
        2023 | 2024-Q4 | OVERDUE   | decision
        2024 | 2024-Q4 | OVERDUE   |
        """)
    // spotless:on
    void whatNobodyMentionsFromBeforeControlHasNoRecord(
            int year, String period, Status status, @Nullable String mention) {
        Case told = Case.yearly("information").lead(1, year, "mz");
        switch (mention) {
            case "claim" ->
                    told.sends("mz", period, "2025-01-10", Said.of(1, year, "mz", "not started"));
            case "opening record" ->
                    told.opening(1, year, "mz", OpeningEntry.Standing.UNSETTLED, "");
            case "decision" -> told.decides(1, year, "mz", "return 2024-05-05");
            case null, default -> {}
        }

        assertEquals(
                List.of(status),
                told.in(period).assessments().stream()
                        .flatMap(assessed -> assessed.status().stream())
                        .toList());
    }

    @Test
    void volunteersAreOnTheFormButNothingIsExpectedOfThem() {
        Reconciliation result =
                Case.yearly("information").byAgreement(1, 2024, "fund").in("2024-Q4");

        assertEquals(1, result.open().size());
        assertEquals(false, result.open().getFirst().claimExpected());
        assertEquals(List.of(), result.timeliness());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        year | open  | expected
        2023 | false | false
        2024 | true  | true
        """)
    // spotless:on
    void aTargetOnlyYearAsksForAValueInItsOwnYear(int year, boolean open, boolean expected) {
        Reconciliation result = Case.document(2021).targetOnly(1, year, "mz").in("2024-Q4");

        assertEquals(open, !result.open().isEmpty());
        assertEquals(expected, result.assessments().getFirst().claimExpected());
    }
}
