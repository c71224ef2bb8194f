package kz.esep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import kz.esep.language.Bilingual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules S: by when something about a period is to be sent, before days off are minded.
class DueRuleTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        period  | 10 days after | on 20 January | on 20 July and 10 February
        2024-Q1 | 2024-04-10    | 2025-01-20    | 2024-07-20
        2024-Q2 | 2024-07-10    | 2025-01-20    | 2024-07-20
        2024-Q3 | 2024-10-10    | 2025-01-20    | 2025-02-10
        2024-H1 | 2024-07-10    | 2025-01-20    | 2024-07-20
        2024-H2 | 2025-01-10    | 2025-01-20    | 2025-02-10
        2024    | 2025-01-10    | 2025-01-20    | 2025-02-10
        """)
    // spotless:on
    void isTheFirstDayAfterThePeriod(
            String written, LocalDate after, LocalDate yearly, LocalDate halfYearly) {
        Period period = Period.parse(written).orElseThrow();

        assertThat(new DueRule.DaysAfterEnd(10).dueFor(period)).isEqualTo(after);
        assertThat(on("--01-20").dueFor(period)).isEqualTo(yearly);
        assertThat(on("--07-20", "--02-10").dueFor(period)).isEqualTo(halfYearly);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        submission | completes the quarter | the half-year | the year
        2024-Q1    | 2024-Q1               |               |
        2024-Q2    | 2024-Q2               | 2024-H1       |
        2024-Q4    | 2024-Q4               | 2024-H2       | 2024
        2024-H1    | 2024-Q2               | 2024-H1       |
        2024       | 2024-Q4               | 2024-H2       | 2024
        """)
    // spotless:on
    void aSubmissionCompletesThePeriodsThatEndWithIt(
            String written,
            @Nullable String quarter,
            @Nullable String half,
            @Nullable String year) {
        Period period = Period.parse(written).orElseThrow();

        assertThat(completed(Period.Cadence.QUARTER, period)).isEqualTo(said(quarter));
        assertThat(completed(Period.Cadence.HALF_YEAR, period)).isEqualTo(said(half));
        assertThat(completed(Period.Cadence.YEAR, period)).isEqualTo(said(year));
    }

    private static DueRule on(String... days) {
        return new DueRule.OnDays(List.of(days).stream().map(MonthDay::parse).toList());
    }

    private static Optional<String> completed(Period.Cadence cadence, Period period) {
        return new ReportingCycle(
                        "own",
                        cadence,
                        new DueRule.DaysAfterEnd(10),
                        Optional.empty(),
                        Bilingual.EMPTY,
                        Bilingual.EMPTY)
                .completedBy(period)
                .map(Period::toString);
    }

    private static Optional<String> said(@Nullable String period) {
        return Optional.ofNullable(period);
    }
}
