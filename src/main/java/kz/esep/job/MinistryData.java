package kz.esep.job;

import java.util.List;
import kz.esep.agency.Register;
import kz.esep.agency.RegisterFile;
import kz.esep.findings.Finding;
import kz.esep.findings.Reading;
import kz.esep.intake.xlsx.Limits;
import kz.esep.intake.xlsx.LimitsFile;
import kz.esep.plan.Calendar;
import kz.esep.plan.PlanFolder;
import kz.esep.plan.Redaction;

/// What the ministry itself keeps: the register of agencies, the plans, its own record and
/// decisions, and what a received file may ask of us.
public record MinistryData(Register register, PlanFolder.Content plans, Limits limits) {

    public List<Redaction> redactions() {
        return plans.redactions();
    }

    public Calendar calendar() {
        return plans.calendar();
    }

    /// @throws DataInError if any of it has errors
    public static MinistryData load(Home home) {
        Register register = value(RegisterFile.read(home.agencies()));
        return new MinistryData(
                register,
                value(PlanFolder.read(home.plan(), register)),
                value(LimitsFile.read(home.limits())));
    }

    /// @throws DataInError if the reading was refused
    static <T> T value(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T>(T value, _) -> value;
            case Reading.Refused<T>(List<Finding> findings) -> throw new DataInError(findings);
        };
    }
}
