package kz.esep.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.esep.agency.Agency;
import kz.esep.language.Bilingual;
import kz.esep.language.Sentence;
import kz.esep.plan.Obligation;

/// Everything that was ever said of a measure: every version of every claim over all periods, with
/// its file and cell, and what became of it.
///
/// @param obligations of which anything was said, in the order of years, then of the plan
/// @param strays versions of claims that belong to no obligation of their sender, as sentences
public record History(List<Tale> obligations, List<Sentence> strays) {

    public History {
        obligations = List.copyOf(obligations);
        strays = List.copyOf(strays);
    }

    /// What was said of one obligation.
    public record Tale(int year, Bilingual agency, List<Sentence> sentences) {
        public Tale {
            sentences = List.copyOf(sentences);
        }
    }

    /// @param reconciliation of the newest period, which knows every earlier one
    /// @param agency only what this one holds, answers for, or sent
    public static History of(Reconciliation reconciliation, int measure, Optional<String> agency) {
        Facts facts = reconciliation.facts();
        Told told = new Told(facts);
        Reasons reasons = new Reasons(facts);
        List<Tale> tales =
                reconciliation.assessments().stream()
                        .filter(unit -> unit.obligation().measure() == measure)
                        .filter(unit -> speaksOf(unit.obligation(), agency))
                        .filter(History::said)
                        .map(unit -> tale(unit, told, reasons, facts))
                        .toList();
        List<Sentence> strays = new ArrayList<>();
        reconciliation.fates().withoutObligation().stream()
                .filter(filed -> filed.claim().key().measure() == measure)
                .filter(filed -> agency.isEmpty() || sentBy(agency.get()).test(filed))
                .forEach(filed -> {
                    strays.add(told.came(filed));
                    strays.addAll(told.text(filed, measure));
                    strays.add(Sentence.of("why.fate.without-obligation"));
                });
        return new History(tales, strays);
    }

    private static boolean speaksOf(Obligation duty, Optional<String> agency) {
        return agency.map(id -> id.equals(duty.holder()) || id.equals(duty.answerable()))
                .orElse(true);
    }

    private static Predicate<FiledClaim> sentBy(String agency) {
        return filed ->
                agency.equals(filed.claim().key().agency())
                        || agency.equals(filed.received().folder());
    }

    private static boolean said(Assessment unit) {
        Grounds grounds = unit.grounds();
        return grounds.opening().isPresent()
                || !grounds.claims().isEmpty()
                || !grounds.decisions().isEmpty();
    }

    private static Tale tale(Assessment unit, Told told, Reasons reasons, Facts facts) {
        Grounds grounds = unit.grounds();
        List<Sentence> sentences = new ArrayList<>();
        if (grounds.opening().isPresent()) {
            sentences.add(told.record(grounds.opening()));
        }
        sentences.addAll(told.claims(unit));
        if (grounds.claims().stream().anyMatch(filed -> !filed.claim().actual().isMissing())) {
            told.seriesBroken(unit.obligation().holder()).ifPresent(sentences::add);
        }
        if (!grounds.decisions().isEmpty()) {
            sentences.addAll(told.decisions(grounds.decisions()));
        }
        sentences.add(
                Sentence.of(
                        "why.history.now",
                        Map.of(
                                "status", Told.status(unit.status()),
                                "rule", Told.name(unit.rule()),
                                "reason", reasons.of(unit))));
        return new Tale(
                unit.obligation().year(),
                facts.register()
                        .find(unit.obligation().holder())
                        .map(Agency::shortName)
                        .orElseThrow(),
                sentences);
    }
}
