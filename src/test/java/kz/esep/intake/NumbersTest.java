package kz.esep.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import kz.esep.findings.FindingCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers and percentages as agencies write them.
class NumbersTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        cell    | shown as percent | percent | leniencies
        88      | false            | 88      | ''
        0.88    | true             | 88      | PERCENT_FROM_FRACTION
        0.885   | true             | 88.5    | PERCENT_FROM_FRACTION
        '0,88'  | true             | 88      | NUMBER_FROM_TEXT,PERCENT_FROM_FRACTION
        '88,5 %'| false            | 88.5    | NUMBER_FROM_TEXT
        '88,5 %'| true             | 88.5    | NUMBER_FROM_TEXT
        '88,5%' | false            | 88.5    | NUMBER_FROM_TEXT
        '88,5'  | false            | 88.5    | NUMBER_FROM_TEXT
        '88,5'  | true             | 88.5    | NUMBER_FROM_TEXT
        '88 пайыз' | false         | 88      | NUMBER_FROM_TEXT
        0.88    | false            | 0.88    | PERCENT_BELOW_ONE
        '0,88'  | false            | 0.88    | NUMBER_FROM_TEXT,PERCENT_BELOW_ONE
        '0,5 %' | false            | 0.5     | NUMBER_FROM_TEXT
        0       | false            | 0       | ''
        1       | true             | 100     | PERCENT_FROM_FRACTION
        """)
    // spotless:on
    void readsAPercentageInEveryWayOfTypingIt(
            String cell, boolean percentFormat, BigDecimal percent, String leniencies) {
        Cell typed = cell(cell, percentFormat);

        assertThat(Numbers.readPercent(typed))
                .isEqualTo(new Answer.Given<>(percent, codes(leniencies)));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        cell            | number   | leniencies
        12500.4         | 12500.4  | ''
        12500.40        | 12500.4  | ''
        '12500,4'       | 12500.4  | NUMBER_FROM_TEXT
        '12 500,4'      | 12500.4  | NUMBER_FROM_TEXT
        '1 234 567'     | 1234567  | NUMBER_FROM_TEXT
        '0,125'         | 0.125    | NUMBER_FROM_TEXT
        """)
    // spotless:on
    void readsNumbers(String cell, BigDecimal number, String leniencies) {
        assertThat(Numbers.read(cell(cell, false)))
                .isEqualTo(new Answer.Given<>(number, codes(leniencies)));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        cell         | why
        '12,500'     | NUMBER_AMBIGUOUS
        '12.500'     | NUMBER_AMBIGUOUS
        -5           | NUMBER_NEGATIVE
        '−5'         | NUMBER_NEGATIVE
        'көп'        | NUMBER_UNREADABLE
        '1e5'        | NUMBER_UNREADABLE
        '12,5,0'     | NUMBER_UNREADABLE
        """)
    // spotless:on
    void refusesWhatIsNoNumberOrTwo(String cell, FindingCode why) {
        assertThat(Numbers.read(cell(cell, false))).isEqualTo(Answer.wrong(why));
    }

    /// A text where it has a letter that numbers in files do not have.
    private static Cell cell(String written, boolean percentFormat) {
        boolean number = written.matches("-?\\d+(\\.\\d{1,2}|\\.885)?");
        return new Cell(
                number
                        ? new Cell.Content.Figure(new BigDecimal(written))
                        : Cell.Content.text(written),
                false,
                percentFormat);
    }

    private static List<FindingCode> codes(String names) {
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(",", -1)).map(FindingCode::valueOf).toList();
    }
}
