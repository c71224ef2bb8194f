package kz.esep.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.esep.intake.Claim;
import kz.esep.intake.FormLayout;
import kz.esep.language.Bilingual;
import kz.esep.language.Speech;
import kz.esep.reconcile.Assessment;
import kz.esep.reconcile.FiledClaim;

/// What was last said of an obligation, in one line of each language, for the grey column of a
/// form.
final class LastAnswer {

    private LastAnswer() {}

    static Bilingual of(Assessment assessment, Speech kk, Speech ru) {
        return new Bilingual(in(kk, assessment), in(ru, assessment));
    }

    /// The agency's own words, never our judgement of them; before it ever answered, the ministry's
    /// note.
    private static String in(Speech speech, Assessment assessment) {
        return assessment
                .claim()
                .map(filed -> claim(speech, filed))
                .or(() -> assessment.opening().map(entry -> entry.note().in(speech.language())))
                .orElse("");
    }

    private static String claim(Speech speech, FiledClaim filed) {
        Claim claim = filed.claim();
        List<String> parts = new ArrayList<>();
        claim.status()
                .ifPresentOrElse(
                        status ->
                                parts.add(
                                        speech.say(
                                                "forms.status",
                                                Map.of(
                                                        "period",
                                                        filed.period(),
                                                        "status",
                                                        FormLayout.word(status, speech)))),
                        () -> parts.add(filed.period().in(speech)));
        claim.completedOn().ifPresent(day -> parts.add(speech.formats().numeric(day)));
        if (!claim.evidence().number().isEmpty()) {
            parts.add(
                    claim.evidence()
                            .date()
                            .map(day ->
                                    speech.say(
                                            "forms.document-dated",
                                            Map.of(
                                                    "number", claim.evidence().number(),
                                                    "date", speech.formats().numeric(day))))
                            .orElseGet(() ->
                                    speech.say(
                                            "forms.document",
                                            Map.of("number", claim.evidence().number()))));
        }
        claim.actual().value().ifPresent(value -> parts.add(speech.formats().percent(value)));
        return String.join("; ", parts);
    }
}
