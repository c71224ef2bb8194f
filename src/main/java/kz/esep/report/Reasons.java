package kz.esep.report;

import java.util.Locale;
import java.util.Map;
import kz.esep.language.Sentence;
import kz.esep.reconcile.Assessment;

/// Why an obligation has its status: the words of the rule that decided.
final class Reasons {
    private Reasons() {}

    static Sentence of(Assessment assessment) {
        return Sentence.of(
                "rule." + assessment.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Map.of(
                        "due", assessment.due(),
                        "days", assessment.days()));
    }
}
