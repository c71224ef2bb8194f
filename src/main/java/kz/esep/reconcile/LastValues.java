package kz.esep.reconcile;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.esep.plan.Obligation;

/// The last value that was given for each obligation of a year, by who answers for it: of all that
/// was claimed of it, the next year's values are compared with this alone.
record LastValues(Map<Obligation.Key, Optional<FiledClaim>> byAnswerable) {

    static final LastValues NONE = new LastValues(Map.of());

    /// @param duties of one year; of two under one key the first counts, though it has no value
    static LastValues of(Collection<Duty> duties) {
        Map<Obligation.Key, Optional<FiledClaim>> values = new HashMap<>();
        duties.forEach(duty ->
                values.computeIfAbsent(
                        key(duty.obligation(), duty.obligation().year()),
                        _ -> Testimony.lastValue(duty.claims().stream())));
        return new LastValues(values);
    }

    /// The value of the same unit's obligation of the year before.
    Optional<FiledClaim> before(Obligation duty) {
        return byAnswerable.getOrDefault(key(duty, duty.year() - 1), Optional.empty());
    }

    private static Obligation.Key key(Obligation duty, int year) {
        return new Obligation.Key(duty.measure(), year, duty.answerable());
    }
}
