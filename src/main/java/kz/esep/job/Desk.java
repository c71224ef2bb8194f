package kz.esep.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.SealVerdict;
import kz.esep.intake.Submission;
import kz.esep.ledger.Inbox;
import kz.esep.ledger.Ledger;
import kz.esep.plan.Period;
import kz.esep.plan.Plan;
import kz.esep.plan.PlanChanges;
import kz.esep.plan.Redaction;
import kz.esep.plan.ReportingCycle;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Reconciler;
import kz.esep.reconcile.Reconciliation;

/// Everything on one desk: the ministry's data, the ledger after a stock-taking, and every received
/// file as it was read; and one plan that is being worked on. Needs neither Spring nor the
/// database.
public final class Desk {

    private final Known known;
    private final Plan plan;

    private Desk(Known known, Plan plan) {
        this.known = known;
        this.plan = plan;
    }

    private Desk(Known known) {
        this(known, known.data().plans().defaultPlan());
    }

    /// Loads the data and takes stock of the inbox; each file is read when it is first asked for.
    /// The default plan is on the desk.
    ///
    /// @throws DataInError if the data has errors, or ledger or archive were tampered with
    public static Desk open(Home home) {
        return open(home, new Knowledge.Today());
    }

    /// @throws DataInError if the data has errors, or ledger or archive were tampered with
    public static Desk open(Home home, Knowledge knowledge) {
        try {
            return open(home, Clock.systemUTC(), Workbooks::ofAgencies, knowledge);
        } catch (IOException e) {
            throw new UncheckedIOException("The desk cannot be laid", e);
        }
    }

    static Desk open(Home home, Clock clock, Workbooks.Opening opening) throws IOException {
        return open(home, clock, opening, new Knowledge.Today());
    }

    /// Today's desk, with only a part of the inbox taken.
    ///
    /// @param wanted what is to be taken this time
    static Desk open(
            Home home, Clock clock, Workbooks.Opening opening, Predicate<Inbox.Lying> wanted)
            throws IOException {
        return new Desk(Known.taking(wanted, home, clock, opening));
    }

    /// @param clock says when a file was first seen that the chancellery's journal does not name
    /// @throws DataInError if the data has errors, or ledger or archive were tampered with
    static Desk open(Home home, Clock clock, Workbooks.Opening opening, Knowledge knowledge)
            throws IOException {
        return new Desk(Known.by(knowledge, home, clock, opening));
    }

    /// The desk that another process has laid which holds the run's lock: nothing is taken in.
    ///
    /// @throws DataInError if the data has errors, or ledger or archive were tampered with
    static Desk beside(Home home, Workbooks.Opening opening) throws IOException {
        return new Desk(Known.beside(home, opening));
    }

    public Home home() {
        return known.home();
    }

    public MinistryData data() {
        return known.data();
    }

    /// The plan that reports and forms are of.
    public Plan plan() {
        return plan;
    }

    /// The desk with a plan on it; empty where the ministry has no such plan.
    public Optional<Desk> with(String planId) {
        return known.data().plans().plan(planId).map(other -> new Desk(known, other));
    }

    /// Where the plan's reports are published.
    public Issues issues() {
        return known.home().issues(isDefault() ? "" : plan.id());
    }

    /// Where the plan's forms go.
    public Path forms(Period period) {
        Path shelf = isDefault() ? known.home().output() : known.home().output().resolve(plan.id());
        return shelf.resolve("forms").resolve(period.toString());
    }

    boolean isDefault() {
        return plan.equals(known.data().plans().defaultPlan());
    }

    public Ledger ledger() {
        return known.ledger();
    }

    /// The ledger that knows every issue, also those after the lines that are seen here.
    Ledger allIssues() {
        return known.allIssues();
    }

    /// The manifest of the issue that is to be made again.
    Optional<Manifest> like() {
        return known.like();
    }

    /// Files in the inbox that could not be taken this time.
    public List<Finding> remarks() {
        return known.remarks();
    }

    /// What became of every file ever received, by ledger line. Whoever asks holds all of it in
    /// memory.
    public List<FileOutcome> outcomes() {
        return known.files().outcomes();
    }

    /// Every file ever received.
    ReceivedFiles files() {
        return known.files();
    }

    /// The newest period that an accepted, properly sealed submission to the plan is for.
    public Optional<Period> newestPeriod() {
        return known.files().heads().stream()
                .flatMap(outcome -> outcome.submission().stream())
                .filter(submission -> submission.plan().equals(plan.id()))
                .filter(submission ->
                        submission.seal() == SealVerdict.VALID
                                || submission.seal() == SealVerdict.DEMONSTRATION)
                .map(Submission::period)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .filter(period -> plan.inForce(period).isPresent())
                .findFirst();
    }

