package kz.esep.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.language.Sentence;
import kz.esep.ledger.Archive;
import kz.esep.ledger.Entry;
import kz.esep.ledger.Ledger;
import kz.esep.ledger.LedgerFile;
import kz.esep.ledger.OutcomeTables;
import kz.esep.ledger.StoredClaims;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;
import kz.esep.reconcile.ClaimsByYear;
import kz.esep.reconcile.Conservation;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Reconciler;
import kz.esep.reconcile.Reconciliation;
import kz.esep.report.Provenance;
import kz.esep.report.Quoted;
import kz.esep.report.Reports;
import kz.esep.report.Statement;
import kz.esep.report.Sums;
import org.jspecify.annotations.Nullable;

/// What the steps of the quarterly job do; knows nothing of Batch. Every method may run again after
/// a crash and ends with the same.
final class QuarterlySteps {

    private final Desk desk;
    private final Assignment assignment;
    private final Papers papers;
    private final OutcomeTables tables;
    private final Issues issues;
    private final Answers answers;
    private @Nullable Reconciliation reconciled;
    private Papers.@Nullable Documents documents;
    private @Nullable Editions editions;

    QuarterlySteps(Desk desk, Assignment assignment, Papers papers, OutcomeTables tables) {
        this.desk = desk;
        this.papers = papers;
        this.assignment = assignment;
        this.tables = tables;
        this.issues = desk.issues();
        this.answers = new Answers(desk, papers);
    }

    /// Keeps the inputs by content and makes room. The staging area goes first: a run whose staging
    /// is gone begins anew. Of an earlier run's rows those stay that are what this one would enter.
    void load() throws IOException {
        issues.clearStagings();
        Map<Long, String> readings = new HashMap<>();
        for (Received file : assignment.files()) {
            readings.put(file.line(), desk.files().reading(file));
        }
        tables.keepOnly(readings);
        Archive archive = new Archive(desk.home().archive());
        for (String input : assignment.inputs().keySet()) {
            archive.keepInput(desk.home().file(input));
        }
        Files.createDirectories(staging());
    }

    List<Long> lines() {
        return assignment.files().stream().map(Received::line).toList();
    }

    /// Enters one file's outcome and answers its sender, unless both are done from the same; who
    /// was answered when an issue was made is not answered anew when it is made again.
    void takeIn(long line) throws IOException {
        FileOutcome head = desk.files().head(line);
        String reading = desk.files().reading(head.received());
        boolean entered = tables.holds(line, reading);
        boolean answered = assignment.like().isPresent() || answers.stands(head);
        if (entered && answered) {
            return;
        }
        FileOutcome outcome = desk.files().read(line);
        if (!entered) {
            tables.replace(outcome, reading);
        }
        if (!answered) {
            answers.write(outcome);
        }
    }

    /// @throws DoesNotClose if a row or a claim was lost or doubled on the way, or the report's
    ///   figures do not add up
    void reconcile() throws IOException {
        List<Sentence> breaks = new ArrayList<>(reconciliation().conservation().breaks());
        breaks.addAll(
                Sums.breaks(Reports.of(reconciliation(), assignment.provenance()).consolidated()));
        if (!breaks.isEmpty()) {
            // should the database have lost rows, the next run enters all of them anew
            tables.clear();
            issues.clearStagings();
            throw new DoesNotClose(breaks);
        }
    }

    /// From the database, also when a restart left the reconciling out. The claims of one year are
    /// looked at after those of another, first to learn which of them the reports quote; these
    /// alone are held in the end, with the agencies' own words. Findings of files of earlier
    /// periods stand in those periods' reports.
    synchronized Reconciliation reconciliation() {
        if (reconciled == null) {
            Facts facts =
                    desk.fulfilment()
                            .facts(
                                    assignment.period(),
                                    assignment.asOf(),
                                    tables.heads(
                                            assignment.files(),
                                            sent -> assignment.period().holds(sent.period())));
            Quoted quoted = Quoted.of(facts, claims(facts, (_, _) -> false));
            reconciled =
                    Quoted.byFindings(
                            Reconciler.reconcile(
                                    facts, claims(facts, quoted::contains), quoted::contains));
        }
        return reconciled;
    }

    private ClaimsByYear claims(Facts facts, OutcomeTables.Worded worded) {
        StoredClaims stored = new StoredClaims(tables, facts.files(), worded);
        return new ClaimsByYear(stored.years(), stored::of);
    }

    List<String> documents() {
        return writer().paths();
    }

    private synchronized Papers.Documents writer() {
        if (documents == null) {
            documents =
                    papers.documents(
                            reconciliation(),
                            assignment.provenance(),
                            desk.fulfilment().changes(assignment.period()));
        }
        return documents;
    }

    /// @return names what the document says; empty where it speaks of the issue itself
    String render(String path) throws IOException {
        Optional<Unchanged> unchanged = unchanged(path);
        String content =
                unchanged.isPresent()
                        ? takeOver(path, unchanged.get())
                        : write(path, assignment.provenance());
        heard(path, content);
        return content;
    }

