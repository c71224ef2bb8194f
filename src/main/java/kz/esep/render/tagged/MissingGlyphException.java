package kz.esep.render.tagged;

/// A character that none of the fonts has. OpenPDF would leave it out without a word, and
/// validators would not notice: `1500₸` would be printed as `1500`.
public final class MissingGlyphException extends RuntimeException {
    private static final int AROUND = 30;

    MissingGlyphException(int codePoint, String text, int at) {
        super(
                "no font has U+%04X %s, in “%s”"
                        .formatted(codePoint, Character.getName(codePoint), around(text, at)));
    }

    private static String around(String text, int at) {
        int from = Math.max(0, at - AROUND);
        int to = Math.min(text.length(), at + AROUND);
        return text.substring(from, to).strip().replaceAll("\\s+", " ");
    }
}
