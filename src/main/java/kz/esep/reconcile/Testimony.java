package kz.esep.reconcile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.esep.plan.Indicator;
import kz.esep.plan.Period;

/// What was said of one obligation in this period, and what had been said before.
///
/// @param now this period's last row
/// @param before the last row of an earlier period
/// @param valuedBefore the last row of an earlier period whose value can be compared with this
///   period's
record Testimony(
        Duty duty, FiledClaim now, Optional<FiledClaim> before, Optional<FiledClaim> valuedBefore) {

    private static final Comparator<FiledClaim> BY_PERIOD =
            Comparator.comparing(FiledClaim::period).thenComparing(FiledClaim::received);

    /// Empty where nothing was said in this period, and where it no longer matters.
    ///
    /// @param lastYear the last value of the same unit's obligation of the year before
    static Optional<Testimony> of(Duty duty, Optional<FiledClaim> lastYear, Facts facts) {
        if (duty.closed() || duty.measure().incomplete()) {
            return Optional.empty();
        }
        List<FiledClaim> earlier =
                duty.claims().stream().filter(claim -> !facts.saidNow(claim.period())).toList();
        Optional<FiledClaim> valuedBefore =
                lastValue(earlier.stream())
                        .or(() -> lastYear.filter(_ -> reachesBack(duty, facts.period())));
        return last(duty.claims().stream().filter(claim -> facts.saidNow(claim.period())))
                .map(now -> new Testimony(duty, now, last(earlier.stream()), valuedBefore));
    }

    /// A value that contains the years before can always be compared with theirs; one that stands
    /// alone only when its year is over.
    private static boolean reachesBack(Duty duty, Period period) {
        boolean cumulative =
                duty.measure()
                        .indicator()
                        .filter(it -> it.accumulation() == Indicator.Accumulation.CUMULATIVE)
                        .isPresent();
        return cumulative || (period.endsTheYear() && period.year() == duty.obligation().year());
    }

    static Optional<FiledClaim> lastValue(Stream<FiledClaim> claims) {
        return last(claims.filter(Testimony::givesValue));
    }

    private static boolean givesValue(FiledClaim filed) {
        return !filed.claim().actual().isMissing();
    }

    private static Optional<FiledClaim> last(Stream<FiledClaim> claims) {
        return claims.max(BY_PERIOD);
    }
}
