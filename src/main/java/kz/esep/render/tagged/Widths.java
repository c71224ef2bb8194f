package kz.esep.render.tagged;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.openpdf.text.pdf.BaseFont;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextFontContext;
import org.xhtmlrenderer.pdf.ITextTextRenderer;

/// How wide text is, the same as without: layout asks it of every word several times, and OpenPDF
/// looks each letter up in a map of boxed numbers.
final class Widths extends ITextTextRenderer {
    /// Up to the punctuation, the signs and the arrows.
    private static final int KEPT = 0x2200;

    private static final int UNKNOWN = -1;
    private static final float NEAR = 0.01f;

    private final IdentityHashMap<BaseFont, int[]> known = new IdentityHashMap<>();

    @Override
    public int getWidth(ITextFontContext context, ITextFSFont font, String text) {
        BaseFont face = font.getFontDescription().getFont();
        int[] widths = known.computeIfAbsent(face, _ -> unknown());
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= KEPT) {
                return super.getWidth(context, font, text);
            }
            if (widths[letter] == UNKNOWN) {
                widths[letter] = face.getWidth(letter);
            }
            sum += widths[letter];
        }
        float width = sum * 0.001f * font.getSize2D();
        return (int) (width - Math.floor(width) < NEAR ? width : Math.ceil(width));
    }

    private static int[] unknown() {
        int[] widths = new int[KEPT];
        Arrays.fill(widths, UNKNOWN);
        return widths;
    }
}
