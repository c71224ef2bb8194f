package kz.esep.render;

import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/// Writes text from outside so that a document can show all of it: a character that it cannot show
/// is spelled, `[U+6F22]`. What one agency typed must neither stop a report nor vanish from it.
///
/// @param shows whether the document can show a code point
record Legible(IntPredicate shows) implements UnaryOperator<String> {

    /// For documents that show whatever XML can hold.
    static final Legible IN_XML = new Legible(Legible::inXml);

    static boolean inXml(int codePoint) {
        return switch (codePoint) {
            case '\t', '\n', '\r' -> true;
            case 0xFFFE, 0xFFFF -> false;
            default -> codePoint >= ' ' && Character.getType(codePoint) != Character.SURROGATE;
        };
    }

    @Override
    public String apply(String text) {
        if (text.codePoints().allMatch(shows)) {
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
}
