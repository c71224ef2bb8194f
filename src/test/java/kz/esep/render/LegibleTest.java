package kz.esep.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegibleTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        code point | spelled
        000A       | false
        0001       | true
        001F       | true
        0020       | false
        049B       | false
        6F22       | false
        D7FF       | false
        D800       | true
        DFFF       | true
        E000       | false
        FFFD       | false
        FFFE       | true
        FFFF       | true
        1F600      | false
        """)
    // spotless:on
    void spellsWhatXmlCannotHold(String codePoint, boolean spelled) {
        String character = Character.toString(Integer.parseInt(codePoint, 16));

        assertEquals(
                "1 " + (spelled ? "[U+" + codePoint + "]" : character) + " 2",
                Legible.IN_XML.apply("1 " + character + " 2"));
    }
}
