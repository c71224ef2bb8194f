package kz.esep.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.plan.Decision;
import kz.esep.plan.Obligation;
import kz.esep.reconcile.Assessment;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Reconciliation;
import kz.esep.reconcile.Status;

/// What an issue said and what it was made from, in so few words that the next issue can be set
/// against it. The manifest holds it: what was said is not computed anew by a later program.
///
/// @param redaction the id of the plan's redaction
/// @param files every received file that the reports speak of, by its line in the ledger
/// @param decisions the ministry's acts up to as-of: `72/2024/mz 2025-01-25 take-off-control`
/// @param statuses of measures by number, `72`, and of obligations, `72/2024/mz`; those without a
///   status, and obligations without record, are not among them
/// @param inputs SHA-256 of plan, register, templates, by path
public record Statement(
        String version,
        String code,
        String redaction,
        Instant asOf,
        SortedMap<Long, Source> files,
        SortedSet<String> decisions,
        SortedMap<String, Status> statuses,
        SortedMap<String, String> inputs) {

    public Statement {
        files = new TreeMap<>(files);
        decisions = new TreeSet<>(decisions);
        statuses = new TreeMap<>(statuses);
        inputs = new TreeMap<>(inputs);
    }

    /// @param path relative to the inbox
    public record Source(String path, Instant receivedAt, FileOutcome.Verdict verdict) {

        static Source of(FileOutcome outcome) {
            Received received = outcome.received();
            return new Source(received.path(), received.at(), outcome.verdict());
        }
    }

    /// What the reports of a reconciliation say.
    public static Statement of(
            Reconciliation reconciliation,
            String version,
            String code,
            SortedMap<String, String> inputs) {
        Facts facts = reconciliation.facts();
        SortedMap<Long, Source> files = new TreeMap<>();
        facts.files().forEach(file -> files.put(file.received().line(), Source.of(file)));
        SortedSet<String> decisions = new TreeSet<>();
        made(facts).forEach(decision -> decisions.add(word(decision)));
        SortedMap<String, Status> statuses = new TreeMap<>();
        reconciliation
                .measures()
                .forEach(result ->
                        result.status()
                                .ifPresent(status ->
                                        statuses.put(word(result.measure().number()), status)));
        for (Assessment assessment : reconciliation.assessments()) {
            assessment
                    .status()
                    .filter(status -> status != Status.NO_RECORD)
                    .ifPresent(status ->
                            // of two duties under one key, the worse one is told
                            statuses.merge(
                                    word(assessment.obligation().key()),
                                    status,
                                    (one, other) -> one.compareTo(other) < 0 ? one : other));
        }
        return new Statement(
                version,
                code,
                facts.redaction().id(),
                facts.asOf(),
                files,
                decisions,
                statuses,
                inputs);
    }

    /// The ministry's acts up to as-of.
    static Set<Decision> made(Facts facts) {
        LocalDate today = LocalDate.ofInstant(facts.asOf(), facts.zone());
        Set<Decision> made = new LinkedHashSet<>(facts.decisions());
        made.removeIf(decision -> decision.date().isAfter(today));
        return made;
    }

    static String word(int measure) {
        return Integer.toString(measure);
    }

    static String word(Obligation.Key key) {
        return key.measure() + "/" + key.year() + "/" + key.agency();
    }

    static String word(Decision decision) {
        return word(decision.key()) + " " + decision.date() + " " + kind(decision);
    }

    /// The end of the words' key: `report.decision-kind.accept`.
    static String kind(Decision decision) {
        return switch (decision) {
            case Decision.Extend _ -> "extend";
            case Decision.Accept _ -> "accept";
            case Decision.Return _ -> "return";
            case Decision.TakeOffControl _ -> "take-off-control";
        };
    }

    /// An obligation's key, from the word for it; empty for a measure's.
    static Optional<Obligation.Key> key(String word) {
        String[] parts = word.split("/", 3);
        return parts.length == 3
                ? Optional.of(
                        new Obligation.Key(
                                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]))
                : Optional.empty();
    }
}
