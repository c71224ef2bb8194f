package kz.esep.reconcile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import kz.esep.agency.Register;
import kz.esep.intake.FileOutcome;
import kz.esep.plan.Decision;
import kz.esep.plan.OpeningEntry;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;

/// All that a reconciliation may know.
///
/// @param redaction in force on the period's last day
/// @param asOf the instant whose knowledge is used; what was received later does not exist
/// @param zone the plan's zone, in which days begin and end
/// @param files outcomes of files received up to as-of, of this period and earlier ones, any order
public record Facts(
        Redaction redaction,
        Register register,
        Period period,
        Instant asOf,
        ZoneId zone,
        List<FileOutcome> files,
        List<OpeningEntry> opening,
        List<Decision> decisions,
        Parameters parameters) {

    public Facts {
        files = List.copyOf(files);
        opening = List.copyOf(opening);
        decisions = List.copyOf(decisions);
    }

    public Facts(
            Redaction redaction,
            Register register,
            Period period,
            Instant asOf,
            ZoneId zone,
            List<FileOutcome> files,
            List<OpeningEntry> opening,
            List<Decision> decisions) {
        this(
                redaction,
                register,
                period,
                asOf,
                zone,
                files,
                opening,
                decisions,
                Parameters.DEFAULT);
    }
}
