package kz.esep.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        language | day        | text
        KK       | 2024-12-31 | 2024~жылғы~31~желтоқсан
        KK       | 2025-01-20 | 2025~жылғы~20~қаңтар
        RU       | 2025-01-20 | 20~января~2025~года
        RU       | 2024-02-01 | 1~февраля~2024~года
        EN       | 2024-05-09 | 9~May~2024
        """)
    void writesADayAsActsDo(Language language, LocalDate day, String text) {
        assertThat(Formats.of(language).date(day)).isEqualTo(text.replace('~', '\u00A0'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        language | value     | text
        RU       | 0         | 0
        RU       | 0.00      | 0
        RU       | 1234      | 1234
        RU       | 12345     | 12~345
        RU       | 1234567.5 | 1~234~567,5
        KK       | -11.70    | −11,7
        KK       | 100       | 100
        EN       | 12345.6   | 12,345.6
        """)
    void writesFiguresInTheLanguagesOwnWay(Language language, BigDecimal value, String text) {
        assertThat(Formats.of(language).number(value)).isEqualTo(text.replace('~', '\u00A0'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        language | percent | text
        KK       | 57      | 57%
        RU       | 57      | 57~%
        RU       | 88.05   | 88,1~%
        RU       | 88.04   | 88~%
        EN       | 12.5    | 12.5%
        """)
    void writesPercentWithOneDecimalAtMost(Language language, BigDecimal percent, String text) {
        assertThat(Formats.of(language).percent(percent)).isEqualTo(text.replace('~', '\u00A0'));
    }
    // spotless:on

    @ParameterizedTest
    @CsvSource({"KK", "RU", "EN"})
    void writesFiguresOfADayAlikeInEveryLanguage(Language language) {
        assertThat(Formats.of(language).numeric(LocalDate.of(2025, 1, 7))).isEqualTo("07.01.2025");
        assertThat(Formats.of(language).numeric(LocalDateTime.of(2025, 1, 7, 9, 5)))
                .isEqualTo("07.01.2025\u00A009:05");
    }
}
