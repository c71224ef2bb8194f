package kz.esep.render.tagged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Otherwise it would prove nothing that no report's cell spills.
class CellTextTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        style               | spilled into
        white-space: normal |
        white-space: nowrap | мән
        """)
    // spotless:on
    void noticesWordsThatLeaveTheirCell(String style, @Nullable String into) throws IOException {
        String page =
                EdgeCases.page(
                        "@page { size: A4 } table { table-layout: fixed; width: 90mm }",
                        "<table><tbody><tr><td style=\"width: 50mm\"><span style=\"%s\">міндеттемелердің"
                                        .formatted(style)
                                + " орындалмағаны</span></td><td>мән</td></tr></tbody></table>");

        assertEquals(
                into == null ? List.of() : List.of("міндеттемелердіңорындалмағаны | " + into),
                CellText.spilled(EdgeCases.pdf(EdgeCases.writer(), page)));
    }
}
