package kz.esep.report;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How many there are of each kind, in the order of the enum; a kind that does not occur counts 0.
public record Tally<K extends Enum<K>>(SortedMap<K, Integer> counts) {

    public Tally {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    public static <K extends Enum<K>> Tally<K> counting(Stream<K> kinds) {
        SortedMap<K, Integer> counts = new TreeMap<>();
        kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
        return new Tally<>(counts);
    }

    /// Things without a kind are not counted.
    public static <K extends Enum<K>> Tally<K> countingKnown(Stream<Optional<K>> kinds) {
        return counting(kinds.<K>flatMap(kind -> kind.stream()));
    }

    public int of(K kind) {
        return counts.getOrDefault(kind, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
