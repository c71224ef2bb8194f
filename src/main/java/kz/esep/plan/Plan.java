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
        redactions = List.copyOf(redactions);
        opening = List.copyOf(opening);
        decisions = List.copyOf(decisions);
    }

    public Redaction newest() {
        return redactions.getLast();
    }

    /// The redaction in force on the period's last day; empty where none is, or the plan's years do
    /// not hold the day.
    public Optional<Redaction> inForce(Period period) {
        int year = period.lastDay().getYear();
        return inForce(period.lastDay(), Language.KK)
                .filter(redaction -> redaction.firstYear() <= year)
                .filter(redaction -> redaction.lastYear() >= year);
    }

    /// The redaction whose text in a language is in force on a day: the newest that has begun.
    public Optional<Redaction> inForce(LocalDate day, Language language) {
        return redactions.stream()
                .filter(redaction -> !redaction.inForce(language).from().isAfter(day))
                .max(
                        comparing((Redaction redaction) -> redaction.inForce(language).from())
                                .thenComparing(redaction -> redaction.act().date()));
    }
}
