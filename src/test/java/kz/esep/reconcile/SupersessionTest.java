package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import kz.esep.findings.Finding;
import kz.esep.intake.Claim;
import kz.esep.plan.Executor;
import kz.esep.plan.Obligation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupersessionTest {

    private static final String DONE = "done 2024-09-01, information 5 2024-09-01";

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        first    | first says    | then     | then says     | status       | stands | findings
        2024-Q3  | DONE          | 2024-Q4  | in progress   | DONE_ON_TIME | 1      | CLAIM_UNDOES_DONE
        2024-Q3  | DONE          | 2024-Q4  | not started   | DONE_ON_TIME | 1      | CLAIM_UNDOES_DONE
        2024-Q3  | DONE          | 2024-Q4  | value 80      | DONE_ON_TIME | 1      | ''
        2024-Q3  | DONE          | 2024-Q4  | done          | DONE_ON_TIME | 1      | ''
        2024-Q3  | DONE          | 2024-Q4  | DONE          | DONE_ON_TIME | 2      | ''
        2024-Q3  | DONE          | 2024-Q4  | withdrawn     | OVERDUE      | 2      | DONE_WITHDRAWN
        2024-Q3  | done          | 2024-Q4  | in progress   | OVERDUE      | 2      | ''
        2024-Q3  | in progress   | 2024-Q4  | DONE          | DONE_ON_TIME | 2      | ''
        2024-Q3  | in progress   | 2024-Q4  | withdrawn     | OVERDUE      | 2      | ''
        2024-Q4  | DONE          | 2024-Q4  | in progress   | OVERDUE      | 2      | ''
        2024-Q4  | in progress   | 2024-Q4  | DONE          | DONE_ON_TIME | 2      | ''
        2024-Q4  | DONE          | 2024-Q3  | in progress   | DONE_ON_TIME | 1      | ''
        2024-Q4  | in progress   | 2024-Q3  | DONE          | DONE_ON_TIME | 2      | CLAIM_UNDOES_DONE
        2024-Q4  | done          | 2024-Q3  | not started   | UNCONFIRMED  | 1      | ''
        2024-Q4  | in progress   | 2024-Q3  | done          | OVERDUE      | 1      | ''
        2024-Q3  | done          | 2024-Q4  | value 80      | UNCONFIRMED  | 1      | ''
        2024-Q3  | done          | 2024-Q4  | work          | OVERDUE      | 2      | ''
        2024-Q3  | value 80      | 2024-Q4  | value 81      | OVERDUE      | 2      | ''
        2024-Q3  | value 80      | 2024-Q4  | done          | UNCONFIRMED  | 2      | ''
        """)
    // spotless:on
    void theLaterClaimStandsUnlessAnEarlierPeriodProvedItDone(
            String first,
            String firstSays,
            String then,
            String thenSays,
            Status status,
            int stands,
            String findings) {
        Reconciliation result =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", first, "2025-01-08", claim(firstSays))
                        .sends("mz", then, "2025-01-09", claim(thenSays))
                        .in("2024-Q4");
        Assessment assessed = result.assessments().getFirst();

        assertEquals(status, assessed.status().orElseThrow());
        assertEquals(stands, assessed.claim().orElseThrow().received().line());
        assertEquals(findings, codes(result));
        assertEquals(2, result.fates().deciding().size() + result.fates().supersededBy().size());
    }

    /// A correction of an earlier quarter that comes after the later one tells of an earlier day.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        third, corrected in February | fourth, of January    | status      | stands | value
        not started, value 40        | in progress, value 80 | IN_PROGRESS | 1      | 1
        not started, value 40        | in progress           | IN_PROGRESS | 1      | 2
        in progress, value 40        | value 80              | IN_PROGRESS | 2      | 1
        """)
    // spotless:on
    void aLateCorrectionOfAnEarlierPeriodDoesNotSpeakForTheLaterOne(
            String third, String fourth, Status status, int stands, int valued) {
        Assessment assessed =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .decides(1, 2024, "mz", "extend 2024-12-01 to 2025-06-30")
                        .sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mz", fourth))
                        .sends("mz", "2024-Q3", "2025-02-05", Said.of(1, 2024, "mz", third))
                        .in("2024-Q4")
                        .assessments()
                        .getFirst();

        assertEquals(status, assessed.status().orElseThrow());
        assertEquals(stands, assessed.claim().orElseThrow().received().line());
        assertEquals(valued, assessed.grounds().valued().orElseThrow().received().line());
    }

    /// The legal form of a year tells of its last day, and so of the quarter that ends on it.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        form    | report  | rule | carried
        2024    | 2024-Q4 | C6   | false
        2024    | 2024    | C6   | false
        2024-H2 | 2024-Q4 | C6   | false
        2024-H1 | 2024-Q4 | C7   | true
        2024-Q3 | 2024-Q4 | C7   | true
        """)
    // spotless:on
    void theFormOfAYearSpeaksForItsLastQuarter(
            String form, String report, Rule rule, boolean carried) {
        Reconciliation result =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", form, "2025-01-09", claim("in progress"))
                        .in(report);
        Assessment assessed = result.assessments().getFirst();

        assertEquals(rule, assessed.rule());
        assertEquals(carried, assessed.carried());
        assertEquals(rule, Trial.of(assessed, result.facts()).rule());
    }

    @Test
    void aReturnedCompletionNoLongerStandsAgainstALaterClaim() {
        Assessment assessed =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q3", "2024-10-09", claim("DONE"))
                        .decides(1, 2024, "mz", "return 2024-11-01")
                        .sends("mz", "2024-Q4", "2025-01-09", claim("in progress"))
                        .in("2024-Q4")
                        .assessments()
                        .getFirst();

        assertEquals(Rule.C6, assessed.rule());
        assertEquals(2, assessed.claim().orElseThrow().received().line());
    }

    @Test
    void theOrderOfReceiptDecidesAndThenTheLedgersLine() {
        Case told =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q4", "2025-01-10T10:00", claim("in progress"))
                        .sends("mz", "2024-Q4", "2025-01-10T09:00", claim("not started"))
                        .sends("mz", "2024-Q4", "2025-01-10T10:00", claim("DONE"));

        Reconciliation result = told.in("2024-Q4");

        assertEquals(3, result.assessments().getFirst().claim().orElseThrow().received().line());
        assertEquals("CLAIMS_IN_CONFLICT", codes(result));
        assertEquals(
                "mz/1.xlsx, Есеп!L10", result.findings().getFirst().arguments().get("otherPlace"));
    }

    @Test
    void twoFilesReceivedTogetherThatSayTheSameAreNoConflict() {
        Reconciliation result =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q4", "2025-01-10T10:00", claim("DONE"))
                        .sends("mz", "2024-Q4", "2025-01-10T10:00", claim("DONE"))
                        .in("2024-Q4");

        assertEquals("", codes(result));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        as of            | rule
        2025-01-10T09:59 | C7
        2025-01-10T10:00 | C1
        """)
    // spotless:on
    void whatCameAfterAsOfDoesNotExist(String asOf, Rule rule) {
        Assessment assessed =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q4", "2025-01-10T10:00", claim("DONE"))
                        .in("2024-Q4", asOf)
                        .assessments()
                        .getFirst();

        assertEquals(rule, assessed.rule());
    }

    @Test
    void aLaterPeriodsFileSaysNothingOfThisPeriod() {
        Reconciliation result =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2025-Q1", "2025-04-10", claim("DONE"))
                        .in("2024-Q4");

        assertEquals(Rule.C7, result.assessments().getFirst().rule());
        assertEquals(List.of(), result.fates().deciding());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        measure | year | sender | row of | deciding | without | finding
        1       | 2024 | mz     | mz     | 1        | 0       | ''
        1       | 2022 | mz     | mz     | 0        | 1       | CLAIM_WITHOUT_OBLIGATION
        9       | 2024 | mz     | mz     | 0        | 1       | CLAIM_WITHOUT_OBLIGATION
        1       | 2024 | mp     | mp     | 0        | 1       | CLAIM_WITHOUT_OBLIGATION
        1       | 2024 | mp     | mz     | 0        | 1       | CLAIM_FOR_ANOTHER_AGENCY
        1       | 2024 | mio    | mio    | 0        | 1       | CLAIM_WITHOUT_OBLIGATION
        1       | 2024 | abai   | abai   | 1        | 0       | ''
        1       | 2024 | abai   | mio    | 0        | 1       | CLAIM_WITHOUT_OBLIGATION
        2       | 2023 | mks    | mks    | 1        | 0       | ''
        2       | 2023 | mts    | mts    | 1        | 0       | ''
        2       | 2023 | mts    | mks    | 1        | 0       | ''
        2       | 2023 | mp     | mp     | 1        | 0       | ''
        """)
    // spotless:on
    void aClaimFindsItsObligationByAnyOfItsAgencysNames(
            int measure,
            int year,
            String sender,
            String named,
            int deciding,
            int without,
            String finding) {
        Case told =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .regions(1, 2024, Executor.Role.CO_EXECUTOR, "abai", "akmola")
                        .measure(2, "information", new kz.esep.plan.Deadline.EveryYear())
                        .owes(succeeded())
                        .sends(
                                sender,
                                "2024-Q4",
                                "2025-01-09",
                                Said.of(measure, year, named, "not started"));

        Reconciliation result = told.in("2024-Q4");

        assertEquals(deciding, result.fates().deciding().size());
        assertEquals(without, result.fates().withoutObligation().size());
        assertEquals(finding, codes(result));
    }

    /// Named mks and mp, held by mks in its time, answered for by mts.
    private static Obligation succeeded() {
        return new Obligation(
                2,
                2023,
                "mks",
                "mks",
                "mts",
                Set.of("mp"),
                Executor.Role.LEAD,
                java.time.LocalDate.of(2023, 12, 31),
                java.util.Optional.empty(),
                false,
                false);
    }

    @Test
    void everyClaimEndsAsExactlyOneOfThree() {
        Reconciliation result =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .coExecutor(1, 2024, "mp")
                        .sends("mz", "2024-Q2", "2024-07-08", claim("in progress"))
                        .sends("mz", "2024-Q3", "2024-10-08", claim("DONE"))
                        .sends("mz", "2024-Q4", "2025-01-08", claim("value 80"))
                        .sends(
                                "mp",
                                "2024-Q4",
                                "2025-01-09",
                                Said.of(1, 2024, "mp", "not started"),
                                Said.of(7, 2024, "mp", "not started"))
                        .in("2024-Q4");

        Reconciliation.Fates fates = result.fates();
        assertEquals(3, fates.deciding().size());
        assertEquals(1, fates.supersededBy().size());
        assertEquals(1, fates.withoutObligation().size());
        assertTrue(fates.supersededBy().values().stream().allMatch(fates.deciding()::contains));
    }

    private static Claim claim(String words) {
        return Said.of(1, 2024, "mz", words.equals("DONE") ? DONE : words);
    }

    private static String codes(Reconciliation result) {
        return String.join(
                ", ", result.findings().stream().map(Finding::code).map(Enum::name).toList());
    }
}
