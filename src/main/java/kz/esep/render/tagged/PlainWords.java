package kz.esep.render.tagged;

import org.xhtmlrenderer.layout.breaker.BreakPoint;
import org.xhtmlrenderer.layout.breaker.BreakPointsProvider;

/// Where a line may end in a text of words, numbers and their punctuation: after the spaces. Java's
/// own rules say the same, and take a twentieth of a document's time to say it.
final class PlainWords implements BreakPointsProvider {
    /// Stands behind a word, or behind another of them.
    private static final String CLOSING = ",.;:!?)»”%";

    /// Stands before a word, or before another of them.
    private static final String OPENING = "(«“";

    /// Stands anywhere.
    private static final String INNER = "№…'";

    private final String text;
    private int at;

    PlainWords(String text) {
        this.text = text;
    }

    /// Whether nothing but spaces parts this text.
    static boolean are(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean plain =
                    sign == ' '
                            || isOfWord(sign)
                            || (CLOSING.indexOf(sign) >= 0 && closes(text, i))
                            || (OPENING.indexOf(sign) >= 0 && opens(text, i))
                            || ((sign == '–' || sign == '%') && standsAlone(text, i));
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfWord(char sign) {
        return (sign >= 'a' && sign <= 'z')
                || (sign >= 'A' && sign <= 'Z')
                || isDigit(sign)
                // Russian and Kazakh
                || (sign >= '\u0400' && sign <= '\u0481')
                || (sign >= '\u048A' && sign <= '\u052F')
                || INNER.indexOf(sign) >= 0;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean closes(String text, int at) {
        if (at == 0 || text.charAt(at - 1) == ' ' || OPENING.indexOf(text.charAt(at - 1)) >= 0) {
            return false;
        }
        if (at + 1 == text.length()) {
            return true;
        }
        char next = text.charAt(at + 1);
        return next == ' '
                || CLOSING.indexOf(next) >= 0
                || (text.charAt(at) == ',' && isWithinNumber(text, at));
    }

    private static boolean isWithinNumber(String text, int at) {
        int from = at;
        while (from > 0 && isDigit(text.charAt(from - 1))) {
            from--;
        }
        int to = at + 1;
        while (to < text.length() && isDigit(text.charAt(to))) {
            to++;
        }
        return from < at
                && to > at + 1
                && (from == 0 || !isOfWord(text.charAt(from - 1)))
                && (to == text.length() || !isOfWord(text.charAt(to)));
    }

    private static boolean opens(String text, int at) {
        if (at + 1 == text.length() || text.charAt(at + 1) == ' ') {
            return false;
        }
        return at == 0 || text.charAt(at - 1) == ' ' || OPENING.indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean standsAlone(String text, int at) {
        return (at == 0 || text.charAt(at - 1) == ' ')
                && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
    }

    @Override
    public BreakPoint next() {
        if (at == text.length()) {
            return BreakPoint.getDonePoint();
        }
        int space = text.indexOf(' ', at);
        at = space < 0 ? text.length() : space;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return new BreakPoint(at);
    }
}
