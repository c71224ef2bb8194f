package kz.esep.render.tagged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xhtmlrenderer.context.StyleReference;
import org.xhtmlrenderer.css.newmatch.CascadedStyle;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextRenderer;

/// Flying Saucer's own answers, which try every selector on every element, are what ours must be.
class StylesTest {
    private static final int DOTS = ITextRenderer.DEFAULT_DOTS_PER_PIXEL;

    private static final List<String> TAGS = List.of("div", "p", "span", "em");
    private static final List<String> MARKS =
            List.of(
                    "",
                    " class='a'",
                    " class='a b'",
                    " id='x'",
                    " lang='ru'",
                    " style='color: red'");

    private final Sheets sheets = new Sheets();
    private final Dom dom = new Dom();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p { margin: 1pt } div p { margin: 2pt } .a { color: #111 } .a.b { color: #222 }",
                "p:first-child { margin: 3pt } p:last-child span { color: #333 }",
                "p:first-child:last-child { margin: 4pt } .a:last-child::before { content: 'z' }",
                "p:nth-child(2n+1) { margin: 5pt } p:nth-child(2) em { color: #444 }",
                "p + p { margin: 6pt } em + span.a { color: #555 } div > p:first-child + p { margin: 7pt }",
                "div:has(> em) { margin: 8pt } div:has(> em) p { color: #666 }",
                "p::before { content: 'a' } .b::after { content: 'b' } div > span::before { content: 'c' }",
                "#x { margin: 9pt } [class=a] { color: #777 } p[id] span { color: #888 } :lang(ru) { color: #999 }"
            })
    void areFlyingSaucersOwn(String css) throws IOException {
        Random chance = new Random(1142);
        for (int number = 0; number < 6; number++) {
            String xhtml = EdgeCases.page(css, body(chance, 4));
            Document document = dom.parse(xhtml);

            assertEquals(
                    said(document, css(document, null)), said(document, css(document, sheets)));
        }
    }

    @Test
    void areFoundOnceForAllDocumentsOfTheSameSheets() throws IOException {
        String css = ".a { color: #111 }";
        Document first = dom.parse(EdgeCases.page(css, "<p class=\"a\">бір</p>"));
        Document second = dom.parse(EdgeCases.page(css, "<p class=\"a\">екі</p><p>үш</p>"));
        Document other = dom.parse(EdgeCases.page(css + " p { margin: 0 }", "<p class=\"a\"/>"));

        CascadedStyle style = style(first);

        assertEquals(style, style(second));
        assertNotEquals(style.getFingerprint(), style(other).getFingerprint());
    }

    private CascadedStyle style(Document document) {
        Element paragraph = (Element) document.getElementsByTagName("p").item(0);
        return css(document, sheets).getCascadedStyle(paragraph, false);
    }

    private static String body(Random chance, int depth) {
        StringBuilder all = new StringBuilder();
        for (int child = 0; child < 1 + chance.nextInt(4); child++) {
            String tag = TAGS.get(chance.nextInt(TAGS.size()));
            all.append('<').append(tag).append(MARKS.get(chance.nextInt(MARKS.size()))).append('>');
            all.append(depth == 0 ? "сөз" : body(chance, depth - 1));
            all.append("</").append(tag).append('>');
        }
        return all.toString();
    }

    private static List<String> said(Document document, StyleReference css) {
        List<String> all = new ArrayList<>();
        var elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            all.add(
                    element.getNodeName()
                            + " "
                            + said(css.getCascadedStyle(element, false))
                            + said(css.getPseudoElementStyle(element, "before"))
                            + said(css.getPseudoElementStyle(element, "after")));
        }
        return all;
    }

    private static String said(@Nullable CascadedStyle style) {
        return style == null ? "-" : style.getFingerprint();
    }

    /// @param sheets null for Flying Saucer's own
    private static StyleReference css(Document document, @Nullable Sheets sheets) {
        ITextOutputDevice device = new ITextOutputDevice(ITextRenderer.DEFAULT_DOTS_PER_POINT);
        Loader loader =
                new Loader(
                        device,
                        DOTS,
                        _ ->
                                Optional.of(
                                        new ByteArrayInputStream(
                                                "".getBytes(StandardCharsets.UTF_8))));
        ITextRenderer renderer = new ITextRenderer(device, loader);
        if (sheets != null) {
            Styles.use(renderer.getSharedContext(), sheets, loader);
        }
        renderer.setDocument(document, null, new Names());
        return Objects.requireNonNull(renderer.getSharedContext().getCss());
    }
}