    /// The other plans that have submissions, each with its newest period.
    SortedMap<String, Period> otherPlans() {
        SortedMap<String, Period> others = new TreeMap<>();
        for (Plan other : known.data().plans().plans()) {
            if (!other.equals(plan)) {
                new Desk(known, other)
                        .newestPeriod()
                        .ifPresent(period -> others.put(other.id(), period));
            }
        }
        return others;
    }

    /// @throws DataInError if no redaction is in force then
    public Redaction redaction(Period period) {
        return plan.inForce(period)
                .orElseThrow(() ->
                        new DataInError(
                                List.of(
                                        Finding.of(
                                                FindingCode.PERIOD_OUTSIDE_PLAN,
                                                Place.file("plan"),
                                                period.toString(),
                                                Map.of(
                                                        "period",
                                                        period,
                                                        "from",
                                                        firstYear(),
                                                        "to",
                                                        lastYear())))));
    }

    /// What the law changed since the period before; nothing where there was no law then.
    PlanChanges changes(Period period) {
        Redaction now = redaction(period);
        return PlanChanges.between(plan.inForce(period.previous()).orElse(now), now);
    }

    private String firstYear() {
        return plan.redactions().stream()
                .map(redaction -> redaction.begins().getYear())
                .min(Comparator.naturalOrder())
                .map(String::valueOf)
                .orElse("—");
    }

    private String lastYear() {
        return plan.redactions().stream()
                .map(Redaction::lastYear)
                .max(Comparator.naturalOrder())
                .map(String::valueOf)
                .orElse("—");
    }

    /// The default as-of: when the newest accepted submission for the period came; with none, the
    /// end of the day on which they are due.
    public Instant asOf(Period period) {
        return known.files().heads().stream()
                .filter(outcome -> outcome.submission().filter(s -> within(s, period)).isPresent())
                .map(outcome -> outcome.received().at())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> endOfDay(due(period)));
    }

    /// When the newest accepted submission to the plan came, for whichever period; with none, the
    /// beginning of time.
    public Instant newestReceipt() {
        return known.files().heads().stream()
                .filter(outcome ->
                        outcome.submission().filter(s -> s.plan().equals(plan.id())).isPresent())
                .map(outcome -> outcome.received().at())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private boolean within(Submission submission, Period period) {
        return submission.plan().equals(plan.id()) && period.holds(submission.period());
    }

    private LocalDate due(Period period) {
        Redaction redaction = redaction(period);
        return redaction.cycles().stream()
                .filter(cycle -> cycle.cadence() == period.cadence())
                .map(ReportingCycle::agencies)
                .map(rule -> redaction.due(rule, period, known.data().calendar()))
                .findFirst()
                .orElse(period.lastDay());
    }

    private Instant endOfDay(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59))
                .atZone(known.home().settings().zone())
                .toInstant();
    }

    public Facts facts(Period period, Instant asOf) {
        return facts(period, asOf, known.files().outcomes(concerned(period, asOf)));
    }

    /// The files that a report of the period speaks of, without claims and findings.
    List<FileOutcome> concerned(Period period, Instant asOf) {
        Redaction redaction = redaction(period);
        return known.files().heads().stream()
                .filter(head -> concerns(head, redaction, period, asOf))
                .toList();
    }

    /// @param read outcomes of all files, from wherever they were kept
    Facts facts(Period period, Instant asOf, List<FileOutcome> read) {
        Redaction redaction = redaction(period);
        return new Facts(
                redaction,
                known.data().register(),
                period,
                asOf,
                known.home().settings().zone(),
                read.stream()
                        .filter(outcome -> concerns(outcome, redaction, period, asOf))
                        .toList(),
                plan.opening(redaction),
                plan.decisions(redaction),
                known.data().calendar());
    }

    /// An accepted file counts if it came by then for this period or an earlier one; a file that is
    /// held or refused is named whenever it came, so that today's report speaks of today's file.
    private static boolean concerns(
            FileOutcome outcome, Redaction redaction, Period period, Instant asOf) {
        return outcome.submission()
                .map(submission ->
                        submission.plan().equals(redaction.plan())
                                && !submission.period().lastDay().isAfter(period.lastDay())
                                && !outcome.received().at().isAfter(asOf))
                .orElse(true);
    }

    public Reconciliation reconcile(Period period, Instant asOf) {
        return Reconciler.reconcile(facts(period, asOf));
    }

    /// The same statuses and figures, without the claims' words.
    Reconciliation figures(Period period, Instant asOf) {
        return Reconciler.reconcile(
                facts(period, asOf, known.files().wordless(concerned(period, asOf))));
    }
}
