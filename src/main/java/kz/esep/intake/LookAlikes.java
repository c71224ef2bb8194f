package kz.esep.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes texts comparable that people take for the same.
final class LookAlikes {

    /// Spaces of every kind; `strip()` alone keeps U+00A0.
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /// Zero-width and direction marks, byte order marks, soft hyphens.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}]+");

    private static final String QUOTES = "«»“”„\"'`’‘";
    private static final String ENDINGS = ".:;,!* ";

    private static final String LATIN = "aceopxyibhkmt";
    private static final String CYRILLIC = "асеорхуівнкмт";
    private static final String KAZAKH = "әөүұқғңһіӏ";
    private static final String RUSSIAN = "аоуукгнхии";

    /// By letter: every text of every file is folded.
    private static final char[] FOLDED = folded();

    private LookAlikes() {}

    /// Without what cannot be seen, single blanks inside, none at the ends; lines stay.
    static String strip(String text) {
        if (isTidy(text)) {
            return text;
        }
        String seen =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
        StringBuilder lines = new StringBuilder();
        seen.lines()
                .forEach(line ->
                        lines.append(SPACES.matcher(line).replaceAll(" ").strip()).append('\n'));
        return lines.toString().strip();
    }

    /// Whether there is nothing to strip: plain Latin or Cyrillic letters and signs, single blanks
    /// between them. Most texts are such, and a regular expression takes long for a long one.
    private static boolean isTidy(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean plain =
                    (letter > ' ' && letter <= '~')
                            || (letter >= '\u0400' && letter <= '\u0482')
                            || (letter >= '\u048A' && letter <= '\u04FF');
            if (!plain && (letter != ' ' || blank)) {
                return false;
            }
            blank = !plain;
        }
        return !blank || text.isEmpty();
    }

    /// The same word in other letters' case, spacing, quotes or closing marks.
    static String plain(String text) {
        String stripped = strip(text);
        // what is tidy has single blanks already
        String spaced = isTidy(stripped) ? stripped : SPACES.matcher(stripped).replaceAll(" ");
        String lower = spaced.toLowerCase(Locale.ROOT);
        StringBuilder bare = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char letter = lower.charAt(i);
            if (QUOTES.indexOf(letter) < 0) {
                bare.append(letter == 'ё' ? 'е' : letter);
            }
        }
        while (!bare.isEmpty() && ENDINGS.indexOf(bare.charAt(bare.length() - 1)) >= 0) {
            bare.setLength(bare.length() - 1);
        }
        return bare.toString().strip();
    }

    /// The same word to the eye: Latin letters for Cyrillic ones, Kazakh letters typed as Russian
    /// ones.
    static String folded(String text) {
        return foldedOfPlain(plain(text));
    }

    /// The same of a text that is plain already.
    static String foldedOfPlain(String plain) {
        char[] letters = plain.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] < FOLDED.length) {
                letters[i] = FOLDED[letters[i]];
            }
        }
        return new String(letters);
    }

    private static char[] folded() {
        char[] folded = new char[0x530];
        for (char letter = 0; letter < folded.length; letter++) {
            folded[letter] = swap(swap(letter, LATIN, CYRILLIC), KAZAKH, RUSSIAN);
        }
        return folded;
    }

    private static char swap(char letter, String from, String to) {
        int at = from.indexOf(letter);
        return at < 0 ? letter : to.charAt(at);
    }
}
