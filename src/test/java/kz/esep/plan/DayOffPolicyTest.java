package kz.esep.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayOffPolicyTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        what                        | policy           | written    | holidays                         | due
        Friday                      | NEXT_WORKING_DAY | 2025-01-10 | ''                               | 2025-01-10
        Saturday                    | NEXT_WORKING_DAY | 2025-01-11 | ''                               | 2025-01-13
        Sunday                      | NEXT_WORKING_DAY | 2025-01-12 | ''                               | 2025-01-13
        Monday                      | NEXT_WORKING_DAY | 2025-01-13 | ''                               | 2025-01-13
        Friday, Thursday is off     | NEXT_WORKING_DAY | 2025-01-10 | 2025-01-09                       | 2025-01-10
        Friday, itself off          | NEXT_WORKING_DAY | 2025-01-10 | 2025-01-10                       | 2025-01-13
        Saturday, Monday is off     | NEXT_WORKING_DAY | 2025-01-11 | 2025-01-13                       | 2025-01-14
        Monday, itself off          | NEXT_WORKING_DAY | 2025-01-13 | 2025-01-13                       | 2025-01-14
        Friday to Tuesday off       | NEXT_WORKING_DAY | 2025-01-10 | 2025-01-10 2025-01-13 2025-01-14 | 2025-01-15
        Saturday of two years       | NEXT_WORKING_DAY | 2022-12-31 | 2023-01-01 2023-01-02            | 2023-01-03
        Saturday, stands            | AS_WRITTEN       | 2025-01-11 | ''                               | 2025-01-11
        a holiday, stands           | AS_WRITTEN       | 2025-01-13 | 2025-01-13                       | 2025-01-13
        """)
    // spotless:on
    void movesADueDatePastDaysOffWhereThePlanSaysSo(
            String what,
            Redaction.DayOffPolicy policy,
            LocalDate written,
            String holidays,
            LocalDate due) {
        assertEquals(due, policy.apply(written, days(holidays)), what);
    }

    private static Set<LocalDate> days(String holidays) {
        return Arrays.stream(holidays.split(" ", -1))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
    }
}
