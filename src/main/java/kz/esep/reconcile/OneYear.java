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
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Submission;
import kz.esep.plan.Decision;
import kz.esep.plan.Obligation;
import kz.esep.plan.OpeningEntry;

/// The obligations of one year and what was claimed of them become assessments and findings. All
/// that is looked at for it lives no longer than this.
final class OneYear {

    private final Facts facts;
    private final int year;
    private final LastValues before;
    private final Remarks remarks;
    private final Matching matching;
    private final Completion completion;
    private final Control control;
    private final boolean brief;
    private final List<Duty> duties;

    private final Map<Obligation, List<FiledClaim>> claims = new HashMap<>();
    private final SequencedSet<FiledClaim> filed = new LinkedHashSet<>();
    private final Set<FiledClaim> deciding = new HashSet<>();
    private final Map<FiledClaim, FiledClaim> supersededBy = new HashMap<>();
    private final List<FiledClaim> withoutObligation = new ArrayList<>();
    private final SequencedMap<Duty, Assessment> assessed = new LinkedHashMap<>();
    private final Map<Obligation, Targets.Unit> owed = new HashMap<>();
    private final List<Assessment> open = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /// @param files with the year's claims alone; those that came after as-of, or for a later
    ///   period, do not exist
    /// @param obligations of the year that the period speaks of, in the order of the plan
    /// @param before the values of the year before
    /// @param brief whether the assessments are to do without the claims that do not decide
    OneYear(
            Facts facts,
            int year,
            List<FileOutcome> files,
            List<Obligation> obligations,
            LastValues before,
            boolean brief) {
        this.facts = facts;
        this.year = year;
        this.before = before;
        this.remarks = new Remarks(facts.register());
        this.matching = new Matching(obligations, facts.register());
        this.completion = new Completion(facts);
        this.control = new Control(facts);
        this.brief = brief;
        accepted(files, facts).forEach(this::file);
        this.duties = duties(obligations);
        duties.forEach(this::assess);
    }

    int year() {
        return year;
    }

    /// As-of: what came later does not exist, nor do later periods. In the order of receipt.
    static List<FileOutcome> accepted(List<FileOutcome> files, Facts facts) {
        return files.stream()
                .filter(file -> !file.received().at().isAfter(facts.asOf()))
                .filter(file -> file.submission().filter(sent -> concerns(sent, facts)).isPresent())
                .sorted(Comparator.comparing(FileOutcome::received))
                .toList();
    }

    private static boolean concerns(Submission submission, Facts facts) {
        return submission.plan().equals(facts.redaction().plan())
                && !submission.period().lastDay().isAfter(facts.period().lastDay());
    }

    List<Duty> duties() {
        return duties;
    }

    SequencedMap<Duty, Assessment> assessed() {
        return assessed;
    }

    /// Those of the assessments whose obligations are open in the period (O2).
    List<Assessment> open() {
        return open;
    }

    /// Who owes a value for the period's year.
    Map<Obligation, Targets.Unit> owed() {
        return owed;
    }

    /// What the next year's values are compared with.
    LastValues values() {
        return LastValues.of(duties);
    }

    /// What was remarked of claims and obligations, and what is doubtful in this period's.
    List<Finding> findings() {
        return Stream.concat(
                        findings.stream(), new Doubts(facts, remarks).in(duties, before).stream())
                .toList();
    }

    /// How the year's claims ended.
    Reconciliation.Fates fates() {
        List<FiledClaim> decided = filed.stream().filter(deciding::contains).toList();
        Map<FiledClaim, FiledClaim> superseded = new HashMap<>(supersededBy);
        superseded.keySet().removeAll(deciding);
        return new Reconciliation.Fates(decided, superseded, withoutObligation);
    }

    /// See [Reconciler#quotable].
    Stream<FiledClaim> quotable() {
        return Stream.of(
                        deciding.stream(),
                        filed.stream().filter(this::ofThisPeriod),
                        Doubts.testimonies(duties, before, facts)
                                .flatMap(testimony ->
                                        Stream.of(testimony.before(), testimony.valuedBefore())
                                                .flatMap(Optional::stream)))
                .flatMap(claims -> claims);
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

    private List<Duty> duties(List<Obligation> obligations) {
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
        return obligations.stream()
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
            owed.put(duty.obligation(), new Targets.Unit(duty.obligation(), all.valued()));
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

    private Grounds grounds(Duty duty, Supersession claims, boolean open, boolean settledBefore) {
        if (brief) {
            return Grounds.withoutClaims(
                    open, settledBefore, duty.opening(), duty.rulings().known());
        }
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
}
