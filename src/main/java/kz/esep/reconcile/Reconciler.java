package kz.esep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Submission;
import kz.esep.plan.Decision;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.plan.OpeningEntry;
import kz.esep.plan.Unfolding;

/// Obligations and claims become assessments, roll-ups and findings. The order in which the facts
/// are listed changes nothing.
public final class Reconciler {

    private final Facts facts;
    private final Remarks remarks;
    private final Matching matching;
    private final Completion completion;
    private final Control control;
    private final List<Obligation> obligations;
    private final List<FileOutcome> accepted;

    private final Map<Obligation, List<FiledClaim>> claims = new HashMap<>();
    private final SequencedSet<FiledClaim> filed = new LinkedHashSet<>();
    private final Set<FiledClaim> deciding = new HashSet<>();
    private final Map<FiledClaim, FiledClaim> supersededBy = new HashMap<>();
    private final List<FiledClaim> withoutObligation = new ArrayList<>();
    private final SequencedMap<Duty, Assessment> assessed = new LinkedHashMap<>();
    private final Map<Obligation, Targets.Unit> values = new HashMap<>();
    private final List<Assessment> open = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Reconciler(Facts facts, List<Obligation> obligations) {
        this.facts = facts;
        this.control = new Control(facts);
        this.obligations = obligations.stream().filter(control::shown).toList();
        this.remarks = new Remarks(facts.register());
        this.matching = new Matching(this.obligations, facts.register());
        this.completion = new Completion(facts);
        this.accepted = accepted(facts);
    }

    public static Reconciliation reconcile(Facts facts) {
        return reconcile(
                facts, Unfolding.of(facts.redaction(), facts.register(), facts.period().lastDay()));
    }

    /// @param obligations what the redaction unfolds into
    public static Reconciliation reconcile(Facts facts, List<Obligation> obligations) {
        return new Reconciler(facts, obligations).run();
    }

    /// Only what the obligations of the period's own year came to, in the order of the plan.
    ///
    /// @param facts with the claims of that year; others change nothing
    static List<Assessment> ofItsYear(Facts facts) {
        Reconciler reconciler =
                new Reconciler(
                        facts,
                        Unfolding.ofItsYear(
                                facts.redaction(), facts.register(), facts.period().lastDay()));
        reconciler.accepted.forEach(reconciler::file);
        reconciler.duties().forEach(reconciler::assess);
        return List.copyOf(reconciler.assessed.values());
    }

    /// The claims that a report may quote in their own words: those that stand or give a value,
    /// what was said in this very period, and what that is compared with. Which they are follows
    /// from everything but the words, so that the others' need never be known.
    public static Set<FiledClaim> quotable(Facts facts) {
        return quotable(
                facts, Unfolding.of(facts.redaction(), facts.register(), facts.period().lastDay()));
    }

    /// @param obligations what the redaction unfolds into
    public static Set<FiledClaim> quotable(Facts facts, List<Obligation> obligations) {
        Reconciler reconciler = new Reconciler(facts, obligations);
        reconciler.accepted.forEach(reconciler::file);
        List<Duty> duties = reconciler.duties();
        duties.forEach(reconciler::assess);
        Set<FiledClaim> quotable = new HashSet<>(reconciler.deciding);
        reconciler.filed.stream().filter(reconciler::ofThisPeriod).forEach(quotable::add);
        Doubts.testimonies(duties, facts)
                .forEach(testimony -> {
                    testimony.before().ifPresent(quotable::add);
                    testimony.valuedBefore().ifPresent(quotable::add);
                });
        return quotable;
    }

    /// As-of: what came later does not exist, nor do later periods.
    private static List<FileOutcome> accepted(Facts facts) {
        return facts.files().stream()
                .filter(file -> !file.received().at().isAfter(facts.asOf()))
                .filter(file -> file.submission().filter(sent -> concerns(sent, facts)).isPresent())
                .sorted(Comparator.comparing(FileOutcome::received))
                .toList();
    }

    private static boolean concerns(Submission submission, Facts facts) {
        return submission.plan().equals(facts.redaction().plan())
                && !submission.period().lastDay().isAfter(facts.period().lastDay());
    }

