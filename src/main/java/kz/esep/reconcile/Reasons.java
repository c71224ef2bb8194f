package kz.esep.reconcile;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.esep.agency.Agency;
import kz.esep.intake.Claim;
import kz.esep.language.Sentence;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Decision;
import kz.esep.plan.OpeningEntry;

/// Why a status is what it is, as one plain sentence: the rule that decided, and its dates and
/// papers.
public final class Reasons {

    private final Facts facts;
    private final Proof.Scale scale;

    public Reasons(Facts facts) {
        this.facts = facts;
        this.scale = new Proof.Scale(facts);
    }

    /// Why a measure has its status, as rolled up from its units.
    public Sentence of(MeasureResult result) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("done", result.doneUnits());
        said.put("counted", result.countedUnits());
        result.units().stream()
                .filter(RollUp::leads)
                .findFirst()
                .flatMap(lead -> facts.register().find(RollUp.leader(lead, facts.register())))
                .map(Agency::shortName)
                .ifPresent(name -> said.put("lead", name));
        return Sentence.of(key(result.rule()), said);
    }

    /// Why an obligation has its status.
    public Sentence of(Assessment assessment) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("due", assessment.due());
        said.put("extended", !assessment.due().equals(assessment.obligation().due()));
        said.put("days", assessment.days());
        demanded(assessment).ifPresent(kind -> said.put("demanded", kind));
        String rule = key(assessment.rule());
        String key =
                switch (assessment.rule()) {
                    case C1, C2 -> rule + proven(assessment, said);
                    case C3 -> rule + unproven(assessment, said);
                    case C4 -> rule + outside(assessment, said);
                    case C5 -> rule + (is(assessment, Status.IN_PROGRESS) ? "-in-progress" : "");
                    case C7 -> rule + (is(assessment, Status.OVERDUE) ? "-overdue" : "");
                    case C8 -> rule + stayedOrWithdrawn(assessment, said);
                    case C9 -> rule + ruled(assessment, said);
                    case C10 -> rule + closed(assessment, said);
                    case O1, C6, A1_LEAD, A1_ALL, A1_ANY, A3, U4, U7, INCOMPLETE -> rule;
                };
        return Sentence.of(key, said);
    }

    private static String key(Rule rule) {
        return "rule." + rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Optional<CompletionForm.Kind> demanded(Assessment assessment) {
        return facts.redaction()
                .measure(assessment.obligation().measure())
                .flatMap(measure -> measure.form().map(CompletionForm::kind));
    }

    private static String proven(Assessment assessment, Map<String, Object> said) {
        FiledClaim filed = assessment.claim().orElseThrow();
        Claim.Evidence evidence = filed.claim().evidence();
        said.put("completed", filed.claim().completedOn().orElseThrow());
        said.put("number", bare(evidence.number()));
        said.put("date", evidence.date().orElseThrow());
        if (assessment.carried()) {
            said.put("period", filed.period());
            return "-carried";
        }
        return "";
    }

    private String unproven(Assessment assessment, Map<String, Object> said) {
        FiledClaim filed = assessment.claim().orElseThrow();
        if (filed.claim().evidence().isMissing()) {
            return "-none";
        }
        Proof proof = proof(assessment, filed);
        said.put("kind", proof.kind());
        said.put("number", proof.number());
        said.put("date", proof.date());
        said.put("completed", proof.completion());
        return "";
    }

    private String outside(Assessment assessment, Map<String, Object> said) {
        FiledClaim filed = assessment.claim().orElseThrow();
        Proof proof = proof(assessment, filed);
        if (!proof.completedInTime()) {
            said.put("completed", filed.claim().completedOn().orElseThrow());
            said.put("end", proof.completedUpTo());
            return "";
        }
        said.put("date", filed.claim().evidence().date().orElseThrow());
        said.put("from", proof.datedFrom());
        said.put("to", proof.datedUpTo());
        return "-document";
    }

    private Proof proof(Assessment assessment, FiledClaim filed) {
        return scale.of(
                assessment.obligation(),
                facts.redaction().measure(assessment.obligation().measure()).orElseThrow(),
                filed);
    }

    private static String stayedOrWithdrawn(Assessment assessment, Map<String, Object> said) {
        if (assessment.opening().isEmpty()) {
            return is(assessment, Status.OVERDUE) ? "-withdrawn-overdue" : "-withdrawn";
        }
        OpeningEntry opening = assessment.opening().get();
        document(opening, said);
        if (opening.date().isEmpty()) {
            return "-undated";
        }
        said.put("completed", opening.date().get());
        return is(assessment, Status.DONE_LATE) ? "-late" : "";
    }

    private String ruled(Assessment assessment, Map<String, Object> said) {
        Decision decision = assessment.decision().orElseThrow();
        said.put("document", decision.document());
        said.put("reason", decision.reason());
        if (!assessment.accepted()) {
            return assessment.opening().isPresent() ? "-returned-record" : "-returned";
        }
        said.put(
                "completed",
                Completion.acceptedDay(
                        assessment
                                .claim()
                                .filter(Completion::claimsDone)
                                .filter(filed -> proof(assessment, filed).completedInTime()),
                        decision.date()));
        return is(assessment, Status.DONE_LATE) ? "-accepted-late" : "-accepted";
    }

    private static String closed(Assessment assessment, Map<String, Object> said) {
        if (assessment.opening().isPresent()) {
            document(assessment.opening().get(), said);
            return "-opening";
        }
        Decision decision = assessment.decision().orElseThrow();
        said.put("document", decision.document());
        said.put("reason", decision.reason());
        return "";
    }

    private static void document(OpeningEntry opening, Map<String, Object> said) {
        said.put("document", opening.document());
        said.put("documented", !opening.document().isBlank());
    }

    private static boolean is(Assessment assessment, Status status) {
        return assessment.status().filter(status::equals).isPresent();
    }

    /// Agencies write `№ 5` as often as `5`; the sentence has its own sign.
    static String bare(String number) {
        return number.strip().replaceFirst("^(?:№|N)\\s*", "");
    }
}
