package kz.esep.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.esep.intake.Claim;
import kz.esep.language.Bilingual;
import kz.esep.language.Speech;
import kz.esep.reconcile.Assessment;

/// What was last said of an obligation, in one line of each language, for the grey column of a
/// form.
final class LastAnswer {

    private LastAnswer() {}

    static Bilingual of(Assessment assessment, Speech kk, Speech ru) {
        return new Bilingual(in(kk, assessment), in(ru, assessment));
    }

    private static String in(Speech speech, Assessment assessment) {
        List<String> parts = new ArrayList<>();
        assessment
                .status()
                .ifPresent(status ->
                        parts.add(
                                speech.say(
                                        "status."
                                                + status.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-'))));
        assessment.claim().ifPresent(filed -> claim(speech, filed.claim(), parts));
        return String.join("; ", parts);
    }

    private static void claim(Speech speech, Claim claim, List<String> parts) {
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
    }
}
