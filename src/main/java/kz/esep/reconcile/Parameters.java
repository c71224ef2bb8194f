package kz.esep.reconcile;

import java.util.Set;
import kz.esep.plan.CompletionForm;

/// What the rules leave open to choice.
///
/// @param mayFollowPeriod C4: kinds of paper that may be dated after E, up to the legal submission
///   date, since they tell of the period
/// @param decimals of an actual value and of a gap, in percent
public record Parameters(Set<CompletionForm.Kind> mayFollowPeriod, int decimals) {

    public static final Parameters DEFAULT =
            new Parameters(
                    Set.of(CompletionForm.Kind.INFORMATION, CompletionForm.Kind.PROPOSALS), 4);

    public Parameters {
        mayFollowPeriod = Set.copyOf(mayFollowPeriod);
    }
}
