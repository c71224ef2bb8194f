package kz.esep.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.intake.FileOutcome;
import kz.esep.ledger.Archive;
import kz.esep.ledger.ArchiveAudit;
import kz.esep.ledger.Difference;
import kz.esep.ledger.Entry;
import kz.esep.ledger.LedgerAudit;
import kz.esep.ledger.OutcomeTables;
import kz.esep.plan.Period;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;
import org.springframework.jdbc.core.JdbcTemplate;

/// Makes the database, the receipts and every issue anew from ledger and archive alone.
///
/// It can be stopped at any point and started again: what is there stays.
public final class Rebuilding {

    private final Home home;
    private final Clock clock;
    private final Workbooks.Opening workbooks;
    private final Papers.Opening papers;
    private final Progress progress;

    Rebuilding(
            Home home,
            Clock clock,
            Workbooks.Opening workbooks,
            Papers.Opening papers,
            Progress progress) {
        this.home = home;
        this.clock = clock;
        this.workbooks = workbooks;
        this.papers = papers;
        this.progress = progress;
    }

    /// @param progress hears how far each issue is
    public static Rebuilding in(Home home, Progress progress) {
        return new Rebuilding(
                home, Clock.systemUTC(), Workbooks::ofAgencies, Papers::official, progress);
    }

    /// What came of it.
    public sealed interface Result {

        /// @param files read from the archive, and how many of them were accepted
        /// @param claims in the database
        /// @param unsigned the issues whose signed copies are lost: no key, no signature
        record Done(int files, int accepted, int claims, List<Issue> issues, List<Issue> unsigned)
                implements Result {
            public Done {
                issues = List.copyOf(issues);
                unsigned = List.copyOf(unsigned);
            }
        }

        /// Ledger or archive are not what was once recorded; nothing was rebuilt.
        record Differs(List<Difference> differences) implements Result {
            public Differs {
                differences = List.copyOf(differences);
            }
        }

        /// The ministry's data have errors.
        record Refused(List<Finding> findings) implements Result {
            public Refused {
                findings = List.copyOf(findings);
            }
        }

        /// Another process runs the job.
        record Locked(long process, String machine, Instant since) implements Result {}
    }

    /// What became of one issue that the ledger names.
    ///
    /// @param plan its id
    public record Issue(String plan, Period period, int number, Fate fate) {}

    /// How an issue fared.
    public sealed interface Fate {

        /// Its folder is what its manifest says.
        record There() implements Fate {}

        /// It was made again, byte for byte.
        record Made(int documents) implements Fate {}

        /// Only the program that made it can make it again; its folder can come from a backup.
        record OtherProgram(String made, String current) implements Fate {}

        /// It was issued before the archive kept manifests.
        record NoManifest() implements Fate {}

        /// Its inputs are no longer read as they were.
        record Refused(List<Finding> findings) implements Fate {
            public Refused {
                findings = List.copyOf(findings);
            }
        }

        /// Making it again failed.
        record Failed(String problem) implements Fate {}
    }

    public Result run() throws IOException {
        try {
            return Turn.RUN.<Result>alone(
                    home,
                    clock,
                    other -> new Result.Locked(other.process(), other.machine(), other.since()),
                    this::alone);
        } catch (DataInError e) {
            return new Result.Refused(e.findings());
        }
    }

    private Result alone(RunGuard guard) throws IOException {
        LedgerAudit ledger = LedgerAudit.of(home.ledger());
        List<Difference> differences = differences(ledger);
        if (!differences.isEmpty()) {
            return new Result.Differs(differences);
        }
        clear();
        List<Issue> issues = new ArrayList<>();
        for (Entry.Issued issued : issued(ledger)) {
            Fate fate = again(issued, guard);
            issues.add(new Issue(issued.plan(), issued.period(), issued.number(), fate));
        }
        guard.check();
        return fill(ledger, issues);
    }

    /// Each issue once, as the ledger's last word on it says.
    private static List<Entry.Issued> issued(LedgerAudit ledger) {
        Map<String, Entry.Issued> issues = new LinkedHashMap<>();
        ledger.entries(Entry.Issued.class)
                .forEach(issued ->
                        issues.put(
                                issued.plan() + " " + issued.period() + " " + issued.number(),
                                issued));
        return List.copyOf(issues.values());
    }

    private List<Difference> differences(LedgerAudit ledger) throws IOException {
        List<Difference> differences = new ArrayList<>(ledger.differences());
        SortedMap<String, String> named = ArchiveAudit.named(ledger);
        differences.addAll(ArchiveAudit.of(home.archive(), home.ledger(), named).differences());
        return differences;
    }

