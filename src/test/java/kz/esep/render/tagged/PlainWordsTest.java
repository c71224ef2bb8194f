package kz.esep.render.tagged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xhtmlrenderer.css.style.EmptyStyle;
import org.xhtmlrenderer.layout.breaker.BreakPoint;
import org.xhtmlrenderer.layout.breaker.BreakPointsProvider;
import org.xhtmlrenderer.layout.breaker.DefaultLineBreakingStrategy;

class PlainWordsTest {
    private static final int LONGEST = 5;

    /// Every text of up to five of these signs that is taken for plain.
    @ParameterizedTest
    @ValueSource(strings = {"ж7 ,.%)(«–", "қ7 :;!?»“”", "Z0 №…',."})
    void endLinesWhereJavaDoes(String signs) {
        List<String> plain = texts(signs).stream().filter(PlainWords::are).toList();

        assertEquals(List.of(), otherThanJavas(plain));
        assertTrue(plain.size() > 3000, () -> plain.size() + " texts");
    }

    private static List<String> texts(String signs) {
        List<String> all = new ArrayList<>(List.of(""));
        int from = 0;
        for (int length = 1; length <= LONGEST; length++) {
            int to = all.size();
            for (String shorter : List.copyOf(all.subList(from, to))) {
                signs.chars().forEach(sign -> all.add(shorter + (char) sign));
            }
            from = to;
        }
        return all.subList(1, all.size());
    }

    /// Every letter that is taken for plain, beside others.
    @Test
    void endLinesWhereJavaDoesWithEachLetter() {
        List<String> plain = new ArrayList<>();
        for (char letter = 0; letter < Character.MAX_VALUE; letter++) {
            for (String text : new String[] {"%sа%s 7%s", "(%s%s, %s.", "1%s %s1 «%s»"}) {
                plain.add(text.replace("%s", String.valueOf(letter)));
            }
        }
        plain.removeIf(text -> !PlainWords.are(text));

        assertEquals(List.of(), otherThanJavas(plain));
        assertTrue(plain.size() > 600, () -> plain.size() + " texts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "медико-социальный",
                "https://esep.kz",
                "14-05/4037",
                "а,б",
                "()",
                " ,",
                "a\u00a0b",
                "εлл",
                "7,7ж",
                "1500₸",
                "а\nб",
                "а\u00adб"
            })
    void areNotTakenForWhatJavaKnowsBetter(String text) {
        assertFalse(PlainWords.are(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Мүгедектігі бар адамдардың құқықтары (2024 жыл), 98,5 % – «орындалды»!",
                "№ 09 бұйрық; 31 желтоқсан.",
                "Done on time"
            })
    void areTheWordsOfReports(String text) {
        assertTrue(PlainWords.are(text));
    }

    private static List<String> otherThanJavas(List<String> plain) {
        return plain.stream()
                .filter(text -> !ends(new PlainWords(text)).equals(javas(text)))
                .limit(10)
                .toList();
    }

    private static List<Integer> javas(String text) {
        return ends(
                new DefaultLineBreakingStrategy()
                        .getBreakPointsProvider(text, "kk", new EmptyStyle()));
    }

    private static List<Integer> ends(BreakPointsProvider points) {
        List<Integer> ends = new ArrayList<>();
        for (BreakPoint point = points.next(); point.getPosition() >= 0; point = points.next()) {
            ends.add(point.getPosition());
        }
        return ends;
    }
}
