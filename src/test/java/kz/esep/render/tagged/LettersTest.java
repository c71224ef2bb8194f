package kz.esep.render.tagged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LettersTest {
    private final TaggedPdf writer = EdgeCases.writer();

    /// The glyphs that have a width in what is embedded of each face. `.notdef` has none where the
    /// others lose theirs, and the last glyph keeps its own, which is that of all that follow:
    /// sixteen in DejaVu Sans. The space at the end of a line counts.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <p>бір</p>                                       | {LiberationSerif=4}
                    <p>бір <b>екі</b></p>                            | {LiberationSerif=5, LiberationSerif-Bold=4}
                    <p>(a)\\</p>                                     | {LiberationSerif=5}
                    <p style="text-align: justify">аб<br/>вг</p>     | {LiberationSerif=6}
                    <svg width="9" height="9" role="img" aria-label="с" xmlns="http://www.w3.org/2000/svg"><text x="1" y="5" fill="#000000">аб</text></svg> | {LiberationSans=4}
                    <p>1₸</p>                                        | {DejaVuSans=17, LiberationSerif=2}
                    """)
    void embedsTheWidthsOfTheLettersThatADocumentHas(String body, String faces) throws IOException {
        byte[] pdf = EdgeCases.pdf(writer, EdgeCases.page(body));

        assertEquals(faces, withWidth(pdf).toString());
    }

    @ParameterizedTest
    @CsvSource({"✓, true", "₸, false"})
    void embedsAllWidthsWhereItDoesNotKnowALetter(String letter, boolean all) throws IOException {
        byte[] pdf = EdgeCases.pdf(writer, EdgeCases.page("<p>" + letter + "</p>"));

        assertEquals(all, withWidth(pdf).getOrDefault("DejaVuSans", 0) > 5000);
    }

    /// Also after a document that has had others of the same face.
    @ParameterizedTest
    @CsvSource({"абв, где, абг", "✓, ₸, ✓", "(), \\, (("})
    void embedsTheWidthsThatThePageIsSetWith(String first, String second, String third)
            throws IOException {
        for (String text : new String[] {first, second, third}) {
            byte[] pdf = EdgeCases.pdf(writer, EdgeCases.page("<p>" + text + " 12</p>"));
            for (PDType0Font font : fonts(Loader.loadPDF(pdf)).values()) {
                PDCIDFontType2 embedded = (PDCIDFontType2) font.getDescendantFont();
                for (int glyph : set(embedded)) {
                    assertEquals(
                            embedded.getWidth(glyph),
                            embedded.getWidthFromFont(glyph),
                            1,
                            () -> text + " in " + font.getName() + ": " + glyph);
                }
            }
        }
    }

    private static int[] set(PDCIDFontType2 font) {
        COSArray widths = Objects.requireNonNull(font.getCOSObject().getCOSArray(COSName.W));
        return IntStream.range(0, widths.size() - 1)
                .filter(at -> widths.getObject(at) instanceof COSNumber)
                .map(widths::getInt)
                .toArray();
    }

    private static SortedMap<String, Integer> withWidth(byte[] pdf) throws IOException {
        SortedMap<String, Integer> counted = new TreeMap<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            fonts(document).forEach((name, font) -> counted.put(name, withWidth(font)));
        }
        return counted;
    }

    private static int withWidth(PDType0Font font) {
        TrueTypeFont file = ((PDCIDFontType2) font.getDescendantFont()).getTrueTypeFont();
        try {
            HorizontalMetricsTable widths = Objects.requireNonNull(file.getHorizontalMetrics());
            int glyphs = 0;
            for (int glyph = 0; glyph < file.getNumberOfGlyphs(); glyph++) {
                glyphs += widths.getAdvanceWidth(glyph) > 0 ? 1 : 0;
            }
            return glyphs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, PDType0Font> fonts(PDDocument document) throws IOException {
        SortedMap<String, PDType0Font> fonts = new TreeMap<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDType0Font font = (PDType0Font) page.getResources().getFont(name);
                fonts.put(font.getName().replaceFirst("^[A-Z]{6}\\+", ""), font);
            }
        }
        return fonts;
    }
}
