package kz.esep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        written | first day  | last day   | previous | ends the year
        2024-Q1 | 2024-01-01 | 2024-03-31 | 2023-Q4  | false
        2024-Q2 | 2024-04-01 | 2024-06-30 | 2024-Q1  | false
        2024-Q3 | 2024-07-01 | 2024-09-30 | 2024-Q2  | false
        2024-Q4 | 2024-10-01 | 2024-12-31 | 2024-Q3  | true
        2024-H1 | 2024-01-01 | 2024-06-30 | 2023-H2  | false
        2024-H2 | 2024-07-01 | 2024-12-31 | 2024-H1  | true
        2024    | 2024-01-01 | 2024-12-31 | 2023     | true
        """)
    // spotless:on
    void knowsItsDays(
            String written, LocalDate first, LocalDate last, String previous, boolean ends) {
        Period period = Period.parse(" " + written + " ").orElseThrow();

        assertThat(period).hasToString(written);
        assertThat(period.firstDay()).isEqualTo(first);
        assertThat(period.lastDay()).isEqualTo(last);
        assertThat(period.previous()).hasToString(previous);
        assertThat(period.endsTheYear()).isEqualTo(ends);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "24-Q1", "2024-Q0", "2024-Q5", "2024-H3", "2024-H4", "2024Q1", "2024-M1"
            })
    void readsNothingElse(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        day        | quarter | half-year | year
        2024-01-01 | 2024-Q1 | 2024-H1   | 2024
        2024-03-31 | 2024-Q1 | 2024-H1   | 2024
        2024-04-01 | 2024-Q2 | 2024-H1   | 2024
        2024-06-30 | 2024-Q2 | 2024-H1   | 2024
        2024-07-01 | 2024-Q3 | 2024-H2   | 2024
        2024-09-30 | 2024-Q3 | 2024-H2   | 2024
        2024-10-01 | 2024-Q4 | 2024-H2   | 2024
        2024-12-31 | 2024-Q4 | 2024-H2   | 2024
        2025-01-01 | 2025-Q1 | 2025-H1   | 2025
        """)
    // spotless:on
    void holdsADay(LocalDate day, String quarter, String half, String year) {
        assertThat(Period.of(day, Period.Cadence.QUARTER)).hasToString(quarter);
        assertThat(Period.of(day, Period.Cadence.HALF_YEAR)).hasToString(half);
        assertThat(Period.of(day, Period.Cadence.YEAR)).hasToString(year);
    }

    @Test
    void standsByItsLastDayAndALongerOneAfterAShorter() {
        List<Period> inOrder =
                List.of("2023", "2024-Q1", "2024-Q2", "2024-H1", "2024-Q4", "2024-H2", "2024")
                        .stream()
                        .map(text -> Period.parse(text).orElseThrow())
                        .toList();

        assertThat(inOrder.reversed().stream().sorted()).containsExactlyElementsOf(inOrder);
        assertThat(Period.quarter(2024, 4)).isEqualByComparingTo(Period.quarter(2024, 4));
    }

    @ParameterizedTest
    @CsvSource({"QUARTER, 0", "QUARTER, 5", "HALF_YEAR, 3", "YEAR, 2"})
    void hasNoMoreNumbersThanAYearHasPeriods(Period.Cadence cadence, int number) {
        assertThatThrownBy(() -> new Period(2024, cadence, number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a %s is 1 to %d, not %d",
                        cadence.name().toLowerCase(Locale.ROOT), cadence.perYear(), number);
    }
}
