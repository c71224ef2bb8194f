package kz.esep.reconcile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// An index: of the obligations due, how many are done, and how many on time. 0 of 0 is written
/// "—".
public record Share(int due, int done, int onTime) {

    public static final Share NONE = new Share(0, 0, 0);

    public Share plus(Share other) {
        return new Share(due + other.due, done + other.done, onTime + other.onTime);
    }

    /// Done in percent of those due, to one decimal; empty for 0 of 0.
    public Optional<BigDecimal> donePercent() {
        return percent(done);
    }

    /// Done on time in percent of those due, to one decimal; empty for 0 of 0.
    public Optional<BigDecimal> onTimePercent() {
        return percent(onTime);
    }

    private Optional<BigDecimal> percent(int part) {
        return due == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(100L * part)
                                .divide(BigDecimal.valueOf(due), 1, RoundingMode.HALF_UP));
    }
}
