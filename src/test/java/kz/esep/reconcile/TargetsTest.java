package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import kz.esep.plan.Executor;
import kz.esep.plan.Indicator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        direction | said              | outcome    | actual   | gap
        AT_LEAST  | value 80          | MET        | 80.0000  | 0.0000
        AT_LEAST  | value 79.9        | PARTLY_MET    | 79.9000  | -0.1000
        AT_LEAST  | value 92.5        | MET        | 92.5000  | 12.5000
        AT_LEAST  | value 4/5         | MET        | 80.0000  | 0.0000
        AT_LEAST  | value 2/3         | NOT_MET    | 66.6667  | -13.3333
        AT_LEAST  | value 799999/1000000 | PARTLY_MET | 79.9999  | -0.0001
        AT_LEAST  | value 7999999999/10000000000 | PARTLY_MET | 80.0000 | 0.0000
        AT_LEAST  | value 90 4/5      | MET        | 80.0000  | 0.0000
        AT_LEAST  | value 90 4/0      | MET        | 90.0000  | 10.0000
        AT_LEAST  | value 4/0         | NO_DATA    |          |
        AT_LEAST  | in progress       | NO_DATA    |          |
        AT_MOST   | value 80          | MET        | 80.0000  | 0.0000
        AT_MOST   | value 80.1        | PARTLY_MET    | 80.1000  | 0.1000
        """)
    // spotless:on
    void comparesTheValueWithTheYearsTarget(
            Indicator.Direction direction,
            String said,
            TargetResult.Outcome outcome,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal gap) {
        TargetResult result =
                target(
                        new Case()
                                .indicator(1, "document", direction, Map.of(2024, "80"))
                                .lead(1, 2024, "mz")
                                .sends(
                                        "mz",
                                        "2024-Q4",
                                        "2025-01-09",
                                        Said.of(1, 2024, "mz", said)));

        assertEquals(outcome, result.outcome());
        assertEquals(Optional.ofNullable(actual), result.actual());
        assertEquals(Optional.ofNullable(gap), result.gap());
        assertEquals(outcome, result.units().getFirst().outcome());
        assertEquals(false, result.unweighted());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        abai says   | akmola says  | astana says | actual  | unweighted
        value 1/10  | value 90/100 | value 0/5   | 79.1304 | false
        value 1/10  | value 90/100 | value 0     | 33.3333 | true
        value 1/10  | value 90/100 | silent      | 50.0000 | true
        value 1/10  | value 90/100 | off         | 82.7273 | false
        value 70    | silent       | silent      | 70.0000 | true
        silent      | silent       | silent      |         | false
        """)
    // spotless:on
    void addsNumeratorsAndDenominatorsOnlyWhenAllGaveThem(
            String abai,
            String akmola,
            String astana,
            @Nullable BigDecimal actual,
            boolean unweighted) {
        Case told =
                new Case()
                        .indicator(
                                1, "information", Indicator.Direction.AT_LEAST, Map.of(2024, "80"))
                        .regions(1, 2024, Executor.Role.LEAD, "abai", "akmola", "astana")
                        .byAgreement(1, 2024, "fund")
                        .sends(
                                "fund",
                                "2024-Q4",
                                "2025-01-09",
                                Said.of(1, 2024, "fund", "value 1"));
        says(told, "abai", abai);
        says(told, "akmola", akmola);
        says(told, "astana", astana);

        TargetResult result = target(told);

        assertEquals(Optional.ofNullable(actual), result.actual());
        assertEquals(unweighted, result.unweighted());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        form        | lead says | mp says  | actual  | unweighted
        document    | value 90  | value 50 | 90.0000 | false
        document    | silent    | value 50 | 50.0000 | true
        information | value 90  | value 50 | 70.0000 | true
        """)
    // spotless:on
    void ofALeadsMeasureTheLeadsValueIsTheNations(
            String form, String lead, String other, BigDecimal actual, boolean unweighted) {
        Case told =
                new Case()
                        .indicator(1, form, Indicator.Direction.AT_LEAST, Map.of(2024, "80"))
                        .lead(1, 2024, "mz")
                        .coExecutor(1, 2024, "mp");
        says(told, "mz", lead);
        says(told, "mp", other);

        TargetResult result = target(told);

        assertEquals(Optional.of(actual), result.actual());
        assertEquals(unweighted, result.unweighted());
        assertEquals(2, result.units().size());
    }

    @Test
    void aYearWithoutAFigureIsNotScored() {
        TargetResult result =
                target(
                        new Case()
                                .indicator(
                                        1,
                                        "document",
                                        Indicator.Direction.AT_LEAST,
                                        Map.of(2023, "80"))
                                .lead(1, 2024, "mz")
                                .sends(
                                        "mz",
                                        "2024-Q4",
                                        "2025-01-09",
                                        Said.of(1, 2024, "mz", "value 70")));

        assertEquals(TargetResult.Outcome.NOT_SCORED, result.outcome());
        assertEquals(Optional.of(new BigDecimal("70.0000")), result.actual());
        assertEquals(Optional.empty(), result.gap());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        year | target | said           | outcome    | gap
        2024 | 80     | value 80       | MET        | 0.0000
        2024 | 80     | value 72       | PARTLY_MET | -8.0000
        2024 | 80     | value 71.9     | NOT_MET    | -8.1000
        2025 | 100    | value 80       | NOT_MET    | -20.0000
        2025 | 100    | value 90       | PARTLY_MET | -10.0000
        2025 | 100    | value 100      | MET        | 0.0000
        """)
    // spotless:on
    void aScheduleOverTheYearsHasATargetForEach(
            int year,
            BigDecimal target,
            String said,
            TargetResult.Outcome outcome,
            BigDecimal gap) {
        TargetResult result =
                Case.measured(
                                Case.indicator(
                                        Indicator.Unit.PERCENT,
                                        Indicator.Direction.AT_LEAST,
                                        Indicator.Accumulation.CUMULATIVE,
                                        Map.of(
                                                2021, "20", 2022, "40", 2023, "60", 2024, "80",
                                                2025, "100")))
                        .lead(1, year, "mz")
                        .sends(
                                "mz",
                                year + "-Q4",
                                (year + 1) + "-01-09",
                                Said.of(1, year, "mz", said))
                        .in(year + "-Q4")
                        .measures()
                        .getFirst()
                        .target()
                        .orElseThrow();

        assertEquals(Optional.of(target), result.target());
        assertEquals(outcome, result.outcome());
        assertEquals(Optional.of(gap), result.gap());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        direction | abai says  | akmola says | outcome    | actual   | of each
        AT_LEAST  | value 6    | value 4     | MET        | 10.0000  | NOT_SCORED
        AT_LEAST  | value 6    | value 3     | PARTLY_MET | 9.0000   | NOT_SCORED
        AT_LEAST  | value 6    | silent      | NOT_MET    | 6.0000   | NOT_SCORED
        AT_LEAST  | value 8/16 | silent      | NO_DATA    |          | NOT_SCORED
        AT_MOST   | value 6    | value 4     | MET        | 10.0000  | NOT_SCORED
        AT_MOST   | value 6    | value 5     | PARTLY_MET | 11.0000  | NOT_SCORED
        AT_MOST   | value 6    | value 6     | NOT_MET    | 12.0000  | NOT_SCORED
        """)
    // spotless:on
    void numbersOfThingsAddUpAndNobodyAloneOwesTheWhole(
            Indicator.Direction direction,
            String abai,
            String akmola,
            TargetResult.Outcome outcome,
            @Nullable BigDecimal actual,
            TargetResult.Outcome each) {
        Case told =
                Case.measured(
                                Case.indicator(
                                        Indicator.Unit.NUMBER,
                                        direction,
                                        Indicator.Accumulation.YEARLY,
                                        Map.of(2024, "10")))
                        .regions(1, 2024, Executor.Role.LEAD, "abai", "akmola");
        says(told, "abai", abai);
        says(told, "akmola", akmola);

        TargetResult result = target(told);

        assertEquals(outcome, result.outcome());
        assertEquals(Optional.ofNullable(actual), result.actual());
        assertEquals(false, result.unweighted());
        assertEquals(each, result.units().getFirst().outcome());
    }

    @Test
    void whoGivesANumberAloneOwesTheWhole() {
        Case told =
                Case.measured(
                                Case.indicator(
                                        Indicator.Unit.NUMBER,
                                        Indicator.Direction.AT_LEAST,
                                        Indicator.Accumulation.YEARLY,
                                        Map.of(2024, "10")))
                        .lead(1, 2024, "mz");
        says(told, "mz", "value 9");

        assertEquals(TargetResult.Outcome.PARTLY_MET, target(told).units().getFirst().outcome());
    }

    @Test
    void aMeasureWithoutAnIndicatorHasNoTarget() {
        assertEquals(
                Optional.empty(),
                Case.yearly("document")
                        .lead(1, 2024, "mz")
                        .in("2024-Q4")
                        .measures()
                        .getFirst()
                        .target());
    }

    @Test
    void aBlankCellTakesNoValueBack() {
        TargetResult result =
                target(
                        new Case()
                                .indicator(
                                        1,
                                        "document",
                                        Indicator.Direction.AT_LEAST,
                                        Map.of(2024, "80"))
                                .lead(1, 2024, "mz")
                                .sends(
                                        "mz",
                                        "2024-Q3",
                                        "2024-10-09",
                                        Said.of(1, 2024, "mz", "in progress, value 81"))
                                .sends(
                                        "mz",
                                        "2024-Q4",
                                        "2025-01-09",
                                        Said.of(
                                                1,
                                                2024,
                                                "mz",
                                                "done 2024-12-01, document 5 2024-12-01")));

        assertEquals(Optional.of(new BigDecimal("81.0000")), result.actual());
    }

    private static TargetResult target(Case told) {
        return told.in("2024-Q4").measures().getFirst().target().orElseThrow();
    }

    private static void says(Case told, String agency, String words) {
        switch (words) {
            case "silent" -> {}
            case "off" -> told.decides(1, 2024, agency, "off 2024-12-01");
            default -> told.sends(agency, "2024-Q4", "2025-01-09", Said.of(1, 2024, agency, words));
        }
    }
}
