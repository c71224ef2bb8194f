package kz.esep.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What each redaction of a plan calls the measures of one of them: a measure keeps its identity
/// when an amendment gives it another number.
///
/// @param numbers by redaction, then by the number there: the number here
public record Numbering(Map<String, Map<Integer, Integer>> numbers) {

    /// A plan with one redaction.
    public static final Numbering UNCHANGED = new Numbering(Map.of());

    public Numbering {
        numbers = Map.copyOf(numbers);
    }

    /// @param redactions of one plan, oldest first
    /// @param here one of them
    static Numbering of(List<Redaction> redactions, Redaction here) {
        Map<String, Map<Integer, Integer>> identities = identities(redactions);
        Map<Integer, Integer> own = new HashMap<>();
        identities
                .getOrDefault(here.id(), Map.of())
                .forEach((number, identity) -> own.put(identity, number));
        Map<String, Map<Integer, Integer>> numbers = new HashMap<>();
        identities.forEach((redaction, theirs) -> {
            Map<Integer, Integer> known = new HashMap<>();
            theirs.forEach((number, identity) ->
                    Optional.ofNullable(own.get(identity))
                            .ifPresent(today -> known.put(number, today)));
            numbers.put(redaction, Map.copyOf(known));
        });
        return new Numbering(numbers);
    }

    /// A number for each measure that ever was, by redaction and the measure's number there.
    private static Map<String, Map<Integer, Integer>> identities(List<Redaction> redactions) {
        Map<String, Map<Integer, Integer>> identities = new HashMap<>();
        Map<Integer, Integer> before = Map.of();
        int count = 0;
        for (Redaction redaction : redactions) {
            Map<Integer, Integer> earlier = before;
            Map<Integer, Integer> now = new HashMap<>();
            for (Measure measure : redaction.measures()) {
                Optional<Integer> kept =
                        before(redaction, measure)
                                .flatMap(number -> Optional.ofNullable(earlier.get(number)));
                now.put(measure.number(), kept.orElse(count));
                count = kept.isPresent() ? count : count + 1;
            }
            identities.put(redaction.id(), now);
            before = now;
        }
        return identities;
    }

    /// A measure's number in the redaction before its own. One that says nothing kept its number,
    /// unless that measure says that it has another one now.
    static Optional<Integer> before(Redaction redaction, Measure measure) {
        return switch (measure.origin()) {
            case Measure.Origin.Was(int number) -> Optional.of(number);
            case Measure.Origin.New() -> Optional.empty();
            case Measure.Origin.Kept() ->
                    redaction.measures().stream()
                                    .anyMatch(other ->
                                            other.origin()
                                                    .equals(
                                                            new Measure.Origin.Was(
                                                                    measure.number())))
                            ? Optional.empty()
                            : Optional.of(measure.number());
        };
    }

    /// What this redaction calls a measure of another one; empty if it has it no more, or not yet.
    public Optional<Integer> here(String redaction, int number) {
        return numbers.containsKey(redaction)
                ? Optional.ofNullable(numbers.get(redaction).get(number))
                : Optional.of(number);
    }

    /// What another redaction calls a measure of this one.
    public Optional<Integer> there(String redaction, int number) {
        return numbers.containsKey(redaction)
                ? numbers.get(redaction).entrySet().stream()
                        .filter(pair -> pair.getValue() == number)
                        .map(Map.Entry::getKey)
                        .findFirst()
                : Optional.of(number);
    }

    /// The same obligation as this redaction numbers it.
    public Optional<Obligation.Key> here(String redaction, Obligation.Key key) {
        return here(redaction, key.measure())
                .map(number -> new Obligation.Key(number, key.year(), key.agency()));
    }
}
