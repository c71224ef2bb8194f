package kz.esep.intake;

import kz.esep.plan.Period;

/// The operator's word on a file whose sender no folder and no seal tells.
///
/// @param agency whose file it is, the register's id
/// @param period what it reports on
public record Admission(String agency, Period period) {}
