package kz.esep.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.esep.agency.AgencyKind;
import kz.esep.agency.Register;
import kz.esep.plan.Obligation;

/// Finds the obligations that a key (measure, year, agency) means, whichever of its names the
/// agency is called by: the holder's, the answerable's, or one that the plan prints.
final class Matching {

    private final Register register;
    private final Map<Obligation.Key, Obligation> byHolder = new HashMap<>();
    private final Map<Obligation.Key, Set<Obligation>> byAnyName = new HashMap<>();

    Matching(List<Obligation> obligations, Register register) {
        this.register = register;
        for (Obligation obligation : obligations) {
            byHolder.put(obligation.key(), obligation);
            names(obligation)
                    .forEach(name ->
                            byAnyName
                                    .computeIfAbsent(
                                            new Obligation.Key(
                                                    obligation.measure(), obligation.year(), name),
                                            _ -> new LinkedHashSet<>())
                                    .add(obligation));
        }
    }

    /// The holder's own obligation, else all that the agency is known for: a body that took over
    /// from two answers for both.
    List<Obligation> of(Obligation.Key key) {
        Obligation held = byHolder.get(key);
        return held == null
                ? new ArrayList<>(byAnyName.getOrDefault(key, Set.of()))
                : List.of(held);
    }

    /// Whether an agency may speak for an obligation.
    boolean mayAnswer(String agency, Obligation obligation) {
        return names(obligation).anyMatch(agency::equals);
    }

    /// A group's name stands for all its members and so for none of them.
    private Stream<String> names(Obligation obligation) {
        return Stream.concat(
                        Stream.of(obligation.holder(), obligation.answerable(), obligation.named()),
                        obligation.alsoNamed().stream())
                .filter(name ->
                        register.find(name)
                                .filter(agency -> agency.kind() == AgencyKind.GROUP)
                                .isEmpty());
    }
}
