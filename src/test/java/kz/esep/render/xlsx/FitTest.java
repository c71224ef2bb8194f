package kz.esep.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        text                                | width | lines
        ''                                  | 10    | 1
        бір                                 | 10    | 1
        бір екі үш төрт                     | 10    | 2
        бір екі үш төрт                     | 4     | 4
        орындалғаны                         | 6     | 2
        ОРЫНДАЛҒАНЫ                         | 12    | 2
        Доля исполненных обязательств       | 40    | 1
        Доля исполненных обязательств       | 20    | 2
        """)
    // spotless:on
    void breaksLinesBetweenWordsAndLongWordsInside(String text, double width, int lines) {
        assertThat(Fit.lines(text, width)).isEqualTo(lines);
    }
}
