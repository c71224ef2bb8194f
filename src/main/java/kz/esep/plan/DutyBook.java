package kz.esep.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.esep.agency.Register;
import kz.esep.language.Sentence;

/// The obligations of every plan, for what refers to them by plan and key.
///
/// @param defaultPlan meant where a line names no plan
record DutyBook(String defaultPlan, Map<String, Duties> byPlan) {

    /// @param plans by id, the default one's id first
    static DutyBook of(Map<String, List<Redaction>> plans, Register register) {
        return new DutyBook(
                plans.keySet().iterator().next(),
                plans.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        plan -> Duties.of(plan.getValue(), register))));
    }

    /// Why a plan and a key name no obligation, if they name none.
    Optional<Sentence> problem(String plan, Obligation.Key key) {
        return Optional.ofNullable(byPlan.get(plan))
                .map(duties -> duties.problem(key))
                .orElseGet(() ->
                        Optional.of(
                                Sentence.of("plan.problem.unknown-plan", Map.of("plan", plan))));
    }
}
