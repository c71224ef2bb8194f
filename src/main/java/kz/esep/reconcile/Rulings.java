package kz.esep.reconcile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.esep.plan.Decision;

/// The ministry's decisions on one obligation that are in force on a day.
///
/// @param known all of them, oldest first
/// @param extension the newest extension
/// @param verdict the newest acceptance or return
record Rulings(
        List<Decision> known,
        Optional<Decision.Extend> extension,
        Optional<Decision> verdict,
        Optional<Decision.TakeOffControl> takenOff) {

    /// @param lastDay decisions dated later do not exist
    static Rulings of(List<Decision> decisions, LocalDate lastDay) {
        List<Decision> known =
                decisions.stream()
                        .filter(decision -> !decision.date().isAfter(lastDay))
                        .sorted(Comparator.comparing(Decision::date))
                        .toList();
        Optional<Decision.Extend> extension = Optional.empty();
        Optional<Decision> verdict = Optional.empty();
        Optional<Decision.TakeOffControl> takenOff = Optional.empty();
        for (Decision decision : known) {
            switch (decision) {
                case Decision.Extend extend -> extension = Optional.of(extend);
                case Decision.Accept accept -> verdict = Optional.of(accept);
                case Decision.Return returned -> verdict = Optional.of(returned);
                case Decision.TakeOffControl off -> takenOff = Optional.of(off);
            }
        }
        return new Rulings(known, extension, verdict, takenOff);
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    Optional<Decision.Accept> acceptance() {
        return verdict.flatMap(decision ->
                decision instanceof Decision.Accept accept
                        ? Optional.of(accept)
                        : Optional.empty());
    }

    Optional<Decision.Return> returned() {
        return verdict.flatMap(decision ->
                decision instanceof Decision.Return returned
                        ? Optional.of(returned)
                        : Optional.empty());
    }

    /// The return of what had come by its date: what an agency sends afterwards is a new claim.
    Optional<Decision.Return> returnOf(LocalDate receivedOn) {
        return returned().filter(returned -> !receivedOn.isAfter(returned.date()));
    }
}
