package kz.esep.reconcile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kz.esep.agency.Register;
import kz.esep.intake.FileOutcome;
import kz.esep.plan.Calendar;
import kz.esep.plan.Decision;
import kz.esep.plan.DueRule;
import kz.esep.plan.OpeningEntry;
import kz.esep.plan.Parameters;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;

/// All that a reconciliation may know.
///
/// @param redaction in force on the period's last day
/// @param asOf the instant whose knowledge is used; what was received later does not exist
/// @param zone the plan's zone, in which days begin and end
/// @param files outcomes of files received up to as-of, of this period and earlier ones, any order
/// @param calendar which days are worked
public record Facts(
        Redaction redaction,
        Register register,
        Period period,
        Instant asOf,
        ZoneId zone,
        List<FileOutcome> files,
        List<OpeningEntry> opening,
        List<Decision> decisions,
        Calendar calendar) {

    public Facts {
        files = List.copyOf(files);
        opening = List.copyOf(opening);
        decisions = List.copyOf(decisions);
    }

    Parameters parameters() {
        return redaction.parameters();
    }

    /// Whether what was said for a period was said for this one: for a part of it, or for a longer
    /// one that ends on its last day, as the year 2024 tells of 2024-Q4.
    public boolean saidNow(Period said) {
        return period.holds(said) || said.completedBy(period);
    }

    /// The same knowledge, asked of another period.
    Facts with(Period other) {
        return new Facts(
                redaction, register, other, asOf, zone, files, opening, decisions, calendar);
    }

    /// The same from other files.
    Facts of(List<FileOutcome> others) {
        return new Facts(
                redaction, register, period, asOf, zone, others, opening, decisions, calendar);
    }

    /// The day in the plan's years on which a region's borders changed: its values before and after
    /// are of two territories.
    public Optional<LocalDate> seriesBrokenOn(String agency) {
        return register.split(agency, LocalDate.of(redaction.firstYear(), 1, 1), period.lastDay());
    }

    /// The day by which something about a period is to be sent.
    public LocalDate due(DueRule rule, Period of) {
        return redaction.due(rule, of, calendar);
    }
}
