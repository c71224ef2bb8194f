package kz.esep.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.esep.plan.Decision;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.plan.OpeningEntry;

/// One obligation with everything that was said of it.
///
/// @param claims in the order of their receipt
record Duty(
        Obligation obligation,
        Measure measure,
        Optional<OpeningEntry> opening,
        Rulings rulings,
        List<FiledClaim> claims) {

    Duty {
        claims = List.copyOf(claims);
    }

    /// The due date, as extended by a decision.
    LocalDate due() {
        return rulings.extension().map(Decision.Extend::due).orElse(obligation.due());
    }

    /// Whether anybody's record mentions it.
    boolean known() {
        return opening.isPresent() || !claims.isEmpty() || !rulings.isEmpty();
    }

    boolean openedAs(OpeningEntry.Standing standing) {
        return opening.filter(entry -> entry.standing() == standing).isPresent();
    }

    boolean closed() {
        return rulings.takenOff().isPresent() || openedAs(OpeningEntry.Standing.CLOSED);
    }
}
