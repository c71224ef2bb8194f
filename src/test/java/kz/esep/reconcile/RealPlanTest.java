package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.esep.agency.Register;
import kz.esep.agency.RegisterFile;
import kz.esep.findings.Reading;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.plan.Obligation;
import kz.esep.plan.Period;
import kz.esep.plan.Plan;
import kz.esep.plan.PlanFolder;
import org.junit.jupiter.api.Test;

/// The real plan at the end of 2024, before any agency has said a word.
class RealPlanTest {

    private static final Reconciliation SILENT = silent();

    private static Reconciliation silent() {
        Register register = read(RegisterFile.read(Path.of("input/agencies.yaml")));
        PlanFolder.Content plans = read(PlanFolder.read(Path.of("input/plan"), register));
        Plan plan = plans.defaultPlan();
        return Reconciler.reconcile(
                new Facts(
                        plan.inForce(Period.quarter(2024, 4)).orElseThrow(),
                        register,
                        Period.quarter(2024, 4),
                        LocalDate.of(2025, 2, 1).atStartOfDay(Case.ZONE).toInstant(),
                        Case.ZONE,
                        List.of(),
                        plan.opening(),
                        plan.decisions(),
                        plans.calendar()));
    }

    private static <T> T read(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T> accepted -> accepted.value();
            case Reading.Refused<T> refused -> throw new AssertionError(refused.findings());
        };
    }

    @Test
    void nobodyIsAccusedOfWhatCameBeforeControl() {
        assertTrue(
                SILENT.assessments().stream()
                        .filter(unit -> unit.status().filter(Status.OVERDUE::equals).isPresent())
                        .allMatch(unit ->
                                unit.obligation().year() == 2024 || unit.opening().isPresent()));
        assertTrue(
                SILENT.assessments().stream()
                        .filter(unit -> unit.status().filter(Status.NO_RECORD::equals).isPresent())
                        .allMatch(unit -> unit.obligation().year() < 2024));
    }

    @Test
    void measure2Shows2024AndTheRegionsThatAreUnsettledFor2023() {
        MeasureResult second = measure(2);

        assertEquals(Optional.of(2024), second.year());
        assertEquals(Optional.of(Status.OVERDUE), second.status());
        assertEquals(
                List.of("zhetisu", "ulytau"),
                second.arrears().stream().map(unit -> unit.obligation().holder()).toList());
    }

    @Test
    void measure8ShowsItsTargetOf2024AndNoDeadlineStatus() {
        MeasureResult eighth = measure(8);

        assertEquals(Optional.empty(), eighth.status());
        assertEquals(Rule.U4, eighth.rule());
        assertEquals(TargetResult.Outcome.NO_DATA, eighth.target().orElseThrow().outcome());
    }

    @Test
    void measure26IsAnsweredByTheMinistryOfEducation() {
        assertTrue(
                SILENT.assessments().stream()
                        .map(Assessment::obligation)
                        .filter(duty -> duty.measure() == 26)
                        .filter(duty -> duty.named().equals("mon"))
                        .map(Obligation::answerable)
                        .allMatch("mp"::equals));
    }

    @Test
    void measure42RestsOnTheRegionsAlone() {
        assertEquals(
                measure(42).countedUnits(),
                measure(42).units().stream()
                        .filter(unit -> unit.obligation().named().equals("mio"))
                        .count());
    }

    @Test
    void measure63IsTakenOffControl() {
        assertEquals(Optional.of(Status.CLOSED), measure(63).status());
    }

    @Test
    void measure90IsShownAndNotScored() {
        assertEquals(Rule.INCOMPLETE, measure(90).rule());
    }

    @Test
    void everyStatusCanBeExplainedInEveryLanguage() {
        Reasons reasons = new Reasons(SILENT.facts());
        for (Language language : Language.values()) {
            Speech speech = Speech.of(Path.of("templates/messages"), language);
            for (Assessment unit : SILENT.assessments()) {
                assertTrue(!speech.say(reasons.of(unit)).isBlank());
            }
            for (MeasureResult measure : SILENT.measures()) {
                assertTrue(!speech.say(reasons.of(measure)).isBlank());
            }
        }
    }

    private static MeasureResult measure(int number) {
        return SILENT.measures().stream()
                .filter(result -> result.measure().number() == number)
                .findFirst()
                .orElseThrow();
    }
}
