package kz.esep.plan;

import java.time.LocalDate;
import java.util.Optional;
import kz.esep.language.Bilingual;

/// A line of the ministry's own record of what came before `control-from`.
///
/// @param line of `opening.csv`, as an editor counts them
public record OpeningEntry(
        Obligation.Key key,
        Standing standing,
        Optional<LocalDate> date,
        String document,
        Bilingual note,
        int line) {

    OpeningEntry under(Obligation.Key other) {
        return new OpeningEntry(other, standing, date, document, note, line);
    }

    /// What the ministry's record says of an obligation.
    public enum Standing {
        DONE,
        UNSETTLED,
        CLOSED
    }
}
