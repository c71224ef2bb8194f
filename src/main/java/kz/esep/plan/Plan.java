package kz.esep.plan;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.esep.language.Language;

/// A plan in all its redactions, with what the ministry recorded of it and decided on it.
///
/// @param redactions oldest first, at least one
public record Plan(
        String id,
        List<Redaction> redactions,
        List<OpeningEntry> opening,
        List<Decision> decisions) {

    public Plan {
        List<Redaction> own = List.copyOf(redactions);
        redactions =
                own.stream()
                        .map(redaction -> redaction.with(Numbering.of(own, redaction)))
                        .toList();
        opening = List.copyOf(opening);
        decisions = List.copyOf(decisions);
    }

    public Redaction newest() {
        return redactions.getLast();
    }

    public Optional<Redaction> redaction(String redactionId) {
        return redactions.stream()
                .filter(redaction -> redaction.id().equals(redactionId))
                .findFirst();
    }

    /// The redaction in force on the period's last day; empty where none is, or the plan's years do
    /// not hold the day.
    public Optional<Redaction> inForce(Period period) {
        int year = period.lastDay().getYear();
        return inForce(period.lastDay())
                .filter(redaction -> redaction.firstYear() <= year)
                .filter(redaction -> redaction.lastYear() >= year);
    }

    /// The law of a day: of the newest redaction in force in any language, each language in the
    /// words of the newest that is in force in it.
    public Optional<Redaction> inForce(LocalDate day) {
        return begun(day)
                .map(law ->
                        new Wording(
                                        law,
                                        inForce(day, Language.KK).orElse(law),
                                        inForce(day, Language.RU).orElse(law))
                                .text());
    }

    /// The redaction whose text in a language is in force on a day: the newest that has begun.
    Optional<Redaction> inForce(LocalDate day, Language language) {
        return redactions.stream()
                .filter(redaction -> redaction.inForce(language).isPresent())
                .filter(redaction -> !redaction.inForce(language).orElseThrow().from().isAfter(day))
                .max(
                        comparing((Redaction redaction) ->
                                        redaction.inForce(language).orElseThrow().from())
                                .thenComparing(redaction -> redaction.act().date()));
    }

    private Optional<Redaction> begun(LocalDate day) {
        return redactions.stream()
                .filter(redaction -> !redaction.begins().isAfter(day))
                .max(Redaction.BY_AGE);
    }

    /// The opening record as a redaction numbers the measures; it was drawn up when control began.
    public List<OpeningEntry> opening(Redaction law) {
        String then = begun(law.controlFrom()).orElseGet(redactions::getFirst).id();
        return opening.stream()
                .flatMap(
                        entry -> law.numbering().here(then, entry.key()).map(entry::under).stream())
                .toList();
    }

    /// The decisions as a redaction numbers the measures; each was taken under the law of its day.
    public List<Decision> decisions(Redaction law) {
        return decisions.stream()
                .flatMap(decision ->
                        law
                                .numbering()
                                .here(
                                        begun(decision.date()).orElseGet(redactions::getFirst).id(),
                                        decision.key())
                                .map(decision::under)
                                .stream())
                .toList();
    }
}
