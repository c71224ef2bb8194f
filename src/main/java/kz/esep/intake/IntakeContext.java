package kz.esep.intake;

import java.util.List;
import kz.esep.agency.Register;
import kz.esep.language.Speech;
import kz.esep.plan.Redaction;

/// What intake must know to read a form.
///
/// @param redactions of every plan that is reported on
/// @param kk the Kazakh words that forms are recognised by
/// @param ru the Russian ones
public record IntakeContext(
        Register register, List<Redaction> redactions, Speech kk, Speech ru, Seals seals) {

    public IntakeContext {
        redactions = List.copyOf(redactions);
    }
}
