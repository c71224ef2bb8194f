package kz.esep.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        page                                                 | with its lines kept
        <p>№ 5</p>                                           | <p>№~5</p>
        <p>№ <b>5</b> және 31 %</p>                          | <p>№ <b>5</b> және 31~%</p>
        <svg><text x="5">№ 5</text></svg>                    | <svg><text x="5">№~5</text></svg>
        <svg><title>№ 5</title><desc>31 %</desc></svg> № 5   | <svg><title>№ 5</title><desc>31 %</desc></svg> №~5
        <td title="№ 5">&quot;п. 5&quot;</td>                | <td title="№ 5">&quot;п.~5&quot;</td>
        <style>a { margin: 0 100 %; content: "№ 5" }</style> | <style>a { margin: 0 100 %; content: "№~5" }</style>
        № 5                                                  | №~5
        """)
    // spotless:on
    void keepTogetherTheWordsOfAPageAndNothingElse(String page, String kept) {
        assertEquals(kept.replace('~', '\u00A0'), Lines.kept(page));
    }
}
