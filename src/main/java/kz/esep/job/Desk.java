package kz.esep.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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
import kz.esep.ledger.Archive;
import kz.esep.ledger.Inbox;
import kz.esep.ledger.IncomingRegister;
import kz.esep.ledger.Ledger;
import kz.esep.ledger.LedgerBroken;
import kz.esep.ledger.LedgerFile;
import kz.esep.ledger.Records;
import kz.esep.ledger.StockTaking;
import kz.esep.ledger.TakenFiles;
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
import kz.esep.settings.InboxSettings;

/// Everything on one desk: the ministry's data, the ledger after a stock-taking, and every received
/// file as it was read; and one plan that is being worked on. Needs neither Spring nor the
/// database.
public final class Desk {

    private final Home home;
    private final MinistryData data;
    private final Plan plan;
    private final StockTaking.Stock stock;
    private final Ledger allIssues;
    private final Optional<Manifest> like;
    private final ReceivedFiles files;

    private Desk(
            Home home,
            MinistryData data,
            StockTaking.Stock stock,
            Ledger allIssues,
            Optional<Manifest> like,
            ReceivedFiles files) {
        this.home = home;
        this.data = data;
        this.plan = data.plans().defaultPlan();
        this.stock = stock;
        this.allIssues = allIssues;
        this.like = like;
        this.files = files;
    }

    /// The same desk, with another plan on it.
    private Desk(Desk desk, Plan plan) {
        this.home = desk.home;
        this.data = desk.data;
        this.plan = plan;
        this.stock = desk.stock;
        this.allIssues = desk.allIssues;
        this.like = desk.like;
        this.files = desk.files;
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
        try {
            return today(home, clock, opening, wanted);
        } catch (LedgerBroken e) {
            throw broken(home, e);
        }
    }

    /// @param clock says when a file was first seen that the chancellery's journal does not name
    /// @throws DataInError if the data has errors, or ledger or archive were tampered with
    static Desk open(Home home, Clock clock, Workbooks.Opening opening, Knowledge knowledge)
            throws IOException {
        try {
            return switch (knowledge) {
                case Knowledge.Today() -> today(home, clock, opening, _ -> true);
                case Knowledge.UpTo(long line) -> upTo(home, opening, line);
                case Knowledge.Like(Path manifest) -> like(home, opening, manifest);
            };
        } catch (LedgerBroken e) {
            throw broken(home, e);
        }
    }

    private static DataInError broken(Home home, LedgerBroken e) {
        return inError(
                FindingCode.LEDGER_BROKEN,
                Place.line(home.ledger().getFileName().toString(), Math.toIntExact(e.line())),
                Map.of("line", e.line()));
    }

    private static Desk today(
            Home home, Clock clock, Workbooks.Opening opening, Predicate<Inbox.Lying> wanted)
            throws IOException {
        MinistryData data = MinistryData.load(home);
        IncomingRegister journal =
                MinistryData.value(
                        IncomingRegister.read(home.incomingRegister(), home.settings().zone()));
        Archive archive = new Archive(home.archive());
        LedgerFile ledger = new LedgerFile(home.ledger());
        new Records(archive, ledger).keep(Inputs.data(home));
        InboxSettings inbox = home.settings().inbox();
        StockTaking taking = new StockTaking(archive, ledger, clock, inbox.quiet());
        Readers readers = new Readers(home);
        StockTaking.Stock stock =
                readers.together(() -> taking.take(home.inbox(), journal, wanted));
        if (inbox.mode() == InboxSettings.Mode.MOVE) {
            stock = stock.with(new TakenFiles(home.taken()).move(stock.taken()));
        }
        return new Desk(
                home,
                data,
                stock,
                stock.ledger(),
                Optional.empty(),
                new ReceivedFiles(home, stock.ledger(), opening.open(home, data), readers));
    }

    /// The desk that another process has laid which holds the run's lock: nothing is taken in.
    ///
    /// @throws DataInError if the data has errors, or ledger or archive were tampered with
    static Desk beside(Home home, Workbooks.Opening opening) throws IOException {
        try {
            Ledger ledger = new LedgerFile(home.ledger()).read();
            return past(home, opening, ledger, ledger, Optional.empty());
        } catch (LedgerBroken e) {
            throw broken(home, e);
        }
    }

    private static Desk upTo(Home home, Workbooks.Opening opening, long line) throws IOException {
        Ledger whole = new LedgerFile(home.ledger()).read();
        if (line < 1 || whole.hash(line).isEmpty()) {
            throw inError(
                    FindingCode.LEDGER_LINE_UNKNOWN,
                    Place.file(home.ledger().getFileName().toString()),
                    Map.of("line", line, "last", whole.lines().size()));
        }
        Archive archive = new Archive(home.archive());
        SortedMap<String, String> contents = whole.upTo(line).recorded();
        for (Map.Entry<String, Path> template : Inputs.templates(home).entrySet()) {
            contents.put(template.getKey(), archive.keepInput(template.getValue()));
        }
        return past(
                Inputs.layOut(home, contents), opening, whole, whole.upTo(line), Optional.empty());
    }

