package kz.esep.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.esep.intake.Claim;
import kz.esep.intake.Received;
import kz.esep.language.Bilingual;
import kz.esep.language.ExactPercent;
import kz.esep.language.Moment;
import kz.esep.language.Sentence;
import kz.esep.plan.Decision;
import kz.esep.plan.Measure;
import kz.esep.plan.OpeningEntry;

/// Retells what was said of an obligation: by the ministry's own record, by agencies, by decisions.
final class Told {

    private static final String NONE = "none";

    private final Facts facts;

    Told(Facts facts) {
        this.facts = facts;
    }

    Sentence record(Optional<OpeningEntry> opening) {
        return opening.map(entry ->
                        Sentence.of(
                                "why.record",
                                Map.of(
                                        "line", Integer.toString(entry.line()),
                                        "standing", entry.standing(),
                                        "date", orNone(entry.date()),
                                        "document", orNone(entry.document()),
                                        "noted", !entry.note().isEmpty(),
                                        "note", entry.note())))
                .orElse(Sentence.of("why.record-none"));
    }

    /// Marks a region that was split in the plan's years: its values before and after are of two
    /// territories.
    Optional<Sentence> seriesBroken(String agency) {
        return facts.seriesBrokenOn(agency)
                .map(day ->
                        Sentence.of(
                                "why.series-broken",
                                Map.of(
                                        "agency",
                                        facts.register().get(agency).shortName(),
                                        "day",
                                        day)));
    }

