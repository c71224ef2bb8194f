package kz.esep.plan;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.esep.agency.AgencyKind;
import kz.esep.agency.Register;
import kz.esep.language.Sentence;

/// The keys under which a decision or the opening record may speak of an obligation: those of its
/// holder, of the agencies that the plan names, and of the one that answers for it at the plan's
/// end.
record Duties(Set<Obligation.Key> keys, Register register) {

    static Duties of(List<Redaction> redactions, Register register) {
        Set<Obligation.Key> keys = new HashSet<>();
        for (Redaction redaction : redactions) {
            LocalDate end = LocalDate.of(redaction.lastYear(), 12, 31);
            for (Obligation duty : Unfolding.of(redaction, register, end)) {
                keys.add(duty.key());
                keys.add(key(duty, duty.answerable()));
                Stream.concat(Stream.of(duty.named()), duty.alsoNamed().stream())
                        .filter(named -> register.get(named).kind() != AgencyKind.GROUP)
                        .forEach(named -> keys.add(key(duty, named)));
            }
        }
        return new Duties(keys, register);
    }

    private static Obligation.Key key(Obligation duty, String agency) {
        return new Obligation.Key(duty.measure(), duty.year(), agency);
    }

    /// Why a key names no obligation, if it names none.
    Optional<Sentence> problem(Obligation.Key key) {
        if (register.find(key.agency()).isEmpty()) {
            return Optional.of(
                    Sentence.of("plan.problem.unknown-agency", Map.of("agency", key.agency())));
        }
        return keys.contains(key)
                ? Optional.empty()
                : Optional.of(
                        Sentence.of(
                                "plan.problem.no-such-obligation",
                                Map.of(
                                        "measure",
                                        key.measure(),
                                        "year",
                                        Integer.toString(key.year()),
                                        "agency",
                                        key.agency())));
    }
}
