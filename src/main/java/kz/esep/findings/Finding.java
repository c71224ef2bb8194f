package kz.esep.findings;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Something wrong or doubtful: what, where, and what stood there.
///
/// Its words are `finding.<code>.what` (what is wrong) and `finding.<code>.expected` (what is
/// expected, with an example), both with the arguments of this finding.
///
/// @param found the offending text as it stood, shortened; empty where there is none
/// @param arguments values by name: numbers, dates, ids; never words
public record Finding(
        FindingCode code, Place place, String found, SortedMap<String, Object> arguments) {

    private static final int LONGEST_QUOTE = 200;

    public Finding {
        found = found.length() > LONGEST_QUOTE ? found.substring(0, LONGEST_QUOTE) + "…" : found;
        arguments = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    }

    public static Finding of(
            FindingCode code, Place place, String found, Map<String, ?> arguments) {
        return new Finding(code, place, found, new TreeMap<>(arguments));
    }

    public static Finding of(FindingCode code, Place place, String found) {
        return of(code, place, found, Map.of());
    }

    public static Finding of(FindingCode code, Place place) {
        return of(code, place, "", Map.of());
    }

    public Severity severity() {
        return code.severity();
    }
}
