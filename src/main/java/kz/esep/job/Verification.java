package kz.esep.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.esep.ledger.ArchiveAudit;
import kz.esep.ledger.Difference;
import kz.esep.ledger.Entry;
import kz.esep.ledger.LedgerAudit;
import kz.esep.ledger.Sha256;
import kz.esep.plan.Period;
import kz.esep.publish.IssueAudit;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;
import kz.esep.publish.sign.SignatureAudit;
import kz.esep.publish.sign.Trust;

/// Holds what is published against the manifests, these against the ledger, the ledger against
/// itself, and the archive against the ledger. It changes nothing.
public final class Verification {

    private final Home home;
    private final LedgerAudit ledger;
    private final List<Difference> differences = new ArrayList<>();
    private final SortedMap<String, String> named;
    private final Set<Entry.Issued> found = new HashSet<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Set<String> signings = new HashSet<>();
    private final Optional<Trust> trust;
    private final SortedSet<String> signers = new TreeSet<>();
    private int signatures;
    private int issues;
    private int documents;

    Verification(Home home, Optional<Trust> trust) throws IOException {
        this.home = home;
        this.trust = trust;
        this.ledger = LedgerAudit.of(home.ledger());
        this.named = ArchiveAudit.named(ledger);
    }

    /// What came of it.
    public sealed interface Result {

        /// @param issues how many were looked at, and `documents` in them
        /// @param lines of the ledger
        /// @param contents of the archive that are what they are called
        /// @param signatures that hold, and `signers` whose they are
        /// @param differences none if all agrees
        record Done(
                int issues,
                int documents,
                int lines,
                int contents,
                int signatures,
                SortedSet<String> signers,
                List<Difference> differences)
                implements Result {
            public Done {
                signers = Collections.unmodifiableSortedSet(new TreeSet<>(signers));
                differences = List.copyOf(differences);
            }
        }

        /// Another process runs the job, and may be changing what would be looked at.
        record Locked(long process, String machine, Instant since) implements Result {}
    }

    /// @param folder an issue, a published period, a copy of one, or a folder with several plans'
    ///   issues such as `output`
    ///
    /// @param trust the certificates that signatures have to lead to; empty: signatures are
    ///   checked, whoever signed
    public static Result of(Home home, Path folder, Optional<Trust> trust) throws IOException {
        return Turn.RUN.<Result>looking(
                home,
                Clock.systemUTC(),
                other -> new Result.Locked(other.process(), other.machine(), other.since()),
                _ -> new Verification(home, trust).verify(folder));
    }

    /// To be called while nobody else may run the job.
    Result.Done verify(Path folder) throws IOException {
        differences.addAll(ledger.differences());
        List<Path> shelves = shelves(folder);
        if (shelves.isEmpty() && !isOurs(folder)) {
            issue(folder);
        }
        for (Path shelf : shelves) {
            shelf(shelf);
        }
        if (isOurs(folder)) {
            theLedgersIssuesAreThere();
            theLedgersSignedCopiesAreThere();
        }
        ArchiveAudit archive = ArchiveAudit.of(home.archive(), home.ledger(), named);
        differences.addAll(archive.differences());
        return new Result.Done(
                issues,
                documents,
                ledger.hashes().size(),
                archive.contents(),
                signatures,
                signers,
                differences);
    }

    private boolean isOurs(Path folder) throws IOException {
        return Files.isDirectory(home.output()) && Files.isSameFile(folder, home.output());
    }

