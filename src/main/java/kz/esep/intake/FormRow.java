package kz.esep.intake;

import kz.esep.agency.Agency;
import kz.esep.language.Bilingual;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;

/// One row of a form: an open obligation.
///
/// @param holder the obligation's holder
/// @param expected an answer is owed in this period (O3)
/// @param last what was last said of it, for reading only; empty if nothing
public record FormRow(
        Obligation obligation, Measure measure, Agency holder, boolean expected, Bilingual last) {}
