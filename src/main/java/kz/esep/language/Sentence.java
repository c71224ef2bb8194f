package kz.esep.language;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A sentence before it has a language: the key of its words and the values it speaks of.
///
/// @param key of the message bundles: `rule.c2`
/// @param arguments by name, typed: dates as `LocalDate`, names as [Bilingual], counts as numbers;
///   never words
public record Sentence(String key, SortedMap<String, Object> arguments) implements Spoken {

    public Sentence {
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    }

    public static Sentence of(String key, Map<String, ?> arguments) {
        return new Sentence(key, new TreeMap<>(arguments));
    }

    public static Sentence of(String key) {
        return of(key, Map.of());
    }

    @Override
    public String in(Speech speech) {
        return speech.say(key, arguments);
    }
}
