package kz.esep.intake;

import java.util.List;
import kz.esep.agency.Register;
import kz.esep.language.Speech;
import kz.esep.plan.Plan;

/// What intake must know to read a form.
///
/// @param plans that are reported on
/// @param kk the Kazakh words that forms are recognised by
/// @param ru the Russian ones
public record IntakeContext(
        Register register, List<Plan> plans, Speech kk, Speech ru, Seals seals) {

    public IntakeContext {
        plans = List.copyOf(plans);
    }
}
