package kz.esep.plan;

import kz.esep.language.Bilingual;

/// A section of the plan.
///
/// @param marker its number as the source prints it: `1.` or `5-тарау.`
public record Section(int number, String marker, Bilingual title) {}