    private Reconciliation run() {
        accepted.forEach(this::file);
        List<Duty> duties = duties();
        duties.forEach(this::assess);
        findings.addAll(new Doubts(facts, remarks).in(duties));
        Targets targets = new Targets(facts);
        RollUp rollUp = new RollUp(facts);
        Disagreements disagreements = new Disagreements(remarks);
        List<MeasureResult> measures = new ArrayList<>();
        Map<Integer, List<Assessment>> byMeasure =
                assessed.values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        assessment -> assessment.obligation().measure()));
        for (Measure measure : facts.redaction().measures()) {
            List<Assessment> own = byMeasure.getOrDefault(measure.number(), List.of());
            MeasureResult result =
                    rollUp.measure(measure, own, targets.measure(measure, units(own)));
            findings.addAll(disagreements.in(result));
            measures.add(result);
        }
        Indexes indexes = new Indexes(facts, control);
        var bySection = indexes.by(assessed, duty -> duty.measure().section());
        return new Reconciliation(
                facts,
                measures,
                List.copyOf(assessed.values()),
                open,
                Indexes.sum(bySection),
                indexes.by(assessed, duty -> duty.obligation().answerable()),
                bySection,
                new Discipline(facts).of(reporting(), accepted),
                fates(),
                findings.stream().distinct().sorted(Reconciler::inReadingOrder).toList());
    }

    /// Gives each claim of a file to the obligations that it speaks of.
    private void file(FileOutcome file) {
        Submission submission = file.submission().orElseThrow();
        for (Claim claim : submission.claims()) {
            FiledClaim own = new FiledClaim(claim, submission.period(), file.received());
            filed.add(own);
            List<Obligation> meant =
                    facts.redaction()
                            .numbering()
                            .here(submission.redaction(), claim.key())
                            .map(matching::of)
                            .orElse(List.of());
            List<Obligation> answered =
                    meant.stream()
                            .filter(obligation ->
                                    matching.mayAnswer(submission.agency(), obligation))
                            .toList();
            answered.forEach(obligation -> of(obligation).add(own));
            if (answered.isEmpty()) {
                withoutObligation.add(own);
                remark(
                        meant.isEmpty()
                                ? FindingCode.CLAIM_WITHOUT_OBLIGATION
                                : FindingCode.CLAIM_FOR_ANOTHER_AGENCY,
                        own);
            }
        }
    }

    private List<FiledClaim> of(Obligation obligation) {
        return claims.computeIfAbsent(obligation, _ -> new ArrayList<>());
    }

    /// Every obligation that the period speaks of, in the plan's order.
    private List<Duty> duties() {
        Map<Obligation, List<Decision>> decisions = new HashMap<>();
        facts.decisions()
                .forEach(decision ->
                        matching.of(decision.key())
                                .forEach(meant ->
                                        decisions
                                                .computeIfAbsent(meant, _ -> new ArrayList<>())
                                                .add(decision)));
        Map<Obligation, OpeningEntry> opening = new HashMap<>();
        facts.opening().stream()
                .sorted(Comparator.comparingInt(OpeningEntry::line))
                .forEach(entry ->
                        matching.of(entry.key()).forEach(meant -> opening.put(meant, entry)));
        LocalDate today = LocalDate.ofInstant(facts.asOf(), facts.zone());
        Map<Integer, Integer> order = new HashMap<>();
        facts.redaction().measures().forEach(measure -> order.put(measure.number(), order.size()));
        return obligations.stream()
                .sorted(
                        Comparator.<Obligation>comparingInt(
                                        duty -> order.getOrDefault(duty.measure(), order.size()))
                                .thenComparingInt(Obligation::year))
                .map(obligation ->
                        new Duty(
                                obligation,
                                facts.redaction().measure(obligation.measure()).orElseThrow(),
                                Optional.ofNullable(opening.get(obligation)),
                                Rulings.of(decisions.getOrDefault(obligation, List.of()), today),
                                claims.getOrDefault(obligation, List.of())))
                .toList();
    }

    private void assess(Duty duty) {
        Supersession all = supersession(duty, duty.claims());
        List<FiledClaim> earlier =
                duty.claims().stream().filter(claim -> !ofThisPeriod(claim)).toList();
        boolean settledBefore = duty.closed() || supersession(duty, earlier).settled();
        boolean expected = control.expected(duty, settledBefore);
        boolean reported = duty.claims().stream().anyMatch(this::ofThisPeriod);
        Verdict verdict = completion.judge(duty, all, reported, expected);
        boolean isOpen = control.open(duty, settledBefore);
        Assessment assessment =
                assessment(duty, all, verdict, expected, grounds(duty, all, isOpen, settledBefore));
        assessed.put(duty, assessment);
        if (isOpen) {
            open.add(assessment);
        }
        if (duty.obligation().year() == facts.period().year()
                && !duty.obligation().voluntary()
                && !duty.closed()) {
            values.put(duty.obligation(), new Targets.Unit(duty.obligation(), all.valued()));
        }
        all.standing().ifPresent(deciding::add);
        all.valued().ifPresent(deciding::add);
        supersededBy.putAll(all.supersededBy());
        all.givingWay().forEach(claim -> remark(FindingCode.CLAIM_UNDOES_DONE, claim));
        all.withdrawing().forEach(claim -> remark(FindingCode.DONE_WITHDRAWN, claim));
        conflicts(all);
    }

    private Supersession supersession(Duty duty, List<FiledClaim> some) {
        return Supersession.of(
                duty.doneByRecord(completion::receivedOn),
                some,
                claim -> Completion.claimsDone(claim) && completion.ofDone(duty, claim).done());
    }

    private Assessment assessment(
            Duty duty, Supersession claims, Verdict verdict, boolean expected, Grounds grounds) {
        return new Assessment(
                duty.obligation(),
                verdict.status(),
                verdict.rule(),
                duty.due(),
                claims.standing(),
                verdict.byOpening() ? duty.opening() : Optional.empty(),
                verdict.decision().or(() -> duty.rulings().extension()),
                verdict.days(),
                verdict.notReported(),
                verdict.accepted(),
                claims.standing().filter(claim -> !ofThisPeriod(claim)).isPresent(),
                expected,
                grounds);
    }

    private static Grounds grounds(
            Duty duty, Supersession claims, boolean open, boolean settledBefore) {
        return new Grounds(
                open,
                settledBefore,
                duty.opening(),
                duty.rulings().known(),
                duty.claims(),
                claims.supersededBy(),
                claims.withdrawing(),
                claims.valued());
    }

    private boolean ofThisPeriod(FiledClaim claim) {
        return facts.saidNow(claim.period());
    }

    /// Two files received at the same moment that say different things of one obligation.
    private void conflicts(Supersession all) {
        all.supersededBy()
                .forEach((earlier, later) -> {
                    boolean together =
                            earlier.received().at().equals(later.received().at())
                                    && earlier.received().line() != later.received().line()
                                    && earlier.period().equals(later.period());
                    if (together && ofThisPeriod(later) && !said(earlier).equals(said(later))) {
                        findings.add(
                                remarks.about(
                                        FindingCode.CLAIMS_IN_CONFLICT,
                                        later,
                                        later.claim().key().agency(),
                                        earlier.claim().place()));
                    }
                });
    }

    private static List<Object> said(FiledClaim filed) {
        Claim claim = filed.claim();
        return List.of(claim.status(), claim.completedOn(), claim.evidence(), claim.actual());
    }

    /// Findings of earlier periods stand in those periods' reports.
    private void remark(FindingCode code, FiledClaim claim) {
        if (ofThisPeriod(claim)) {
            findings.add(remarks.about(code, claim, claim.claim().key().agency()));
        }
    }

    private List<Targets.Unit> units(List<Assessment> some) {
        return some.stream()
                .flatMap(unit -> Optional.ofNullable(values.get(unit.obligation())).stream())
                .toList();
    }

    private SortedSet<String> reporting() {
        SortedSet<String> agencies = new TreeSet<>();
        assessed.values().stream()
                .filter(Assessment::claimExpected)
                .forEach(assessment -> agencies.add(assessment.obligation().answerable()));
        return agencies;
    }

    private Reconciliation.Fates fates() {
        List<FiledClaim> decided = filed.stream().filter(deciding::contains).toList();
        supersededBy.keySet().removeAll(deciding);
        return new Reconciliation.Fates(decided, supersededBy, withoutObligation);
    }

    private static int inReadingOrder(Finding one, Finding other) {
        return Comparator.comparing(Finding::code)
                .thenComparing(finding -> finding.place().toString())
                .thenComparing(finding -> finding.arguments().toString())
                .compare(one, other);
    }
}
