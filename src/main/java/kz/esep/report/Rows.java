package kz.esep.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.agency.Agency;
import kz.esep.agency.AgencyKind;
import kz.esep.agency.Register;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.language.Bilingual;
import kz.esep.language.Sentence;
import kz.esep.plan.Executor;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.reconcile.Assessment;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.MeasureResult;
import kz.esep.reconcile.Reasons;
import kz.esep.reconcile.Status;
import kz.esep.reconcile.TargetResult;
import kz.esep.reconcile.Timeliness;

/// Turns single results into rows: names instead of ids, days in the plan's zone.
final class Rows {

    private final Facts facts;
    private final Register register;
    private final Reasons why;

    /// Of the very same assessments a measure's row and the list of all obligations are made.
    private final IdentityHashMap<Assessment, ObligationRow> made = new IdentityHashMap<>();

    Rows(Facts facts) {
        this.facts = facts;
        this.register = facts.register();
        this.why = new Reasons(facts);
    }

    ObligationRow obligation(Assessment assessment) {
        return made.computeIfAbsent(assessment, this::make);
    }

    private ObligationRow make(Assessment assessment) {
        Obligation duty = assessment.obligation();
        return new ObligationRow(
                facts.redaction().measure(duty.measure()).orElseThrow(),
                duty.year(),
                duty.answerable(),
                name(duty.answerable()),
                name(duty.holder()),
                duty.role(),
                duty.assumed(),
                duty.targetOnly(),
                assessment.status(),
                assessment.rule(),
                assessment.due(),
                assessment.days(),
                assessment.accepted(),
                assessment.carried(),
                claim(assessment),
                assessment.opening(),
                assessment.decision(),
                why.of(assessment));
    }

    Optional<ClaimView> claim(Assessment unit) {
        return unit.claim()
                .map(filed ->
                        ClaimView.of(
                                filed,
                                facts.redaction()
                                        .measure(unit.obligation().measure())
                                        .orElseThrow()));
    }

    MeasureRow measure(MeasureResult result) {
        List<Assessment> deciding = deciding(result);
        Optional<ClaimView> onlyClaim =
                deciding.size() == 1 ? claim(deciding.getFirst()) : Optional.empty();
        List<Assessment> counted =
                result.units().stream().filter(unit -> !unit.obligation().voluntary()).toList();
        return new MeasureRow(
                result.measure(),
                result.year(),
                result.status(),
                result.rule(),
                result.doneUnits(),
                result.countedUnits(),
                Tally.countingKnown(
                        counted.stream()
                                .flatMap(unit -> unit.claim().stream())
                                .map(filed -> filed.claim().status())),
                (int) counted.stream().filter(unit -> unit.claim().isEmpty()).count(),
                onlyClaim,
                reasons(deciding),
                result.units().stream().map(this::obligation).toList(),
                result.arrears().stream().map(this::obligation).toList(),
                result.noRecord().size(),
                result.target().map(target -> target(result.measure(), target)));
    }

    /// The units whose status makes the measure's: under the policy LEAD the lead's, else all that
    /// are obliged.
    private static List<Assessment> deciding(MeasureResult result) {
        List<Assessment> obliged =
                result.units().stream().filter(unit -> !unit.obligation().voluntary()).toList();
        List<Assessment> lead =
                obliged.stream()
                        .filter(unit -> unit.obligation().role() == Executor.Role.LEAD)
                        .toList();
        boolean leadDecides = result.measure().policy() == Measure.AggregationPolicy.LEAD;
        return leadDecides && !lead.isEmpty() ? lead : obliged;
    }

    private List<UnitReason> reasons(List<Assessment> deciding) {
        Map<Sentence, List<Assessment>> alike = new LinkedHashMap<>();
        deciding.stream()
                .sorted(Comparator.comparing(unit -> unit.status().orElse(Status.NO_RECORD)))
                .forEach(unit ->
                        alike.computeIfAbsent(why.of(unit), _ -> new ArrayList<>()).add(unit));
        List<UnitReason> reasons = new ArrayList<>();
        alike.forEach((sentence, units) ->
                reasons.add(
                        new UnitReason(
                                units.getFirst().status(),
                                units.stream()
                                        .map(unit -> name(unit.obligation().answerable()))
                                        .distinct()
                                        .toList(),
                                sentence)));
        return reasons;
    }

    TargetRow target(Measure measure, TargetResult result) {
        List<TargetRow.Unit> units =
                result.units().stream()
                        .map(unit ->
                                new TargetRow.Unit(
                                        unit.agency(),
                                        name(unit.agency()),
                                        unit.outcome(),
                                        unit.actual(),
                                        unit.gap(),
                                        unit.numerator(),
                                        unit.denominator(),
                                        unit.remarkable(),
                                        facts.seriesBrokenOn(unit.agency())))
                        .toList();
        return new TargetRow(
                measure,
                result.year(),
                result.outcome(),
                result.target(),
                result.actual(),
                result.gap(),
                result.numerator(),
                result.denominator(),
                result.remarkable(),
                result.unweighted(),
                (int) units.stream().filter(unit -> unit.actual().isPresent()).count(),
                units.size(),
                units,
                breaks(units));
    }

    private static List<TargetRow.Break> breaks(List<TargetRow.Unit> units) {
        SortedMap<LocalDate, List<Bilingual>> regions = new TreeMap<>();
        units.stream()
                .filter(unit -> unit.actual().isPresent())
                .forEach(unit ->
                        unit.brokenOn()
                                .ifPresent(day ->
                                        regions.computeIfAbsent(day, _ -> new ArrayList<>())
                                                .add(unit.name())));
        return regions.entrySet().stream()
                .map(day -> new TargetRow.Break(day.getKey(), day.getValue()))
                .toList();
    }

    DisciplineRow discipline(Timeliness timeliness) {
        return new DisciplineRow(
                timeliness.agency(),
                name(timeliness.agency()),
                timeliness.cycle(),
                timeliness.cyclePeriod(),
                timeliness.due(),
                timeliness.standing(),
                timeliness.daysLate(),
                timeliness.counted(),
                timeliness.received().map(this::receivedAt),
                timeliness.received().map(Received::source),
                timeliness.letterDate());
    }

    FileRow file(FileOutcome outcome) {
        Received received = outcome.received();
        return new FileRow(
                received.path(),
                register.find(received.sender()).map(Agency::shortName),
                receivedAt(received),
                received.source(),
                received.sha256(),
                outcome.verdict(),
                outcome.rows(),
                outcome.findings());
    }

    boolean isRegion(String agency) {
        return register.get(agency).kind() == AgencyKind.REGION;
    }

    Bilingual name(String agency) {
        return register.get(agency).shortName();
    }

    private LocalDateTime receivedAt(Received received) {
        return received.at().atZone(facts.zone()).toLocalDateTime();
    }
}