    private static Desk like(Home home, Workbooks.Opening opening, Path file) throws IOException {
        Place place = Place.file(Manifest.NAME);
        Manifest manifest =
                Manifest.in(file)
                        .orElseThrow(
                                () -> inError(FindingCode.MANIFEST_UNREADABLE, place, Map.of()));
        if (!manifest.version().equals(Version.current())
                || !manifest.code().equals(Version.code())) {
            throw inError(
                    FindingCode.MANIFEST_OTHER_VERSION,
                    place,
                    Map.of(
                            "version",
                            Version.named(manifest.version(), manifest.code()),
                            "current",
                            Version.named(Version.current(), Version.code())));
        }
        Ledger whole = new LedgerFile(home.ledger()).read();
        Manifest.Head head = manifest.ledgerHead();
        if (whole.hash(head.line()).filter(head.hash()::equals).isEmpty()) {
            throw inError(FindingCode.MANIFEST_OTHER_LEDGER, place, Map.of("line", head.line()));
        }
        return past(
                Inputs.layOut(home.with(home.settings().in(zone(manifest))), manifest.inputs()),
                opening,
                whole,
                whole.upTo(head.line()),
                Optional.of(manifest));
    }

    private static ZoneId zone(Manifest manifest) {
        try {
            return ZoneId.of(manifest.zone());
        } catch (DateTimeException e) {
            throw inError(FindingCode.MANIFEST_UNREADABLE, Place.file(Manifest.NAME), Map.of());
        }
    }

    private static Desk past(
            Home home,
            Workbooks.Opening opening,
            Ledger whole,
            Ledger known,
            Optional<Manifest> like)
            throws IOException {
        MinistryData data = MinistryData.load(home);
        return new Desk(
                home,
                data,
                new StockTaking.Stock(known, List.of(), List.of()),
                whole,
                like,
                new ReceivedFiles(home, known, opening.open(home, data), new Readers(home)));
    }

    private static DataInError inError(FindingCode code, Place place, Map<String, ?> values) {
        return new DataInError(List.of(Finding.of(code, place, "", values)));
    }

    public Home home() {
        return home;
    }

    public MinistryData data() {
        return data;
    }

    /// The plan that reports and forms are of.
    public Plan plan() {
        return plan;
    }

    /// The desk with a plan on it; empty where the ministry has no such plan.
    public Optional<Desk> with(String planId) {
        return data.plans().plan(planId).map(other -> new Desk(this, other));
    }

    /// Where the plan's reports are published.
    public Issues issues() {
        return home.issues(isDefault() ? "" : plan.id());
    }

    /// Where the plan's forms go.
    public Path forms(Period period) {
        Path shelf = isDefault() ? home.output() : home.output().resolve(plan.id());
        return shelf.resolve("forms").resolve(period.toString());
    }

    boolean isDefault() {
        return plan.equals(data.plans().defaultPlan());
    }

    public Ledger ledger() {
        return stock.ledger();
    }

    /// The ledger that knows every issue, also those after the lines that are seen here.
    Ledger allIssues() {
        return allIssues;
    }

    /// The manifest of the issue that is to be made again.
    Optional<Manifest> like() {
        return like;
    }

    /// Files in the inbox that could not be taken this time.
    public List<Finding> remarks() {
        return stock.findings();
    }

    /// What became of every file ever received, by ledger line. Whoever asks holds all of it in
    /// memory.
    public List<FileOutcome> outcomes() {
        return files.outcomes();
    }

    /// Every file ever received.
    ReceivedFiles files() {
        return files;
    }

    /// The newest period that an accepted, properly sealed submission to the plan is for.
    public Optional<Period> newestPeriod() {
        return files.heads().stream()
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
        for (Plan other : data.plans().plans()) {
            if (!other.equals(plan)) {
                new Desk(this, other)
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
        return files.heads().stream()
                .filter(outcome -> outcome.submission().filter(s -> within(s, period)).isPresent())
                .map(outcome -> outcome.received().at())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> endOfDay(due(period)));
    }

    /// When the newest accepted submission to the plan came, for whichever period; with none, the
    /// beginning of time.
    public Instant newestReceipt() {
        return files.heads().stream()
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
                .map(rule -> redaction.due(rule, period, data.calendar()))
                .findFirst()
                .orElse(period.lastDay());
    }

    private Instant endOfDay(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59)).atZone(home.settings().zone()).toInstant();
    }

    public Facts facts(Period period, Instant asOf) {
        return facts(period, asOf, files.outcomes(concerned(period, asOf)));
    }

    /// The files that a report of the period speaks of, without claims and findings.
    List<FileOutcome> concerned(Period period, Instant asOf) {
        Redaction redaction = redaction(period);
        return files.heads().stream()
                .filter(head -> concerns(head, redaction, period, asOf))
                .toList();
    }

    /// @param read outcomes of all files, from wherever they were kept
    Facts facts(Period period, Instant asOf, List<FileOutcome> read) {
        Redaction redaction = redaction(period);
        return new Facts(
                redaction,
                data.register(),
                period,
                asOf,
                home.settings().zone(),
                read.stream()
                        .filter(outcome -> concerns(outcome, redaction, period, asOf))
                        .toList(),
                plan.opening(redaction),
                plan.decisions(redaction),
                data.calendar());
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
        return Reconciler.reconcile(facts(period, asOf, files.wordless(concerned(period, asOf))));
    }
}
