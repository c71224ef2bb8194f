package kz.esep.job;

import java.util.List;
import java.util.Optional;
import kz.esep.agency.Register;
import kz.esep.agency.RegisterFile;
import kz.esep.findings.Finding;
import kz.esep.findings.Reading;
import kz.esep.language.Language;
import kz.esep.plan.Calendar;
import kz.esep.plan.Decision;
import kz.esep.plan.OpeningEntry;
import kz.esep.plan.Period;
import kz.esep.plan.PlanFolder;
import kz.esep.plan.Redaction;

/// What the ministry itself keeps: the register of agencies, the plan, its own record and
/// decisions.
public record MinistryData(Register register, PlanFolder.Content plan) {

    public List<Redaction> redactions() {
        return plan.redactions();
    }

    public List<OpeningEntry> opening() {
        return plan.opening();
    }

    public List<Decision> decisions() {
        return plan.decisions();
    }

    public Calendar calendar() {
        return plan.calendar();
    }

    /// @throws DataInError if any of it has errors
    public static MinistryData load(Home home) {
        Register register = value(RegisterFile.read(home.agencies()));
        return new MinistryData(register, value(PlanFolder.read(home.plan(), register)));
    }

    /// @throws DataInError if the reading was refused
    static <T> T value(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T>(T value, _) -> value;
            case Reading.Refused<T>(List<Finding> findings) -> throw new DataInError(findings);
        };
    }

    /// The redaction in force on the period's last day; empty where none is, or the plan's years do
    /// not hold the day.
    public Optional<Redaction> inForce(Period period) {
        int year = period.lastDay().getYear();
        return plan.inForce(period.lastDay(), Language.KK)
                .filter(redaction -> redaction.firstYear() <= year)
                .filter(redaction -> redaction.lastYear() >= year);
    }
}
