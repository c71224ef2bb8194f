package kz.esep.render;

import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/// Writes text from outside so that a document can show all of it: a character that it cannot show
/// is spelled, `[U+6F22]`; letters and their accents are put together. What one agency typed must
/// neither stop a report nor vanish from it.
///
/// @param shows whether the document can show a code point
record Legible(IntPredicate shows) implements UnaryOperator<String> {

    /// For documents that show whatever XML can hold.
    static final Legible IN_XML = new Legible(Legible::inXml);

    /// For plain text that people read line by line: nothing may look like a line of ours, or turn
    /// the direction of one.
    static final Legible IN_LINES = new Legible(Legible::inLine);

    static boolean inLine(int codePoint) {
        return inXml(codePoint) && codePoint != '\r' && !isMark(codePoint);
    }

    /// For what is printed: a mark that turns a line is spelled, for nobody would see it work.
    static boolean onPaper(int codePoint) {
        return inXml(codePoint) && !isMark(codePoint);
    }

    /// A mark that changes the direction of the text around it: U+202E and its like.
    private static boolean isMark(int codePoint) {
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
                    true;
            default ->
                    codePoint == 0x200E
                            || codePoint == 0x200F
                            || codePoint == 0x061C
                            || (codePoint >= 0x7F && codePoint <= 0x9F);
        };
    }

    static boolean inXml(int codePoint) {
        return switch (codePoint) {
            case '\t', '\n', '\r' -> true;
            case 0xFFFE, 0xFFFF -> false;
            default -> codePoint >= ' ' && Character.getType(codePoint) != Character.SURROGATE;
        };
    }

    @Override
    public String apply(String typed) {
        // a Macintosh writes й in two: и and a breve, which fonts cannot set
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC);
        if (showsAll(text)) {
            return text;
        }
        StringBuilder spelled = new StringBuilder();
        text.codePoints()
                .forEach(codePoint -> {
                    if (shows.test(codePoint)) {
                        spelled.appendCodePoint(codePoint);
                    } else {
                        spelled.append("[U+%04X]".formatted(codePoint));
                    }
                });
        return spelled.toString();
    }

    /// A loop: nearly every text of every document ends here.
    private boolean showsAll(String text) {
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (!shows.test(codePoint)) {
                return false;
            }
            at += Character.charCount(codePoint);
        }
        return true;
    }
}
