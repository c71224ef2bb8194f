package kz.esep.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import kz.esep.intake.ClaimedStatus;
import kz.esep.plan.OpeningEntry;
import kz.esep.plan.Period;
import org.jspecify.annotations.Nullable;

/// Which claim of an obligation stands (C8): within a period the later received one; over periods
/// likewise, except that what was proven done stays until it is withdrawn in words or proven anew.
///
/// @param standing the claim that speaks for the obligation
/// @param openingStands the opening record says done and nobody withdrew it
/// @param settled done, by the standing claim or the opening record
/// @param valued the last claim that gives the indicator a value: a blank cell takes nothing back
/// @param supersededBy in the order of receipt
/// @param givingWay say "not done" after a period that proved it done
/// @param withdrawing take back what had been done
record Supersession(
        Optional<FiledClaim> standing,
        boolean openingStands,
        boolean settled,
        Optional<FiledClaim> valued,
        Map<FiledClaim, FiledClaim> supersededBy,
        List<FiledClaim> givingWay,
        List<FiledClaim> withdrawing) {

    /// @param claims those to look at, in the order of receipt
    /// @param done whether a claim, taken alone, makes the obligation done
    static Supersession of(Duty duty, List<FiledClaim> claims, Predicate<FiledClaim> done) {
        Map<FiledClaim, FiledClaim> supersededBy = new LinkedHashMap<>();
        List<FiledClaim> givingWay = new ArrayList<>();
        List<FiledClaim> withdrawing = new ArrayList<>();
        boolean openingStands = duty.openedAs(OpeningEntry.Standing.DONE);
        @Nullable FiledClaim standing = null;
        Optional<FiledClaim> valued = Optional.empty();
        for (FiledClaim claim : lastOfEachPeriod(claims, supersededBy)) {
            boolean doneBefore = openingStands || (standing != null && done.test(standing));
            boolean withdraws = says(claim, ClaimedStatus.WITHDRAWN);
            if (doneBefore && withdraws) {
                withdrawing.add(claim);
                openingStands = false;
            }
            boolean stays = doneBefore && !withdraws && !done.test(claim);
            if (stays && saysNotDone(claim)) {
                givingWay.add(claim);
            }
            if (standing == null) {
                standing = claim;
            } else if (stays && done.test(standing)) {
                supersededBy.put(claim, standing);
            } else {
                supersededBy.put(standing, claim);
                standing = claim;
            }
            if (!claim.claim().actual().isMissing()) {
                valued = Optional.of(claim);
            }
        }
        boolean settled = openingStands || (standing != null && done.test(standing));
        return new Supersession(
                Optional.ofNullable(standing),
                openingStands,
                settled,
                valued,
                supersededBy,
                givingWay,
                withdrawing);
    }

    private static List<FiledClaim> lastOfEachPeriod(
            List<FiledClaim> claims, Map<FiledClaim, FiledClaim> supersededBy) {
        Map<Period, FiledClaim> last = new LinkedHashMap<>();
        for (FiledClaim claim : claims) {
            FiledClaim before = last.remove(claim.period());
            if (before != null) {
                supersededBy.put(before, claim);
            }
            last.put(claim.period(), claim);
        }
        return List.copyOf(last.values());
    }

    private static boolean saysNotDone(FiledClaim claim) {
        return says(claim, ClaimedStatus.IN_PROGRESS) || says(claim, ClaimedStatus.NOT_STARTED);
    }

    private static boolean says(FiledClaim claim, ClaimedStatus status) {
        return Objects.equals(claim.claim().status(), Optional.of(status));
    }
}
