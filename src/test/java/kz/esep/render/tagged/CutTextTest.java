package kz.esep.render.tagged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Otherwise it would prove nothing that no report's words are cut off.
class CutTextTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        width | align | cut
        85mm  | right |
        85mm  | left  |
        5mm   | right | міндеттемелердің
        160mm | right | мән
        """)
    // spotless:on
    void noticesAWordThatLeavesThePagesArea(String width, String align, @Nullable String cut)
            throws IOException {
        String page =
                EdgeCases.page(
                        "@page { size: A4; margin: 20mm } table { table-layout: fixed; width: 170mm }",
                        "<table><tbody><tr><td style=\"width: %s; text-align: %s\">міндеттемелердің</td>"
                                        .formatted(width, align)
                                + "<td>мән</td></tr></tbody></table>");

        assertEquals(
                cut == null ? List.of() : List.of("page 1: " + cut),
                CutText.in(EdgeCases.pdf(EdgeCases.writer(), page)));
    }
}
