package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.plan.Deadline;
import kz.esep.plan.Executor;
import kz.esep.plan.Measure;
import kz.esep.plan.OpeningEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollUpTest {

    private static final String DONE = "done 2024-09-01, document 5 2024-09-01";

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        policy | lead mz says | mp says     | fund says | status       | rule    | done | counted
        LEAD   | DONE         | in progress | silent    | DONE_ON_TIME | A1_LEAD | 1    | 2
        LEAD   | DONE         | silent      | silent    | DONE_ON_TIME | A1_LEAD | 1    | 2
        LEAD   | done         | DONE        | silent    | UNCONFIRMED  | A1_LEAD | 1    | 2
        LEAD   | silent       | DONE        | DONE      | OVERDUE      | A1_LEAD | 1    | 2
        ALL    | DONE         | in progress | silent    | OVERDUE      | A1_ALL  | 1    | 2
        ALL    | DONE         | done        | silent    | UNCONFIRMED  | A1_ALL  | 1    | 2
        ALL    | DONE         | DONE        | silent    | DONE_ON_TIME | A1_ALL  | 2    | 2
        ALL    | DONE         | off         | silent    | DONE_ON_TIME | A1_ALL  | 1    | 1
        ALL    | off          | off         | silent    | CLOSED       | A1_ALL  | 0    | 0
        ANY    | silent       | DONE        | silent    | DONE_ON_TIME | A1_ANY  | 1    | 2
        ANY    | DONE         | DONE        | silent    | DONE_ON_TIME | A1_ANY  | 2    | 2
        ANY    | done         | silent      | DONE      | OVERDUE      | A1_ANY  | 0    | 2
        """)
    // spotless:on
    void thePolicySaysWhoseStatusCounts(
            Measure.AggregationPolicy policy,
            String mz,
            String mp,
            String fund,
            Status status,
            Rule rule,
            int done,
            int counted) {
        Case told =
                new Case()
                        .measure(
                                1,
                                1,
                                "document",
                                new Deadline.EveryYear(),
                                Optional.empty(),
                                Optional.of(policy))
                        .coExecutor(1, 2024, "mp")
                        .byAgreement(1, 2024, "fund")
                        .lead(1, 2024, "mz");
        says(told, "mz", mz);
        says(told, "mp", mp);
        says(told, "fund", fund);

        MeasureResult result = told.in("2024-Q4").measures().getFirst();

        assertEquals(Optional.of(status), result.status());
        assertEquals(rule, result.rule());
        assertEquals(done, result.doneUnits());
        assertEquals(counted, result.countedUnits());
        assertEquals("mz", result.units().getFirst().obligation().holder());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        abai says | akmola says | mz says | status       | rule | done
        DONE      | DONE        | silent  | DONE_ON_TIME | A3   | 2
        DONE      | done        | DONE    | UNCONFIRMED  | A3   | 2
        DONE      | silent      | DONE    | OVERDUE      | A3   | 2
        DONE      | off         | silent  | DONE_ON_TIME | A3   | 1
        """)
    // spotless:on
    void aGroupThatLeadsIsAsGoodAsItsWorstMember(
            String abai, String akmola, String mz, Status status, Rule rule, int done) {
        Case told =
                Case.yearly("document")
                        .regions(1, 2024, Executor.Role.LEAD, "abai", "akmola")
                        .coExecutor(1, 2024, "mz");
        says(told, "abai", abai);
        says(told, "akmola", akmola);
        says(told, "mz", mz);

        MeasureResult result = told.in("2024-Q4").measures().getFirst();

        assertEquals(Optional.of(status), result.status());
        assertEquals(rule, result.rule());
        assertEquals(done, result.doneUnits());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        policy | lead mz says | mp says     | akmola says | findings
        LEAD   | DONE         | in progress | silent      | LEAD_DONE_EXECUTOR_NOT mp/2.xlsx
        LEAD   | DONE         | DONE        | not started | LEAD_DONE_EXECUTOR_NOT akmola/3.xlsx
        LEAD   | in progress  | DONE        | silent      | EXECUTOR_DONE_LEAD_NOT mp/2.xlsx
        LEAD   | done         | not started | silent      | LEAD_DONE_EXECUTOR_NOT mp/2.xlsx
        LEAD   | DONE         | value 80    | silent      | ''
        LEAD   | silent       | DONE        | silent      | ''
        LEAD   | in progress  | not started | silent      | ''
        ANY    | DONE         | in progress | silent      | LEAD_DONE_EXECUTOR_NOT mp/2.xlsx
        ALL    | DONE         | in progress | silent      | ''
        """)
    // spotless:on
    void quotesBothSidesOfADisagreement(
            Measure.AggregationPolicy policy,
            String mz,
            String mp,
            String akmola,
            String findings) {
        Case told =
                new Case()
                        .measure(
                                1,
                                1,
                                "document",
                                new Deadline.EveryYear(),
                                Optional.empty(),
                                Optional.of(policy))
                        .lead(1, 2024, "mz")
                        .coExecutor(1, 2024, "mp")
                        .regions(1, 2024, Executor.Role.CO_EXECUTOR, "akmola");
        says(told, "mz", mz, true);
        says(told, "mp", mp, true);
        says(told, "akmola", akmola, true);

        List<Finding> found = told.in("2024-Q4").findings();

        assertEquals(
                findings,
                String.join(
                        ", ",
                        found.stream()
                                .map(finding -> finding.code() + " " + finding.place().file())
                                .toList()));
        found.forEach(finding ->
                assertEquals("mz/1.xlsx, Есеп!L10", finding.arguments().get("leadPlace")));
    }

    @Test
    void aVolunteerNeverDisagrees() {
        Case told = Case.yearly("document").lead(1, 2024, "mz").byAgreement(1, 2024, "fund");
        says(told, "mz", "DONE");
        says(told, "fund", "not started");

        assertEquals(List.of(), told.in("2024-Q4").findings());
    }

    @Test
    void ofAGroupThatLeadsTheUndoneMemberIsQuoted() {
        Case told =
                Case.yearly("document")
                        .regions(1, 2024, Executor.Role.LEAD, "abai", "akmola")
                        .coExecutor(1, 2024, "mz");
        says(told, "abai", "DONE");
        says(told, "akmola", "not started");
        says(told, "mz", "DONE");

        List<Finding> found = told.in("2024-Q4").findings();

        assertEquals(1, found.size());
        assertEquals(FindingCode.EXECUTOR_DONE_LEAD_NOT, found.getFirst().code());
        assertEquals("akmola/2.xlsx, Есеп!L10", found.getFirst().arguments().get("leadPlace"));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        years            | period  | year | status       | rule    | arrears | no record
        2022, 2023, 2024 | 2024-Q4 | 2024 | OVERDUE      | A1_LEAD | 2023    | 1
        2022, 2023       | 2024-Q4 | 2023 | OVERDUE      | A1_LEAD |         | 1
        2022             | 2024-Q4 | 2022 | NO_RECORD    | A1_LEAD |         | 1
        2025             | 2024-Q4 | 2025 | NOT_REPORTED | A1_LEAD |         | 0
        2023, 2024       | 2025-Q1 | 2024 | OVERDUE      | A1_LEAD | 2023    | 0
        """)
    // spotless:on
    void theYearIsThePeriodsOrTheLastDueOneAndWhatIsUnsettledBeforeIsArrears(
            String years,
            String period,
            int year,
            Status status,
            Rule rule,
            @Nullable Integer arrears,
            int noRecord) {
        Case told =
                new Case()
                        .measure(1, "document", new Deadline.InYear(2025))
                        .opening(1, 2023, "mz", OpeningEntry.Standing.UNSETTLED, "");
        for (String each : years.split(", ", -1)) {
            told.lead(1, Integer.parseInt(each), "mz");
        }

        MeasureResult result = told.in(period).measures().getFirst();

        assertEquals(Optional.of(year), result.year());
        assertEquals(Optional.of(status), result.status());
        assertEquals(rule, result.rule());
        assertEquals(
                Optional.ofNullable(arrears).stream().toList(),
                result.arrears().stream().map(unit -> unit.obligation().year()).toList());
        assertEquals(noRecord, result.noRecord().size());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        2023 is   | arrears
        DONE      | 0
        CLOSED    | 0
        UNSETTLED | 1
        """)
    // spotless:on
    void whatIsSettledIsNoArrears(OpeningEntry.Standing standing, int arrears) {
        MeasureResult result =
                Case.yearly("document")
                        .lead(1, 2023, "mz")
                        .lead(1, 2024, "mz")
                        .opening(1, 2023, "mz", standing, "2023-11-01")
                        .in("2024-Q4")
                        .measures()
                        .getFirst();

        assertEquals(arrears, result.arrears().size());
    }

    @Test
    void aTargetOnlyYearShowsNoStatusOfAnOlderYear() {
        MeasureResult result =
                Case.document(2021)
                        .lead(1, 2021, "mz")
                        .targetOnly(1, 2024, "mz")
                        .in("2024-Q4")
                        .measures()
                        .getFirst();

        assertEquals(Optional.of(2024), result.year());
        assertEquals(Optional.empty(), result.status());
        assertEquals(Rule.U4, result.rule());
        assertEquals(1, result.noRecord().size());
    }

    @Test
    void aMeasureThatTheSourceCutsOffIsShownAndNotScored() {
        MeasureResult result =
                new Case()
                        .measure(90, "", new Deadline.EveryYear())
                        .in("2024-Q4")
                        .measures()
                        .getFirst();

        assertEquals(Optional.empty(), result.status());
        assertEquals(Optional.empty(), result.year());
        assertEquals(Rule.INCOMPLETE, result.rule());
    }

    /// Nobody is blamed for a lead that only agreed to help: then all that are obliged count.
    @Test
    void whereTheLeadTakesPartByAgreementEveryObligedUnitCounts() {
        Case told =
                Case.yearly("document")
                        .byAgreement(1, 2024, "fund")
                        .coExecutor(1, 2024, "mz")
                        .coExecutor(1, 2024, "mp");
        says(told, "mz", "DONE");

        MeasureResult result = told.in("2024-Q4").measures().getFirst();

        assertEquals(Optional.of(Status.OVERDUE), result.status());
        assertEquals(Rule.A1_ALL, result.rule());
    }

    /// For a group that leads, a member speaks that said something.
    @Test
    void aSilentMemberOfTheLeadingGroupContradictsNobody() {
        Case told =
                Case.yearly("document")
                        .regions(1, 2024, kz.esep.plan.Executor.Role.LEAD, "abai", "akmola")
                        .coExecutor(1, 2024, "mp");
        says(told, "akmola", "DONE");
        says(told, "mp", "not started");

        assertEquals(
                List.of("LEAD_DONE_EXECUTOR_NOT"),
                told.in("2024-Q4").findings().stream()
                        .map(finding -> finding.code().name())
                        .toList());
    }

    @Test
    void volunteersAloneGiveAMeasureNoStatus() {
        Case told = Case.yearly("document").byAgreement(1, 2024, "fund");
        says(told, "fund", "DONE");

        MeasureResult result = told.in("2024-Q4").measures().getFirst();

        assertEquals(Optional.empty(), result.status());
        assertEquals(Rule.U7, result.rule());
        assertEquals(0, result.countedUnits());
        assertEquals(Optional.of(Status.DONE_ON_TIME), result.units().getFirst().status());
    }

    private static void says(Case told, String agency, String words) {
        says(told, agency, words, false);
    }

    /// @param always sends a file without rows where the agency is silent
    private static void says(Case told, String agency, String words, boolean always) {
        switch (words) {
            case "silent" -> {
                if (always) {
                    told.sends(agency, "2024-Q4", "2025-01-09");
                }
            }
            case "off" -> told.decides(1, 2024, agency, "off 2024-12-01");
            default ->
                    told.sends(
                            agency,
                            "2024-Q4",
                            "2025-01-09",
                            Said.of(1, 2024, agency, words.equals("DONE") ? DONE : words));
        }
    }
}