    /// A document that says what it said in an earlier issue, and so is that issue's.
    private record Unchanged(Provenance issue, String content) {}

    private Optional<Unchanged> unchanged(String path) throws IOException {
        Optional<Provenance> earlier = editions().earlier(path);
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        String content = writer().content(path, earlier.get()).content();
        return editions().isOfEarlier(path, content)
                ? Optional.of(new Unchanged(earlier.get(), content))
                : Optional.empty();
    }

    /// Whose file is gone is made again.
    private String takeOver(String path, Unchanged document) throws IOException {
        Optional<Path> former = editions().former(path, document.content());
        if (former.isEmpty()) {
            return write(path, document.issue());
        }
        Issues.put(staging().resolve(path), out -> Files.copy(former.get(), out));
        return document.content();
    }

    private String write(String path, Provenance issue) throws IOException {
        AtomicReference<String> content = new AtomicReference<>("");
        Issues.put(
                staging().resolve(path),
                out -> content.set(writer().write(path, issue, out).content()));
        return content.get();
    }

    /// A document was rendered here or by another process, and this is what it says.
    void heard(String path, String content) throws IOException {
        editions().heard(path, content);
    }

    private synchronized Editions editions() throws IOException {
        if (editions == null) {
            editions = Editions.of(desk, assignment);
        }
        return editions;
    }

    void publish() throws IOException {
        SortedMap<String, String> gathered = Issues.documents(staging());
        SortedMap<String, String> outputs = new TreeMap<>();
        for (String path : documents()) {
            if (!editions().knows(path)) {
                // a restart has not made it
                Optional<Unchanged> unchanged = unchanged(path);
                heard(
                        path,
                        unchanged.isPresent()
                                ? unchanged.get().content()
                                : writer().content(path, assignment.provenance()).content());
            }
            outputs.put(
                    path,
                    Optional.ofNullable(gathered.get(path))
                            .orElseThrow(
                                    () -> new IllegalStateException(path + " was not rendered")));
        }
        Manifest made = manifest(outputs);
        if (assignment.like().isPresent()) {
            again(assignment.like().get(), made);
            return;
        }
        Entry.Issued issued =
                new Entry.Issued(
                        desk.plan().id(),
                        assignment.period(),
                        assignment.issue(),
                        assignment.fingerprint(),
                        new Archive(desk.home().archive()).keep(made.bytes()));
        new LedgerFile(desk.home().ledger())
                .extend(ledger -> isLast(issued, ledger) ? List.of() : List.of(issued));
        issues.issue(assignment.period(), made);
    }

    /// A restart finds its own line there. Another Java may pack the same inputs into other bytes;
    /// then the ledger says so.
    private static boolean isLast(Entry.Issued issued, Ledger ledger) {
        return ledger.issues(issued.plan(), issued.period()).stream()
                .filter(other -> other.number() == issued.number())
                .reduce((_, later) -> later)
                .filter(issued::equals)
                .isPresent();
    }

    private void again(Manifest first, Manifest made) throws IOException {
        if (!made.equals(first)) {
            Map<String, String> other = new TreeMap<>(made.outputs());
            first.outputs().forEach(other::remove);
            throw new IllegalStateException(
                    "Made again, the issue is not what its manifest says: " + other.keySet());
        }
        issues.restore(assignment.period(), made);
        issues.clearStagings();
    }

    private Manifest manifest(SortedMap<String, String> outputs) throws IOException {
        Reconciliation reconciliation = reconciliation();
        Conservation conservation = reconciliation.conservation();
        Statement said =
                Statement.of(
                        reconciliation, Version.current(), Version.code(), assignment.inputs());
        return new Manifest(
                Version.current(),
                Version.code(),
                assignment.redaction().plan(),
                assignment.redaction().id(),
                assignment.period().toString(),
                assignment.issue(),
                assignment.demonstration(),
                assignment.asOf().toString(),
                assignment.zone().getId(),
                assignment.head(),
                assignment.fingerprint(),
                reconciliation.facts().files().stream().map(QuarterlySteps::source).toList(),
                conservation.rows(),
                claims(conservation),
                assignment
                        .supersedes()
                        .map(it -> new Manifest.Former(it.issue(), it.fingerprint()))
                        .orElse(null),
                List.copyOf(said.decisions()),
                FormerIssues.names(said.statuses()),
                assignment.inputs(),
                outputs,
                editions().contents(),
                editions().earlier(),
                new TreeMap<>());
    }

    private static Manifest.Claims claims(Conservation conservation) {
        return new Manifest.Claims(
                conservation.accepted(),
                conservation.deciding(),
                conservation.superseded(),
                conservation.withoutObligation());
    }

    private static Manifest.SourceFile source(FileOutcome outcome) {
        Received received = outcome.received();
        return new Manifest.SourceFile(
                received.line(),
                received.path(),
                received.sha256(),
                received.at().toString(),
                received.source().name(),
                outcome.verdict().name(),
                outcome.rows());
    }

    private Path staging() {
        return issues.staging(assignment.period(), assignment.fingerprint());
    }
}
