package kz.esep.plan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.esep.agency.Agency;
import kz.esep.agency.AgencyKind;
import kz.esep.agency.Mandate;
import kz.esep.agency.Register;

/// What the plan requires of whom by when: the rows of table U in DESIGN.md.
public final class Unfolding {

    private final Redaction plan;
    private final Register register;
    private final LocalDate e;

    private Unfolding(Redaction plan, Register register, LocalDate e) {
        this.plan = plan;
        this.register = register;
        this.e = e;
    }

    /// The obligations that a report as of E may speak of: of every year up to that of E, and those
    /// of single-year measures in any year (U1, O2). By measure, year, executor in the plan's
    /// order; the members of a group by KATO code.
    ///
    /// Incomplete measures have none.
    ///
    /// @param e the period's last day
    public static List<Obligation> of(Redaction plan, Register register, LocalDate e) {
        Unfolding unfolding = new Unfolding(plan, register, e);
        return plan.measures().stream().flatMap(unfolding::ofMeasure).toList();
    }

    /// Of these, the obligations of E's own year alone.
    public static List<Obligation> ofItsYear(Redaction plan, Register register, LocalDate e) {
        Unfolding unfolding = new Unfolding(plan, register, e);
        return plan.measures().stream()
                .flatMap(measure -> unfolding.ofYears(measure, year -> year == e.getYear()))
                .toList();
    }

    private Stream<Obligation> ofMeasure(Measure measure) {
        return ofYears(measure, _ -> true);
    }

    private Stream<Obligation> ofYears(Measure measure, IntPredicate wanted) {
        Set<Integer> due = dueYears(measure);
        Set<Integer> targeted = new TreeSet<>();
        measure.indicator().ifPresent(indicator -> targeted.addAll(indicator.targets().keySet()));
        targeted.removeIf(year -> due.contains(year) || year > e.getYear());
        SortedMap<Integer, Boolean> targetOnlyByYear = new TreeMap<>();
        due.forEach(year -> targetOnlyByYear.put(year, false));
        targeted.forEach(year -> targetOnlyByYear.put(year, true));
        return targetOnlyByYear.entrySet().stream()
                .filter(year -> wanted.test(year.getKey()))
                .flatMap(year -> ofYear(measure, year.getKey(), year.getValue()));
    }

    /// U1, U2, U3.
    private Set<Integer> dueYears(Measure measure) {
        if (measure.incomplete()) {
            return Set.of();
        }
        return switch (measure.deadline().orElseThrow()) {
            case Deadline.InYear(int year) -> Set.of(year);
            case Deadline.EveryYear() -> upToE(plan.firstYear(), plan.lastYear());
            case Deadline.YearRange(int from, int to) -> upToE(from, to);
        };
    }

    private Set<Integer> upToE(int from, int to) {
        return IntStream.rangeClosed(from, Math.min(to, e.getYear()))
                .boxed()
                .collect(Collectors.toSet());
    }

    private Stream<Obligation> ofYear(Measure measure, int year, boolean targetOnly) {
        LocalDate due = LocalDate.of(year, 12, 31);
        Map<String, Obligation> byHolder = new LinkedHashMap<>();
        for (Executor executor : measure.executors()) {
            for (Agency unit : units(executor, due)) {
                Obligation duty = duty(measure, executor, unit, due, targetOnly);
                byHolder.merge(duty.holder(), duty, Unfolding::merged);
            }
        }
        return byHolder.values().stream();
    }

    /// U5: a group stands for the members that existed on the due date.
    private List<Agency> units(Executor executor, LocalDate due) {
        Agency named = register.get(executor.agency());
        return named.kind() == AgencyKind.GROUP
                ? register.members(named.id(), due)
                : List.of(named);
    }

    private Obligation duty(
            Measure measure, Executor executor, Agency unit, LocalDate due, boolean targetOnly) {
        LocalDate day = due.isBefore(e) ? due : e;
        Mandate holder = register.holder(unit.id(), measure.number(), day);
        Mandate answerable = register.holder(unit.id(), measure.number(), e);
        return new Obligation(
                measure.number(),
                due.getYear(),
                executor.agency(),
                holder.agency().id(),
                answerable.agency().id(),
                Set.of(),
                executor.role(),
                due,
                measure.indicator().flatMap(indicator -> indicator.target(due.getYear())),
                targetOnly,
                holder.assumed() || answerable.assumed());
    }

    /// U6: several named bodies with one holder are one obligation, that of the first named. What
    /// binds one of them binds the holder (U7).
    private static Obligation merged(Obligation first, Obligation next) {
        Set<String> alsoNamed = new TreeSet<>(first.alsoNamed());
        alsoNamed.add(next.named());
        alsoNamed.remove(first.named());
        return new Obligation(
                first.measure(),
                first.year(),
                first.named(),
                first.holder(),
                first.answerable(),
                alsoNamed,
                first.role().compareTo(next.role()) <= 0 ? first.role() : next.role(),
                first.due(),
                first.target(),
                first.targetOnly(),
                first.assumed() && next.assumed());
    }
}
