package kz.esep.agency;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import kz.esep.language.Bilingual;

/// A function that passed to another body.
///
/// @param agency the successor's id
/// @param from the operative day
/// @param measures the plan's measures that passed; empty: all
/// @param assumed true where no source states the successor or the day
public record Succession(
        String agency,
        LocalDate from,
        Set<Integer> measures,
        Bilingual function,
        boolean assumed,
        Bilingual source) {

    public Succession {
        measures = Collections.unmodifiableSet(new TreeSet<>(measures));
    }

    public boolean covers(int measure) {
        return measures.isEmpty() || measures.contains(measure);
    }
}
