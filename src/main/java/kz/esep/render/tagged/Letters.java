package kz.esep.render.tagged;

import java.util.Arrays;
import java.util.BitSet;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ByteBuffer;
import org.openpdf.text.pdf.PdfContentByte;

/// How the letters of a face stand in a page's content, and which of them the document at hand
/// embeds. OpenPDF looks each up in two maps of boxed numbers every time; here it is asked once,
/// and once more in each document, where it embeds what it is asked for.
final class Letters {
    /// Up to the punctuation, the signs and the arrows.
    private static final int KEPT = 0x2200;

    private static final int TO_SHOW = ")Tj\n".length();

    private final BaseFont face;
    private final AdvanceWidths widths;
    private final byte[][] written = new byte[KEPT][];
    private final BitSet embedded = new BitSet(KEPT);
    private boolean others;

    Letters(BaseFont face, AdvanceWidths widths) {
        this.face = face;
        this.widths = widths;
    }

    /// To be called before a document is written.
    void begin() {
        embedded.clear();
        others = false;
    }

    /// Whether all of a text's letters can be written here.
    boolean know(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= KEPT) {
                return false;
            }
        }
        return true;
    }

    /// Writes a text that it knows, without the brackets around it.
    ///
    /// @param page asked for letters that are new in this document, and left as it was
    void write(String text, PdfContentByte page, ByteBuffer to) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (!embedded.get(letter)) {
                embed(letter, page);
            }
            to.append(written[letter]);
        }
    }

    /// To be called where a text is written by others.
    void hear(String text, PdfContentByte page) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter >= KEPT) {
                others = true;
            } else if (!embedded.get(letter)) {
                embed(letter, page);
            }
        }
    }

    private void embed(char letter, PdfContentByte page) {
        ByteBuffer content = page.getInternalBuffer();
        int before = content.size();
        page.setFontAndSize(face, 1);
        int from = content.size() + 1;
        page.showText(String.valueOf(letter));
        written[letter] = Arrays.copyOfRange(content.getBuffer(), from, content.size() - TO_SHOW);
        content.setSize(before);
        embedded.set(letter);
    }

    /// To be called when all is painted and nothing is embedded yet.
    void finish() {
        if (others) {
            widths.keepAll();
        } else if (!embedded.isEmpty()) {
            BitSet glyphs = new BitSet();
            embedded.stream().forEach(letter -> glyphs.set(glyph(written[letter])));
            widths.keep(glyphs);
        }
    }

    /// Two bytes, each of which a backslash may stand before.
    private static int glyph(byte[] written) {
        int at = 0;
        int glyph = 0;
        for (int half = 0; half < 2 && at < written.length; half++) {
            byte next = written[at];
            if (next == '\\') {
                at++;
                next = escaped(written[at]);
            }
            glyph = (glyph << 8) + (next & 0xff);
            at++;
        }
        return glyph;
    }

    private static byte escaped(byte sign) {
        return switch (sign) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> sign;
        };
    }
}
