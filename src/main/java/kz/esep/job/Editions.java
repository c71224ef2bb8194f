package kz.esep.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import kz.esep.ledger.Archive;
import kz.esep.ledger.Entry;
import kz.esep.ledger.Sha256;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;
import kz.esep.report.Provenance;

/// Of which issue each document of an issue is: this one, or the period's first.
///
/// A document that says what the first issue said in it is the first issue's document: it keeps its
/// number, its as-of and its bytes, and is not made again. It is still true, for nothing of what it
/// tells has changed since. Once a document has changed it is of the issue at hand, for it tells
/// what changed since the issue before, and that no other issue can tell.
///
/// All this follows from the ledger and the archive alone, which keep the manifest of every issue;
/// so the same inputs and the same ledger give the same bytes, also where the folders of earlier
/// issues are gone. Nothing is taken over from an issue that knew more than this one.
final class Editions {

    private final Assignment assignment;
    private final Issues issues;

    /// This very issue, if it was made before: then its manifest decides.
    private final Optional<Manifest> own;

    private final Optional<Manifest> before;
    private final Map<String, String> contents = new ConcurrentHashMap<>();

    private Editions(
            Assignment assignment,
            Issues issues,
            Optional<Manifest> own,
            Optional<Manifest> before) {
        this.assignment = assignment;
        this.issues = issues;
        this.own = own;
        this.before = before;
    }

    static Editions of(Desk desk, Assignment assignment) throws IOException {
        Archive archive = new Archive(desk.home().archive());
        List<Entry.Issued> issued = desk.allIssues().issues(desk.plan().id(), assignment.period());
        Optional<Manifest> own = assignment.like();
        for (Entry.Issued issue : issued.reversed()) {
            if (own.isEmpty() && issue.fingerprint().equals(assignment.fingerprint())) {
                own = manifest(archive, issue);
            }
        }
        return new Editions(
                assignment,
                desk.issues(),
                own,
                issued.isEmpty() ? Optional.empty() : manifest(archive, issued.getLast()));
    }

    private static Optional<Manifest> manifest(Archive archive, Entry.Issued issue)
            throws IOException {
        Optional<Path> kept =
                issue.manifest().isEmpty() ? Optional.empty() : archive.find(issue.manifest());
        return kept.isPresent() ? Manifest.in(kept.get()) : Optional.empty();
    }

    /// The earlier issue that a document is of, unless it says something else now: as of that one
    /// it has to be asked.
    Optional<Provenance> earlier(String path) {
        return candidate(path).map(this::provenance);
    }

    /// @param content names what the document says as of that earlier issue
    boolean isOfEarlier(String path, String content) {
        return earlier(path, content).isPresent();
    }

    /// @param content names what the document says as of the issue that it is of; empty where it
    ///   speaks of the issue itself
    void heard(String path, String content) {
        contents.put(path, content);
    }

    /// The document as the last issue has it, if there it is of the same one.
    Optional<Path> former(String path, String content) throws IOException {
        Optional<Manifest.Edition> edition = earlier(path, content);
        Optional<Manifest> there =
                before.filter(manifest ->
                        first(manifest, path)
                                .map(Manifest.Edition::fingerprint)
                                .equals(edition.map(Manifest.Edition::fingerprint)));
        if (edition.isEmpty() || there.isEmpty() || !same(there, path, content)) {
            return Optional.empty();
        }
        Path file = issues.folder(assignment.period(), there.get().issue()).resolve(path);
        return Files.isRegularFile(file) && Sha256.of(file).equals(there.get().outputs().get(path))
                ? Optional.of(file)
                : Optional.empty();
    }

    private static boolean same(Optional<Manifest> manifest, String path, String content) {
        return !content.isEmpty()
                && manifest.filter(said -> content.equals(said.contents().get(path))).isPresent();
    }

    private Optional<Manifest.Edition> candidate(String path) {
        return own.isPresent()
                ? own.get().edition(path)
                : before.flatMap(manifest -> first(manifest, path)).filter(this::knewNoMore);
    }

    private Optional<Manifest.Edition> earlier(String path, String content) {
        return candidate(path).filter(_ -> own.isPresent() || same(before, path, content));
    }

    /// None of a document that is not in it, or speaks of the issue itself.
    private static Optional<Manifest.Edition> first(Manifest manifest, String path) {
        if (!manifest.contents().containsKey(path)) {
            return Optional.empty();
        }
        return manifest.supersedes() == null
                ? Optional.of(manifest.edition())
                : manifest.edition(path);
    }

    private boolean knewNoMore(Manifest.Edition edition) {
        return !Instant.parse(edition.asOf()).isAfter(assignment.asOf())
                && edition.ledgerHead().line() <= assignment.head().line();
    }

    private Provenance provenance(Manifest.Edition edition) {
        return assignment
                .provenance()
                .of(
                        edition.issue(),
                        edition.fingerprint(),
                        edition.ledgerHead().quoted(),
                        Instant.parse(edition.asOf()));
    }

    boolean knows(String path) {
        return contents.containsKey(path);
    }

    /// What each document says, by path.
    SortedMap<String, String> contents() {
        SortedMap<String, String> named = new TreeMap<>(contents);
        named.values().removeIf(String::isEmpty);
        return named;
    }

    /// The earlier issues that documents are of, oldest first.
    List<Manifest.Edition> earlier() {
        Map<Manifest.Edition, TreeSet<String>> documents = new TreeMap<>(Manifest.Edition.BY_ISSUE);
        contents.forEach((path, content) ->
                earlier(path, content)
                        .map(Manifest.Edition::withoutDocuments)
                        .ifPresent(edition ->
                                documents
                                        .computeIfAbsent(edition, _ -> new TreeSet<>())
                                        .add(path)));
        List<Manifest.Edition> editions = new ArrayList<>();
        documents.forEach((edition, paths) -> editions.add(edition.with(paths)));
        return editions;
    }
}