    List<Sentence> decisions(List<Decision> decisions) {
        List<Sentence> said = new ArrayList<>();
        for (Decision decision : decisions) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("date", decision.date());
            values.put("document", decision.document());
            values.put("reason", decision.reason());
            said.add(
                    switch (decision) {
                        case Decision.Extend extension -> {
                            values.put("due", extension.due());
                            yield Sentence.of("why.decision.extend", values);
                        }
                        case Decision.Accept _ -> Sentence.of("why.decision.accept", values);
                        case Decision.Return _ -> Sentence.of("why.decision.return", values);
                        case Decision.TakeOffControl _ ->
                                Sentence.of("why.decision.take-off-control", values);
                    });
        }
        return said.isEmpty()
                ? List.of(
                        Sentence.of(
                                "why.decisions-none",
                                Map.of("day", LocalDate.ofInstant(facts.asOf(), facts.zone()))))
                : said;
    }

    /// Each claim with how it came, what it says and what became of it.
    List<Sentence> claims(Assessment unit) {
        List<Sentence> said = new ArrayList<>();
        for (FiledClaim filed : unit.grounds().claims()) {
            said.add(came(filed));
            said.addAll(text(filed, unit.obligation().measure()));
            said.add(fate(filed, unit));
        }
        return said.isEmpty() ? List.of(Sentence.of("why.claims-none")) : said;
    }

    Sentence came(FiledClaim filed) {
        Received received = filed.received();
        return Sentence.of(
                "why.claim.came",
                Map.of(
                        "period", filed.period(),
                        "received",
                                new Moment(LocalDateTime.ofInstant(received.at(), facts.zone())),
                        "source", received.source(),
                        "incoming", orNone(received.incomingNumber()),
                        "line", Long.toString(received.line()),
                        "place", filed.claim().place().toString()));
    }

    /// What a claim says, and its own texts word by word.
    List<Sentence> text(FiledClaim filed, int measure) {
        Claim claim = filed.claim();
        List<Sentence> said = new ArrayList<>();
        said.add(Sentence.of("why.claim.says", Map.of("says", words(claim, measure))));
        if (!claim.progressKk().isBlank() || !claim.progressRu().isBlank()) {
            Bilingual progress =
                    new Bilingual(
                            claim.progressKk().isBlank() ? claim.progressRu() : claim.progressKk(),
                            claim.progressRu().isBlank() ? claim.progressKk() : claim.progressRu());
            said.add(Sentence.of("why.claim.progress", Map.of("text", progress)));
        }
        if (!claim.reason().isBlank()) {
            said.add(Sentence.of("why.claim.reason", Map.of("text", claim.reason())));
        }
        return said;
    }

    private Sentence fate(FiledClaim filed, Assessment unit) {
        Grounds grounds = unit.grounds();
        Optional<FiledClaim> by = Optional.ofNullable(grounds.supersededBy().get(filed));
        if (unit.claim().filter(filed::equals).isPresent()) {
            return unit.rule() == Rule.C7
                    ? Sentence.of("why.fate.last-heard", Map.of("period", facts.period()))
                    : Sentence.of("why.fate." + standing(filed, unit));
        }
        boolean valued = grounds.valued().filter(filed::equals).isPresent();
        return by.map(later ->
                        Sentence.of(
                                "why.fate.superseded",
                                Map.of(
                                        "withdrawn", grounds.withdrawing().contains(later),
                                        "line", Long.toString(later.received().line()),
                                        "place", later.claim().place().toString(),
                                        "valued", valued)))
                .orElseThrow(
                        () -> new IllegalStateException("nobody knows what became of " + filed));
    }

    private static String standing(FiledClaim filed, Assessment unit) {
        if (unit.grounds().withdrawing().contains(filed)) {
            return "withdraws";
        }
        if (overruled(filed, unit)) {
            return "overruled";
        }
        return unit.carried() ? "carried" : "decides";
    }

    /// The ministry's own record or decision gave the status, whatever the agency says.
    private static boolean overruled(FiledClaim filed, Assessment unit) {
        boolean done = unit.status().filter(Status::done).isPresent();
        return unit.rule() == Rule.C10
                || (unit.rule() == Rule.C8 && done)
                || (unit.rule() == Rule.C9 && done && !Completion.claimsDone(filed));
    }

    /// What a unit says, in a few words; that it is silent where it does.
    Sentence says(Assessment unit) {
        int measure = unit.obligation().measure();
        return unit.claim()
                .map(said -> words(said.claim(), measure))
                .orElse(Sentence.of("why.silent"));
    }

    /// Where it says so; nothing for the silent.
    static Object where(Optional<FiledClaim> filed) {
        return filed.<Object>map(said -> said.claim().place().toString()).orElse(NONE);
    }

    private Sentence words(Claim claim, int measure) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("status", claim.status().<Object>map(status -> status).orElse(NONE));
        values.put("completed", orNone(claim.completedOn()));
        values.put("paper", claim.evidence().isMissing() ? NONE : paper(claim.evidence()));
        Claim.Actual actual = claim.actual();
        values.put("value", actual.value().map(value -> amount(value, measure)).orElse(NONE));
        values.put("numerator", actual.numerator().<Object>map(number -> number).orElse(NONE));
        values.put("denominator", actual.denominator().<Object>map(number -> number).orElse(NONE));
        values.put("spent", claim.spent().<Object>map(number -> number).orElse(NONE));
        values.put("expected", orNone(claim.expectedOn()));
        return Sentence.of("why.words", values);
    }

    /// An indicator's value in its own unit, as exactly as it is known.
    Object amount(BigDecimal value, int measure) {
        boolean counted =
                facts.redaction().measure(measure).filter(Measure::countsThings).isPresent();
        return counted ? value : new ExactPercent(value);
    }

    private static Sentence paper(Claim.Evidence evidence) {
        return Sentence.of(
                "why.paper",
                Map.of(
                        "kind", evidence.kind().<Object>map(kind -> kind).orElse(NONE),
                        "number", orNone(evidence.number().strip()),
                        "date", orNone(evidence.date())));
    }

    static Sentence status(Optional<Status> status) {
        return Sentence.of(status.map(known -> "status." + slug(known)).orElse("why.unscored"));
    }

    /// A rule as people call it: `C7`, `A1`.
    static String name(Rule rule) {
        return switch (rule) {
            case A1_LEAD, A1_ALL, A1_ANY -> "A1";
            case INCOMPLETE -> "—";
            default -> rule.name();
        };
    }

    static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object orNone(Optional<LocalDate> day) {
        return day.<Object>map(known -> known).orElse(NONE);
    }

    private static String orNone(String text) {
        return text.isBlank() ? NONE : text;
    }
}
