package kz.esep.reconcile;

import java.time.LocalDate;
import java.util.Optional;
import kz.esep.intake.Received;
import kz.esep.plan.Period;
import kz.esep.plan.ReportingCycle;

/// Rule S: one agency's submission against one cycle's due date.
///
/// @param counted the day that counts, of receipt or of the letter
/// @param daysLate 0 unless late
/// @param received the first accepted submission of the period
public record Timeliness(
        String agency,
        ReportingCycle cycle,
        Period cyclePeriod,
        LocalDate due,
        Standing standing,
        Optional<LocalDate> counted,
        long daysLate,
        Optional<Received> received,
        Optional<LocalDate> letterDate) {

    /// Where a submission stands.
    public enum Standing {
        AWAITED,
        ON_TIME,
        LATE,
        MISSING
    }
}
