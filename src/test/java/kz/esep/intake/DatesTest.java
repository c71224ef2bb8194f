package kz.esep.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import kz.esep.findings.FindingCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days as agencies write them.
class DatesTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        written                    | day
        2024-12-31                 | 2024-12-31
        2024-12-31T00:00:00        | 2024-12-31
        31.12.2024                 | 2024-12-31
        31.12.2024 г.              | 2024-12-31
        31.12.2024г.               | 2024-12-31
        7.1.2024                   | 2024-01-07
        07.11.24                   | 2024-11-07
        31/12/2024                 | 2024-12-31
        11/11/2024                 | 2024-11-11
        31 желтоқсан 2024          | 2024-12-31
        2024 жылғы 31 желтоқсан    | 2024-12-31
        2024 ж. 31 желтоксан       | 2024-12-31
        31 декабря 2024 г.         | 2024-12-31
        31 декабря 2024 года       | 2024-12-31
        «31» декабря 2024 года     | 2024-12-31
        Декабрь 31, 2024           | 2024-12-31
        1 мая 2024                 | 2024-05-01
        1 мамыр 2024               | 2024-05-01
        1 маусым 2024              | 2024-06-01
        1 мар. 2024                | 2024-03-01
        29.02.2024                 | 2024-02-29
        """)
    // spotless:on
    void readsTheUsualForms(String written, LocalDate day) {
        assertThat(Dates.fromText(written))
                .isEqualTo(Answer.given(day, FindingCode.DATE_FROM_TEXT));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        written             | why
        07/11/2024          | DATE_AMBIGUOUS
        29.02.2023          | DATE_UNREADABLE
        31.11.2024          | DATE_UNREADABLE
        12.31.2024          | DATE_UNREADABLE
        31 желтоқсан        | DATE_UNREADABLE
        декабрь 2024        | DATE_UNREADABLE
        31.12.1024          | DATE_UNREADABLE
        мерзімінде          | DATE_UNREADABLE
        IV квартал 2024     | DATE_UNREADABLE
        """)
    // spotless:on
    void refusesADateThatIsNoneOrTwo(String written, FindingCode why) {
        assertThat(Dates.fromText(written)).isEqualTo(Answer.wrong(why));
    }

    @Test
    void readsADayThatLostItsFormat() {
        Cell cell = new Cell(new Cell.Content.Figure(new BigDecimal("45657")), false, false);

        assertThat(Dates.read(cell))
                .isEqualTo(Answer.given(LocalDate.of(2024, 12, 31), FindingCode.DATE_FROM_NUMBER));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        written                                          | period
        2024-Q4                                          | 2024-Q4
        2024 жылғы IV тоқсан / IV квартал 2024 года      | 2024-Q4
        2024 жылғы ІV тоқсан                             | 2024-Q4
        3 квартал 2024                                   | 2024-Q3
        3-тоқсан 2024                                    | 2024-Q3
        II полугодие 2024 года                           | 2024-H2
        2024                                             | 2024
        квартал                                          |
        """)
    // spotless:on
    void readsPeriodsInWords(String written, String period) {
        assertThat(Periods.read(written).map(Object::toString))
                .isEqualTo(Optional.ofNullable(period));
    }
}
