package kz.esep.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the plan requires of one unit by one date.
///
/// @param named the executor that the plan names (an agency's id or a group's)
/// @param holder who had the mandate on the due date, or on E if that is earlier; for a group, the
///   member
/// @param answerable the holder, or its living successor by function on E
/// @param alsoNamed other named executors with the same holder: several named bodies, one
///   obligation
/// @param due 31 December of the year; a decision may extend it
/// @param target the year's target, if the plan has one
/// @param targetOnly U4: a value is expected, no status, not in the index
/// @param assumed the holder or answerable rests on an assumed succession
public record Obligation(
        int measure,
        int year,
        String named,
        String holder,
        String answerable,
        Set<String> alsoNamed,
        Executor.Role role,
        LocalDate due,
        Optional<BigDecimal> target,
        boolean targetOnly,
        boolean assumed) {

    public Obligation {
        alsoNamed =
                alsoNamed.isEmpty()
                        ? Collections.emptySortedSet()
                        : Collections.unmodifiableSortedSet(new TreeSet<>(alsoNamed));
    }

    public boolean voluntary() {
        return role == Executor.Role.BY_AGREEMENT;
    }

    /// What claims, decisions and the opening record are matched by.
    public Key key() {
        return new Key(measure, year, holder);
    }

    /// (measure, year, agency): the key of a claim.
    public record Key(int measure, int year, String agency) {}
}
