package kz.esep.reconcile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.esep.agency.AgencyKind;
import kz.esep.agency.Register;
import kz.esep.plan.Executor;
import kz.esep.plan.Measure;
import kz.esep.plan.Period;

/// Rules A: from the units to the measure, from the years to today.
final class RollUp {

    private final Period period;
    private final Register register;

    RollUp(Facts facts) {
        this.period = facts.period();
        this.register = facts.register();
    }

    /// @param assessments all of the measure, by year and then in the plan's order
    MeasureResult measure(
            Measure measure, List<Assessment> assessments, Optional<TargetResult> target) {
        Optional<Integer> year = year(assessments);
        List<Assessment> units =
                assessments.stream()
                        .filter(unit ->
                                year.filter(shown -> unit.obligation().year() == shown).isPresent())
                        .sorted(Comparator.comparing(unit -> !leads(unit)))
                        .toList();
        List<Assessment> counted = units.stream().filter(RollUp::counts).toList();
        Outcome outcome = outcome(measure, units);
        return new MeasureResult(
                measure,
                year,
                outcome.status(),
                outcome.rule(),
                units,
                (int) counted.stream().filter(unit -> has(unit, Status::done)).count(),
                counted.size(),
                assessments.stream()
                        .filter(unit ->
                                year.filter(shown -> unit.obligation().year() < shown).isPresent())
                        .filter(RollUp::counts)
                        .filter(unit -> !has(unit, Status::done))
                        .toList(),
                assessments.stream().filter(unit -> has(unit, Status.NO_RECORD::equals)).toList(),
                target);
    }

    /// A5: the period's own year, else the last year before it, else the next one.
    private Optional<Integer> year(List<Assessment> assessments) {
        List<Integer> years =
                assessments.stream().map(unit -> unit.obligation().year()).distinct().toList();
        return years.stream()
                .filter(year -> year <= period.year())
                .max(Comparator.naturalOrder())
                .or(() -> years.stream().min(Comparator.naturalOrder()));
    }

    private record Outcome(Optional<Status> status, Rule rule) {}

    private Outcome outcome(Measure measure, List<Assessment> units) {
        if (measure.incomplete()) {
            return new Outcome(Optional.empty(), Rule.INCOMPLETE);
        }
        List<Assessment> obliged = units.stream().filter(RollUp::obliged).toList();
        if (obliged.isEmpty()) {
            boolean targetOnly = units.stream().anyMatch(unit -> unit.obligation().targetOnly());
            return new Outcome(Optional.empty(), targetOnly ? Rule.U4 : Rule.U7);
        }
        return switch (measure.policy()) {
            case LEAD -> lead(obliged);
            case ALL -> new Outcome(worst(obliged), Rule.A1_ALL);
            case ANY -> new Outcome(best(obliged), Rule.A1_ANY);
        };
    }

    /// The lead's status; a group is one lead. Where the plan names no lead that is obliged, every
    /// unit counts.
    private Outcome lead(List<Assessment> obliged) {
        List<Assessment> leads = obliged.stream().filter(RollUp::leads).toList();
        if (leads.isEmpty()) {
            return new Outcome(worst(obliged), Rule.A1_ALL);
        }
        boolean group = leads.stream().anyMatch(unit -> inGroup(unit, register));
        return new Outcome(worst(leads), group ? Rule.A3 : Rule.A1_LEAD);
    }

    private static boolean inGroup(Assessment unit, Register register) {
        return register.find(unit.obligation().named())
                .filter(named -> named.kind() == AgencyKind.GROUP)
                .isPresent();
    }

    /// Who leads, for one of the leading units: its group, or whoever answers for it.
    static String leader(Assessment lead, Register register) {
        return inGroup(lead, register) ? lead.obligation().named() : lead.obligation().answerable();
    }

    /// A3. Where none takes part: no record, unless all are closed.
    private static Optional<Status> worst(List<Assessment> units) {
        return statuses(units, Status::takesPart)
                .min(Comparator.naturalOrder())
                .or(() -> statuses(units, _ -> true).max(Comparator.naturalOrder()));
    }

    private static Optional<Status> best(List<Assessment> units) {
        return statuses(units, Status::done).max(Comparator.naturalOrder()).or(() -> worst(units));
    }

    private static Stream<Status> statuses(List<Assessment> units, Predicate<Status> wanted) {
        return units.stream().flatMap(unit -> unit.status().stream()).filter(wanted);
    }

    static boolean leads(Assessment unit) {
        return unit.obligation().role() == Executor.Role.LEAD;
    }

    /// Scored and not voluntary.
    static boolean obliged(Assessment unit) {
        return !unit.obligation().voluntary() && unit.status().isPresent();
    }

    /// A2: one of the n.
    static boolean counts(Assessment unit) {
        return obliged(unit) && has(unit, Status::takesPart);
    }

    private static boolean has(Assessment unit, Predicate<Status> wanted) {
        return unit.status().filter(wanted).isPresent();
    }
}
