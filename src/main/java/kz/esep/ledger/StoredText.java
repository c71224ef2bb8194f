package kz.esep.ledger;

/// A text as every database keeps it: PostgreSQL refuses the character U+0000, and its driver half
/// a surrogate pair, which agencies' files can hold. Both are spelled, and a `\` is doubled.
///
/// So the same comes back from either database: `a\b` is kept as `a\\b`.
final class StoredText {

    private StoredText() {}

    static String write(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder stored = new StringBuilder();
        text.codePoints()
                .forEach(letter -> {
                    if (letter == '\\') {
                        stored.append("\\\\");
                    } else if (isSpelled(letter)) {
                        stored.append("\\u%04X".formatted(letter));
                    } else {
                        stored.appendCodePoint(letter);
                    }
                });
        return stored.toString();
    }

    static String read(String stored) {
        if (stored.indexOf('\\') < 0) {
            return stored;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < stored.length(); i++) {
            if (stored.charAt(i) != '\\') {
                text.append(stored.charAt(i));
            } else if (stored.charAt(i + 1) == '\\') {
                text.append('\\');
                i++;
            } else {
                text.append((char) Integer.parseInt(stored.substring(i + 2, i + 6), 16));
                i += 5;
            }
        }
        return text.toString();
    }

    private static boolean isPlain(String text) {
        return text.codePoints().noneMatch(letter -> letter == '\\' || isSpelled(letter));
    }

    private static boolean isSpelled(int letter) {
        return letter == 0
                || (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE);
    }
}