    private void clear() throws IOException {
        Leftovers.clear(home);
        Issues.deleteTree(home.readings());
        Issues.deleteTree(home.contents());
        Issues.deleteTree(home.answered());
        Database database = Database.of(home);
        if (database.isServer()) {
            Tables.drop(database);
        } else {
            deleteDatabase();
        }
    }

    private void deleteDatabase() throws IOException {
        if (!Files.isDirectory(home.inner())) {
            return;
        }
        String name = home.database().getFileName() + ".";
        try (Stream<Path> files = Files.list(home.inner())) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(name)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Fate again(Entry.Issued issued, RunGuard guard) throws IOException {
        Optional<Path> kept =
                issued.manifest().isEmpty()
                        ? Optional.empty()
                        : new Archive(home.archive()).find(issued.manifest());
        Optional<Manifest> manifest = kept.isPresent() ? Manifest.in(kept.get()) : Optional.empty();
        if (manifest.isEmpty()) {
            return new Fate.NoManifest();
        }
        Manifest wanted = manifest.get();
        if (issues(issued.plan())
                .intact(issued.period(), issued.number())
                .filter(wanted::equals)
                .isPresent()) {
            return new Fate.There();
        }
        String made = Version.named(wanted.version(), wanted.code());
        String current = Version.named(Version.current(), Version.code());
        if (!made.equals(current)) {
            return new Fate.OtherProgram(made, current);
        }
        RunResult result =
                new QuarterlyRun(home, clock, workbooks, papers, progress)
                        .run(QuarterlyRun.Order.like(kept.get()), guard);
        return switch (result) {
            case RunResult.Published published -> new Fate.Made(published.documents());
            case RunResult.Refused(List<Finding> findings) -> new Fate.Refused(findings);
            default -> new Fate.Failed(result.toString());
        };
    }

    /// The default plan's issues lie in `output` itself.
    private Issues issues(String plan) {
        boolean isDefault =
                plan.isEmpty() || plan.equals(MinistryData.load(home).plans().defaultPlan().id());
        return home.issues(isDefault ? "" : plan);
    }

    private Result fill(LedgerAudit ledger, List<Issue> issues) throws IOException {
        if (ledger.lines().isEmpty()) {
            return new Result.Done(0, 0, 0, issues, List.of());
        }
        for (Entry.Issued issued : issued(ledger)) {
            Issues shelf = issues(issued.plan());
            if (shelf.intact(issued.period(), issued.number()).isPresent()) {
                shelf.show(issued.period(), issued.number());
            }
        }
        Desk desk = Desk.open(home, clock, workbooks, new Knowledge.UpTo(ledger.lines().lastKey()));
        List<FileOutcome> outcomes = desk.outcomes();
        database(desk, outcomes);
        Answers answers = new Answers(desk, papers.open(home));
        for (FileOutcome outcome : outcomes) {
            answers.write(outcome);
        }
        return new Result.Done(
                outcomes.size(),
                (int) outcomes.stream().filter(each -> each.submission().isPresent()).count(),
                outcomes.stream()
                        .flatMap(each -> each.submission().stream())
                        .mapToInt(submission -> submission.claims().size())
                        .sum(),
                issues,
                unsigned(ledger, issues));
    }

    private List<Issue> unsigned(LedgerAudit ledger, List<Issue> issues) throws IOException {
        List<Issue> unsigned = new ArrayList<>();
        for (Issue issue : issues) {
            boolean wasSigned =
                    ledger.entries(Entry.Signed.class)
                            .anyMatch(signing ->
                                    signing.plan().equals(issue.plan())
                                            && signing.period().equals(issue.period())
                                            && signing.number() == issue.number());
            if (wasSigned
                    && issues(issue.plan())
                            .intactSigned(issue.period(), issue.number())
                            .isEmpty()) {
                unsigned.add(issue);
            }
        }
        return unsigned;
    }

    /// What the job derives, as if it had just read every file.
    private void database(Desk desk, List<FileOutcome> outcomes) throws IOException {
        Database database = Database.of(home);
        try (var pool = database.pool(1)) {
            Tables.make(pool, database);
            OutcomeTables tables = new OutcomeTables(new JdbcTemplate(pool));
            tables.clear();
            for (FileOutcome outcome : outcomes) {
                tables.replace(outcome, desk.files().reading(outcome.received()));
            }
        }
    }
}
