package kz.esep.ledger;

import java.util.Map;
import kz.esep.language.Sentence;

/// Something that is not what was once recorded.
///
/// @param place a file, or a line of one, as people may see it
/// @param what with both values, where there are two
public record Difference(String place, Sentence what) {

    public static Difference of(String place, String key, Map<String, ?> values) {
        return new Difference(place, Sentence.of("difference." + key, values));
    }

    public static Difference of(String place, String key) {
        return of(place, key, Map.of());
    }
}
