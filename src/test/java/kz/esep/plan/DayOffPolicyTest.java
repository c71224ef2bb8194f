package kz.esep.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.esep.language.Bilingual;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayOffPolicyTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        what                        | policy           | written    | days off                         | due
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
        Thursday before a transfer  | NEXT_WORKING_DAY | 2025-01-02 | 2025-01-03/2025-01-05            | 2025-01-02
        Friday that is off instead  | NEXT_WORKING_DAY | 2025-01-03 | 2025-01-03/2025-01-05            | 2025-01-05
        Saturday before a worked Sunday | NEXT_WORKING_DAY | 2025-01-04 | 2025-01-03/2025-01-05        | 2025-01-05
        Sunday that is worked       | NEXT_WORKING_DAY | 2025-01-05 | 2025-01-03/2025-01-05            | 2025-01-05
        Monday after it             | NEXT_WORKING_DAY | 2025-01-06 | 2025-01-03/2025-01-05            | 2025-01-06
        worked Saturday             | NEXT_WORKING_DAY | 2023-07-01 | 2023-07-06 2023-07-07/2023-07-01 | 2023-07-01
        Thursday and Friday off     | NEXT_WORKING_DAY | 2023-07-06 | 2023-07-06 2023-07-07/2023-07-01 | 2023-07-10
        a holiday on the worked day | NEXT_WORKING_DAY | 2023-07-01 | 2023-07-01 2023-07-07/2023-07-01 | 2023-07-03
        off and nothing worked      | NEXT_WORKING_DAY | 2025-10-25 | 2025-10-25 2025-10-27/           | 2025-10-28
        transfer, stands            | AS_WRITTEN       | 2025-01-03 | 2025-01-03/2025-01-05            | 2025-01-03
        """)
    // spotless:on
    void movesADueDatePastDaysOffWhereThePlanSaysSo(
            String what,
            Redaction.DayOffPolicy policy,
            LocalDate written,
            String daysOff,
            LocalDate due) {
        assertEquals(due, policy.apply(written, calendar(daysOff)), what);
    }

    /// @param daysOff holidays as a day, transfers as `off/worked`, where none is worked `off/`
    private static Calendar calendar(String daysOff) {
        List<Holiday> holidays = new ArrayList<>();
        List<Transfer> transfers = new ArrayList<>();
        for (String day : daysOff.split(" ", -1)) {
            String[] parts = day.split("/", -1);
            if (parts.length == 2) {
                Optional<LocalDate> worked =
                        parts[1].isEmpty()
                                ? Optional.empty()
                                : Optional.of(LocalDate.parse(parts[1]));
                transfers.add(new Transfer(LocalDate.parse(parts[0]), worked, Bilingual.EMPTY));
            } else if (!day.isEmpty()) {
                holidays.add(new Holiday(LocalDate.parse(day), Bilingual.EMPTY));
            }
        }
        return new Calendar(holidays, transfers);
    }
}
