package kz.esep.report;

import java.time.LocalDateTime;
import kz.esep.language.Bilingual;
import kz.esep.plan.Act;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;

/// What a title page says.
///
/// @param title of the report, as the plan's data give it for this recipient
/// @param recipient to whom the report goes; for an agency's report the agency's full name
/// @param plan the plan's own title
/// @param asOf the moment up to which submissions were taken, in the plan's zone
public record Cover(
        Bilingual title,
        Bilingual recipient,
        Bilingual plan,
        Act act,
        Act amends,
        Redaction.InForce kk,
        Redaction.InForce ru,
        Bilingual inForceNote,
        Period period,
        LocalDateTime asOf,
        Provenance provenance) {}
