package kz.esep.job;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.esep.agency.Register;
import kz.esep.plan.Decision;
import kz.esep.plan.OpeningEntry;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;

/// What the ministry itself keeps: the plan as law, the register of agencies, its own record and
/// decisions.
public record MinistryData(
        Register register,
        List<Redaction> redactions,
        List<OpeningEntry> opening,
        List<Decision> decisions) {

    public MinistryData {
        redactions = List.copyOf(redactions);
        opening = List.copyOf(opening);
        decisions = List.copyOf(decisions);
    }

    /// The redaction in force on the period's last day; empty where no redaction is, or the plan's
    /// years do not hold the day.
    public Optional<Redaction> inForce(Period period) {
        LocalDate day = period.lastDay();
        return redactions.stream()
                .filter(redaction -> !redaction.kk().from().isAfter(day))
                .filter(redaction -> redaction.firstYear() <= day.getYear())
                .filter(redaction -> redaction.lastYear() >= day.getYear())
                .max(Comparator.comparing(redaction -> redaction.kk().from()));
    }
}
