package kz.esep.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import kz.esep.findings.Finding;
import kz.esep.intake.FileOutcome;
import kz.esep.ledger.Inbox;
import kz.esep.ledger.Ledger;
import kz.esep.plan.Period;
import kz.esep.plan.Plan;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;
import kz.esep.reconcile.Reconciliation;

/// Everything on one desk: the ministry's data, the ledger after a stock-taking, and every received
/// file as it was read; and one plan that is being worked on. Needs neither Spring nor the
/// database.
public final class Desk {

    private final Known known;
    private final Plan plan;
    private final Fulfilment fulfilment;

    private Desk(Known known, Plan plan) {
        this.known = known;
        this.plan = plan;
        this.fulfilment = new Fulfilment(known, plan);
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
        return fulfilment.newestPeriod();
    }

    /// The other plans that have submissions, each with its newest period.
    SortedMap<String, Period> otherPlans() {
        SortedMap<String, Period> others = new TreeMap<>();
        for (Plan other : known.data().plans().plans()) {
            if (!other.equals(plan)) {
                new Fulfilment(known, other)
                        .newestPeriod()
                        .ifPresent(period -> others.put(other.id(), period));
            }
        }
        return others;
    }

    /// The default as-of: when the newest accepted submission for the period came; with none, the
    /// end of the day on which they are due.
    public Instant asOf(Period period) {
        return fulfilment.asOf(period);
    }

    /// When the newest accepted submission to the plan came, for whichever period; with none, the
    /// beginning of time.
    public Instant newestReceipt() {
        return fulfilment.newestReceipt();
    }

    /// How the plan stands at the end of a period, as far as was known at an instant.
    public Reconciliation reconcile(Period period, Instant asOf) {
        return fulfilment.reconcile(period, asOf);
    }

    /// What else is asked about a period of the plan.
    Fulfilment fulfilment() {
        return fulfilment;
    }
}
