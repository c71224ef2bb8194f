package kz.esep.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The highest or the lowest value among some, and all that have it: who shares a place is named
/// too.
///
/// @param holders at least one, in their own order
public record Peak<T, V extends Comparable<V>>(V value, List<T> holders) {

    public Peak {
        holders = List.copyOf(holders);
    }

    /// @param value of one of them; those without a value take no part
    static <T, V extends Comparable<V>> Optional<Peak<T, V>> highest(
            Collection<T> all, Function<T, Optional<V>> value) {
        return at(all, value, Comparator.naturalOrder());
    }

    static <T, V extends Comparable<V>> Optional<Peak<T, V>> lowest(
            Collection<T> all, Function<T, Optional<V>> value) {
        return at(all, value, Comparator.reverseOrder());
    }

    private static <T, V extends Comparable<V>> Optional<Peak<T, V>> at(
            Collection<T> all, Function<T, Optional<V>> value, Comparator<V> order) {
        return all.stream()
                .flatMap(one -> value.apply(one).stream())
                .max(order)
                .map(peak ->
                        new Peak<>(
                                peak,
                                all.stream()
                                        .filter(one ->
                                                value.apply(one)
                                                        .filter(own -> own.compareTo(peak) == 0)
                                                        .isPresent())
                                        .toList()));
    }
}