    /// The folder itself and those in it, where issues are kept.
    private static List<Path> shelves(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return Stream.concat(Stream.of(folder), all.sorted())
                    .filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .filter(Issues::isShelf)
                    .toList();
        }
    }

    private void shelf(Path shelf) throws IOException {
        for (Path folder : Issues.issuesOn(shelf)) {
            Optional<Manifest> manifest = issue(folder);
            String name = folder.getFileName().toString();
            if (manifest.isEmpty()) {
                unreadable.add(name);
            } else if (!Issues.isCalled(manifest.get(), name)) {
                differences.add(
                        Difference.of(
                                shown(folder),
                                "other-issue",
                                Map.of(
                                        "period", manifest.get().period(),
                                        "issue", manifest.get().issue())));
            }
        }
        try (Stream<Path> all = Files.list(shelf)) {
            for (Path place : all.sorted().toList()) {
                if (Period.parse(place.getFileName().toString()).isPresent()) {
                    published(shelf, place);
                }
            }
        }
    }

    /// What readers open leads to an issue, or is a copy of one.
    private void published(Path shelf, Path place) throws IOException {
        if (!Files.exists(place)) {
            differences.add(Difference.of(shown(place), "leads-nowhere"));
        } else if (!Files.isSymbolicLink(place)) {
            issue(place);
        } else if (Issues.issuesOn(shelf).stream().noneMatch(issue -> isSame(issue, place))) {
            differences.add(Difference.of(shown(place), "leads-elsewhere"));
        }
    }

    private static boolean isSame(Path issue, Path place) {
        try {
            return Files.isSameFile(issue, place);
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<Manifest> issue(Path folder) throws IOException {
        String shown = shown(folder);
        IssueAudit audit = IssueAudit.of(folder, shown);
        issues++;
        documents += audit.documents();
        differences.addAll(audit.differences());
        if (audit.manifest().isPresent()) {
            Manifest manifest = audit.manifest().get();
            recorded(manifest, hash(manifest, folder), shown + "/" + Manifest.NAME);
            signed(manifest, folder, shown);
        }
        return audit.manifest();
    }

    private void signed(Manifest manifest, Path folder, String shown) throws IOException {
        if (manifest.signed().isEmpty()) {
            return;
        }
        SignatureAudit audit = SignatureAudit.of(folder, shown, manifest, trust);
        signatures += audit.signatures();
        signers.addAll(audit.signers());
        differences.addAll(audit.differences());
        String sha256 = Sha256.of(folder.resolve(Manifest.NAME));
        signings.add(name(manifest.plan(), manifest.period(), manifest.issue()));
        if (ledger.entries(Entry.Signed.class)
                .map(Entry.Signed::manifest)
                .noneMatch(sha256::equals)) {
            differences.add(
                    Difference.of(
                            shown + "/" + Manifest.NAME,
                            "signing-not-recorded",
                            Map.of("found", sha256)));
        }
    }

    /// Of the manifest as it was before it was signed; of the file itself where that is not how
    /// Esep writes a manifest.
    private static String hash(Manifest manifest, Path folder) throws IOException {
        String found = Sha256.of(folder.resolve(Manifest.NAME));
        return found.equals(manifest.sha256()) ? manifest.unsigned().sha256() : found;
    }

    /// @param sha256 of the manifest before it was signed
    private void recorded(Manifest manifest, String sha256, String place) {
        manifest.inputs()
                .forEach((path, input) -> named.putIfAbsent(input, place + " (" + path + ")"));
        head(manifest.ledgerHead(), place);
        List<Entry.Issued> numbered =
                ledger.entries(Entry.Issued.class)
                        .filter(issued -> isOf(issued, manifest))
                        .toList();
        if (numbered.isEmpty()) {
            differences.add(
                    Difference.of(
                            place,
                            "not-issued",
                            Map.of("period", manifest.period(), "issue", manifest.issue())));
            return;
        }
        found.addAll(numbered);
        Entry.Issued issued = numbered.getLast();
        if (!issued.fingerprint().equals(manifest.fingerprint())) {
            differences.add(
                    Difference.of(
                            place,
                            "other-fingerprint",
                            Map.of(
                                    "expected", issued.fingerprint(),
                                    "found", manifest.fingerprint())));
        } else if (numbered.stream().noneMatch(each -> isAnchored(each, sha256))) {
            differences.add(
                    Difference.of(
                            place,
                            "manifest-changed",
                            Map.of("expected", issued.manifest(), "found", sha256)));
        }
    }

    /// Lines from before manifests were recorded anchor none.
    private static boolean isAnchored(Entry.Issued issued, String sha256) {
        return issued.manifest().isEmpty() || issued.manifest().equals(sha256);
    }

    private static boolean isOf(Entry.Issued issued, Manifest manifest) {
        return (issued.plan().equals(manifest.plan()) || issued.plan().isEmpty())
                && issued.period().toString().equals(manifest.period())
                && issued.number() == manifest.issue();
    }

    /// The ledger goes on from the line that the manifest quotes, with that line's hash.
    private void head(Manifest.Head head, String place) {
        if (head.line() == 0) {
            return;
        }
        String found = ledger.hashes().getOrDefault(head.line(), "—");
        if (!found.equals(head.hash())) {
            differences.add(
                    Difference.of(
                            place,
                            "other-head",
                            Map.of(
                                    "line", String.valueOf(head.line()),
                                    "expected", head.hash(),
                                    "found", found)));
        }
    }

    private void theLedgersIssuesAreThere() {
        ledger.entries(Entry.Issued.class)
                .filter(issued ->
                        !unreadable.contains(Issues.name(issued.period(), issued.number())))
                .filter(issued -> found.stream().noneMatch(other -> isSame(issued, other)))
                .distinct()
                .forEach(issued ->
                        differences.add(
                                Difference.of(
                                        home.ledger().getFileName().toString(),
                                        "issue-missing",
                                        Map.of(
                                                "plan", issued.plan(),
                                                "period", issued.period().toString(),
                                                "issue", issued.number()))));
    }

    private void theLedgersSignedCopiesAreThere() {
        ledger.entries(Entry.Signed.class)
                .filter(signing ->
                        !signings.contains(
                                name(
                                        signing.plan(),
                                        signing.period().toString(),
                                        signing.number())))
                .map(signing ->
                        Difference.of(
                                home.ledger().getFileName().toString(),
                                "signed-copy-missing",
                                Map.of(
                                        "plan", signing.plan(),
                                        "period", signing.period().toString(),
                                        "issue", signing.number())))
                .distinct()
                .forEach(differences::add);
    }

    private static String name(String plan, String period, int issue) {
        return plan + " " + period + " " + issue;
    }

    private static boolean isSame(Entry.Issued issued, Entry.Issued other) {
        return issued.plan().equals(other.plan())
                && issued.period().equals(other.period())
                && issued.number() == other.number();
    }

    /// Below the home, by its path there.
    private String shown(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        return (whole.startsWith(home.root()) ? home.root().relativize(whole) : whole)
                .toString()
                .replace('\\', '/');
    }
}
