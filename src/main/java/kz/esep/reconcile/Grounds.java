package kz.esep.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.plan.Decision;
import kz.esep.plan.OpeningEntry;

/// Everything that was looked at before an obligation got its status, also what did not decide.
///
/// @param open O2
/// @param settledBefore done before the period, or closed
/// @param opening the ministry's own record of what came before control began
/// @param decisions known by as-of, oldest first
/// @param claims in the order of receipt
/// @param supersededBy the superseding claim of each superseded one
/// @param withdrawing claims that take back what had been done
/// @param valued the last claim that gives the indicator a value
public record Grounds(
        boolean open,
        boolean settledBefore,
        Optional<OpeningEntry> opening,
        List<Decision> decisions,
        List<FiledClaim> claims,
        Map<FiledClaim, FiledClaim> supersededBy,
        List<FiledClaim> withdrawing,
        Optional<FiledClaim> valued) {

    /// What is known where the claims are not held.
    static Grounds withoutClaims(
            boolean open,
            boolean settledBefore,
            Optional<OpeningEntry> opening,
            List<Decision> decisions) {
        return new Grounds(
                open,
                settledBefore,
                opening,
                decisions,
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    public Grounds {
        decisions = List.copyOf(decisions);
        claims = List.copyOf(claims);
        supersededBy = Map.copyOf(supersededBy);
        withdrawing = List.copyOf(withdrawing);
    }
}
