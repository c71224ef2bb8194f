package kz.esep.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.ClaimedStatus;
import kz.esep.language.Bilingual;
import kz.esep.plan.Executor;
import kz.esep.plan.Measure;
import kz.esep.reconcile.Assessment;
import kz.esep.reconcile.MeasureResult;
import kz.esep.reconcile.Rule;
import kz.esep.reconcile.Status;

/// What the executors of one measure say beside each other: the lead's answer, every co-executor's,
/// silence by name, and contradictions quoted from both sides.
///
/// @param year whose answers these are
/// @param answers lead first, then the plan's order; who was not asked is not among them
/// @param contradictions between lead and co-executor, each naming both cells
public record CoExecution(
        Measure measure,
        int year,
        Optional<Status> status,
        List<Answer> answers,
        List<Finding> contradictions) {

    /// From here on, regions are counted.
    private static final int MANY = 4;

    public CoExecution {
        answers = List.copyOf(answers);
        contradictions = List.copyOf(contradictions);
    }

    /// How an executor speaks.
    public enum Voice {
        DONE,
        NOT_DONE,
        SILENT
    }

    /// One executor's answer.
    ///
    /// @param region whether it is one of the regions, which are many
    /// @param claim what was last heard, also of one that is silent in this period
    /// @param place where it stands
    public record Answer(
            Bilingual agency,
            boolean region,
            Executor.Role role,
            Voice voice,
            Optional<ClaimView> claim,
            Optional<Place> place,
            Optional<Status> status) {

        public boolean leads() {
            return role == Executor.Role.LEAD;
        }
    }

    public List<Answer> leads() {
        return answers(Answer::leads);
    }

    /// The others that speak with one voice.
    public List<Answer> others(Voice voice) {
        return answers(answer -> !answer.leads() && answer.voice() == voice);
    }

    /// Executors by name; where most of a row's regions speak with one voice, they are counted and
    /// the few others are named.
    ///
    /// @param agencies all that are not counted, in their order
    /// @param regions how many are counted; 0 where each is named
    /// @param except the regions that do not speak so
    public record Named(List<Bilingual> agencies, int regions, List<Bilingual> except) {
        public Named {
            agencies = List.copyOf(agencies);
            except = List.copyOf(except);
        }
    }

    /// The leads that speak with one voice.
    public Named leadsNamed(Voice voice) {
        return named(voice, Answer::leads);
    }

    /// The others that speak with one voice.
    public Named othersNamed(Voice voice) {
        return named(voice, answer -> !answer.leads());
    }

    private Named named(Voice voice, Predicate<Answer> among) {
        List<Answer> all = answers(among);
        List<Answer> speaking = all.stream().filter(answer -> answer.voice() == voice).toList();
        List<Answer> regions = all.stream().filter(Answer::region).toList();
        List<Answer> counted = speaking.stream().filter(Answer::region).toList();
        return counted.size() >= MANY && counted.size() * 2 > regions.size()
                ? new Named(
                        names(speaking.stream().filter(answer -> !answer.region())),
                        counted.size(),
                        names(regions.stream().filter(answer -> answer.voice() != voice)))
                : new Named(names(speaking.stream()), 0, List.of());
    }

    private static List<Bilingual> names(Stream<Answer> answers) {
        return answers.map(Answer::agency).toList();
    }

    private List<Answer> answers(Predicate<Answer> wanted) {
        return answers.stream().filter(wanted).toList();
    }

    /// Empty for a measure without co-executors, and where nobody was asked and nobody spoke.
    static Optional<CoExecution> of(MeasureResult result, List<Finding> findings, Rows rows) {
        boolean shared =
                result.units().stream()
                        .anyMatch(unit -> unit.obligation().role() != Executor.Role.LEAD);
        List<Answer> answers =
                result.units().stream().flatMap(unit -> answer(unit, rows).stream()).toList();
        if (!shared || answers.isEmpty()) {
            return Optional.empty();
        }
        String number = Integer.toString(result.measure().number());
        return Optional.of(
                new CoExecution(
                        result.measure(),
                        result.year().orElseThrow(),
                        result.status(),
                        answers,
                        findings.stream()
                                .filter(finding ->
                                        finding.code() == FindingCode.LEAD_DONE_EXECUTOR_NOT
                                                || finding.code()
                                                        == FindingCode.EXECUTOR_DONE_LEAD_NOT)
                                .filter(finding ->
                                        number.equals(finding.arguments().get("measure")))
                                .toList()));
    }

    private static Optional<Answer> answer(Assessment unit, Rows rows) {
        return voice(unit)
                .map(voice ->
                        new Answer(
                                rows.name(unit.obligation().answerable()),
                                rows.isRegion(unit.obligation().answerable()),
                                unit.obligation().role(),
                                voice,
                                rows.claim(unit),
                                unit.claim().map(filed -> filed.claim().place()),
                                unit.status()));
    }

    /// C7 is silence in this period, whatever was heard before; who was not asked need not speak,
    /// and under U4 nobody is asked whether it is done: a value alone does not say that it is not.
    private static Optional<Voice> voice(Assessment unit) {
        if (unit.rule() == Rule.U4) {
            return Optional.empty();
        }
        if (unit.rule() == Rule.C7) {
            return Optional.of(Voice.SILENT);
        }
        return unit.claim()
                .map(filed ->
                        filed.claim().status().filter(ClaimedStatus.DONE::equals).isPresent()
                                ? Voice.DONE
                                : Voice.NOT_DONE);
    }
}
