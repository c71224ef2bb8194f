package kz.esep.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.esep.intake.FileOutcome;
import kz.esep.ledger.Archive;
import kz.esep.ledger.Entry;
import kz.esep.plan.Period;
import kz.esep.publish.Manifest;
import kz.esep.reconcile.Status;
import kz.esep.report.FormerIssue;
import kz.esep.report.Statement;

/// The issue that another one supersedes, from the ledger and the archive: what lies in `output` is
/// not asked, so that a report that is made again names the same one.
final class FormerIssues {

    private FormerIssues() {}

    /// @param issue the number of the issue that is being made
    /// @throws DataInError if the archive lost the former issue's manifest
    static Optional<FormerIssue> before(Desk desk, Period period, int issue) throws IOException {
        Optional<Entry.Issued> entry =
                desk.allIssues().issues(desk.plan().id(), period).stream()
                        .filter(other -> other.number() == issue - 1)
                        .findFirst();
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Entry.Issued former = entry.get();
        return Optional.of(
                new FormerIssue(
                        former.number(),
                        former.fingerprint(),
                        manifest(desk.home(), former).map(FormerIssues::statement)));
    }

    /// Empty where the ledger does not name one, or one from before manifests held statements.
    private static Optional<Manifest> manifest(Home home, Entry.Issued issued) throws IOException {
        if (issued.manifest().isEmpty()) {
            return Optional.empty();
        }
        Path kept =
                new Archive(home.archive())
                        .find(issued.manifest())
                        .orElseThrow(() -> DataInError.archiveLacks(issued.manifest()));
        return Manifest.in(kept);
    }

    private static Statement statement(Manifest manifest) {
        SortedMap<Long, Statement.Source> files = new TreeMap<>();
        manifest.files()
                .forEach(file ->
                        files.put(
                                file.line(),
                                new Statement.Source(
                                        file.path(),
                                        Instant.parse(file.receivedAt()),
                                        FileOutcome.Verdict.valueOf(file.verdict()))));
        SortedMap<String, Status> statuses = new TreeMap<>();
        manifest.statuses().forEach((word, status) -> statuses.put(word, Status.valueOf(status)));
        return new Statement(
                manifest.version(),
                manifest.code(),
                manifest.redaction(),
                Instant.parse(manifest.asOf()),
                files,
                new TreeSet<>(manifest.decisions()),
                statuses,
                manifest.inputs());
    }

    /// As the manifest holds them.
    static SortedMap<String, String> names(SortedMap<String, Status> statuses) {
        SortedMap<String, String> names = new TreeMap<>();
        statuses.forEach((word, status) -> names.put(word, status.name()));
        return names;
    }
}
