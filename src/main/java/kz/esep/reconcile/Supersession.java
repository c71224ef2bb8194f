package kz.esep.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import kz.esep.intake.Claim;
import kz.esep.intake.ClaimedStatus;
import kz.esep.plan.Period;
import org.jspecify.annotations.Nullable;

/// Which claim of an obligation stands (C8): within a period the later received one; over periods
/// that of the later period, whenever it came, for a late correction of an earlier period tells of
/// an earlier day. What was proven done stays until it is withdrawn in words or proven anew, and a
/// row that says nothing of the work takes nothing back.
///
/// @param standing the claim that speaks for the obligation
/// @param recordStands the ministry's own record says done and nobody withdrew it
/// @param settled done, by the standing claim or the ministry's record
/// @param valued the last claim that gives the indicator a value: a blank cell takes nothing back
/// @param supersededBy in the order of periods
/// @param givingWay say "not done" after a period that proved it done
/// @param withdrawing take back what had been done
record Supersession(
        Optional<FiledClaim> standing,
        boolean recordStands,
        boolean settled,
        Optional<FiledClaim> valued,
        Map<FiledClaim, FiledClaim> supersededBy,
        List<FiledClaim> givingWay,
        List<FiledClaim> withdrawing) {

    /// @param claims those to look at, in the order of receipt
    /// @param doneByRecord whether the ministry's own word makes the obligation done
    /// @param done whether a claim, taken alone, makes the obligation done
    static Supersession of(
            boolean doneByRecord, List<FiledClaim> claims, Predicate<FiledClaim> done) {
        Map<FiledClaim, FiledClaim> supersededBy = new LinkedHashMap<>();
        List<FiledClaim> givingWay = new ArrayList<>();
        List<FiledClaim> withdrawing = new ArrayList<>();
        boolean recordStands = doneByRecord;
        @Nullable FiledClaim standing = null;
        Optional<FiledClaim> valued = Optional.empty();
        for (FiledClaim claim : lastOfEachPeriod(claims, supersededBy)) {
            boolean doneBefore = recordStands || (standing != null && done.test(standing));
            boolean withdraws = says(claim, ClaimedStatus.WITHDRAWN);
            if (doneBefore && withdraws) {
                withdrawing.add(claim);
                recordStands = false;
            }
            boolean stays = doneBefore && !withdraws && !done.test(claim);
            if (stays && saysNotDone(claim)) {
                givingWay.add(claim);
            }
            if (standing == null) {
                standing = claim;
            } else if ((stays && done.test(standing))
                    || (saysNothing(claim) && !saysNothing(standing))) {
                supersededBy.put(claim, standing);
            } else {
                supersededBy.put(standing, claim);
                standing = claim;
            }
            if (!claim.claim().actual().isMissing()) {
                valued = Optional.of(claim);
            }
        }
        boolean settled = recordStands || (standing != null && done.test(standing));
        return new Supersession(
                Optional.ofNullable(standing),
                recordStands,
                settled,
                valued,
                supersededBy,
                givingWay,
                withdrawing);
    }

    private static List<FiledClaim> lastOfEachPeriod(
            List<FiledClaim> claims, Map<FiledClaim, FiledClaim> supersededBy) {
        Map<Period, FiledClaim> last = new HashMap<>();
        for (FiledClaim claim : claims) {
            FiledClaim before = last.put(claim.period(), claim);
            if (before != null) {
                supersededBy.put(before, claim);
            }
        }
        return last.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Of the work, that is: a value, money or a contact alone.
    private static boolean saysNothing(FiledClaim filed) {
        Claim claim = filed.claim();
        return claim.status().isEmpty()
                && claim.completedOn().isEmpty()
                && claim.evidence().isMissing()
                && claim.progressKk().isBlank()
                && claim.progressRu().isBlank();
    }

    private static boolean saysNotDone(FiledClaim claim) {
        return says(claim, ClaimedStatus.IN_PROGRESS) || says(claim, ClaimedStatus.NOT_STARTED);
    }

    private static boolean says(FiledClaim claim, ClaimedStatus status) {
        return Objects.equals(claim.claim().status(), Optional.of(status));
    }
}
