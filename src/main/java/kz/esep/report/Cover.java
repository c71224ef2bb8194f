package kz.esep.report;

import java.time.LocalDateTime;
import kz.esep.language.Bilingual;
import kz.esep.language.Language;
import kz.esep.plan.Act;
import kz.esep.plan.Parameters;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;

/// What a title page says.
///
/// @param title of the report, as the plan's data give it for this recipient
/// @param recipient to whom the report goes; for an agency's report the agency's full name
/// @param plan the plan's own title
/// @param approval the act that approved the plan
/// @param kk the redaction that the Kazakh text is of
/// @param ru the redaction that the Russian text is of
/// @param asOf the moment up to which submissions were taken, in the plan's zone
/// @param parameters of the rules, as the plan sets them
public record Cover(
        Bilingual title,
        Bilingual recipient,
        Bilingual plan,
        Act approval,
        Redaction.InForce kk,
        Redaction.InForce ru,
        Bilingual inForceNote,
        Period period,
        LocalDateTime asOf,
        Parameters parameters,
        Provenance provenance) {

    /// The redaction whose text in a language the report uses.
    ///
    /// @param language its tag: `kk`
    public Redaction.InForce inForce(String language) {
        return language.equals(Language.KK.tag()) ? kk : ru;
    }

    /// Whether a later act than the plan's own brought a language's text.
    public boolean amended(String language) {
        return !inForce(language).act().equals(approval);
    }
}
