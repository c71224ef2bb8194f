package kz.esep.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Words with a meaning, found as written or as they look.
final class Vocabulary<T> {

    private final Map<String, T> plain = new HashMap<>();
    private final Map<String, T> folded = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private int longest;

    /// @param lookAlike the word was not written like this, but looks like it
    record Match<T>(T meaning, boolean lookAlike) {}

    void add(String word, T meaning) {
        longest = Math.max(longest, word.length());
        put(plain, LookAlikes.plain(word), meaning);
        put(folded, LookAlikes.folded(word), meaning);
    }

    /// Both words of a bilingual text, and the two in one cell with a slash or on two lines.
    void addBoth(String kk, String ru, T meaning) {
        add(kk, meaning);
        add(ru, meaning);
        add(FormLayout.both(kk, ru), meaning);
        add(kk + "\n" + ru, meaning);
    }

    /// A word with two meanings has none.
    private void put(Map<String, T> words, String word, T meaning) {
        T before = words.put(word, meaning);
        if (before != null && !before.equals(meaning)) {
            ambiguous.add(word);
        }
    }

    Optional<Match<T>> find(String text) {
        // an essay is no word, and is not worth folding
        if (text.length() > 4 * longest) {
            return Optional.empty();
        }
        String word = LookAlikes.plain(text);
        if (plain.containsKey(word) && !ambiguous.contains(word)) {
            return Optional.of(new Match<>(plain.get(word), false));
        }
        String shape = LookAlikes.foldedOfPlain(word);
        if (folded.containsKey(shape) && !ambiguous.contains(shape)) {
            return Optional.of(new Match<>(folded.get(shape), true));
        }
        return Optional.empty();
    }
}
