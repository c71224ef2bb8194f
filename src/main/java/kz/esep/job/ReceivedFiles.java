package kz.esep.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FormReading;
import kz.esep.intake.Received;
import kz.esep.intake.SealKeys;
import kz.esep.ledger.Archive;
import kz.esep.ledger.Ledger;
import kz.esep.ledger.Once;
import kz.esep.ledger.Sha256;
import org.jspecify.annotations.Nullable;

/// Every file that a ledger names, and what became of each. A file is read when it is first asked
/// for.
///
/// Of every file its head is held, which is the outcome without claims and findings; of whole
/// outcomes, as many as the memory has room for.
final class ReceivedFiles {

    private static final long MEGABYTE = 1024 * 1024;

    private final Home home;
    private final Archive archive;
    private final Workbooks workbooks;
    private final Readers readers;
    private final SortedMap<Long, Received> files = new TreeMap<>();
    private final Map<String, List<Received>> contents = new HashMap<>();
    private final Map<String, List<Received>> senders = new HashMap<>();
    private final Map<Long, FileOutcome> heads = new ConcurrentHashMap<>();
    private final Map<Long, SoftReference<FileOutcome>> outcomes = new ConcurrentHashMap<>();

    /// What the heads share; held as long as they are.
    private final Once once = new Once();

    private @Nullable String context;

    ReceivedFiles(Home home, Ledger ledger, Workbooks workbooks, Readers readers) {
        this.home = home;
        this.archive = new Archive(home.archive());
        this.workbooks = workbooks;
        this.readers = readers;
        for (Received file : ledger.files()) {
            files.put(file.line(), file);
            contents.computeIfAbsent(file.sha256(), _ -> new ArrayList<>()).add(file);
            senders.computeIfAbsent(file.sender(), _ -> new ArrayList<>()).add(file);
        }
    }

    /// What became of every file, by ledger line. Whoever asks holds all of it in memory.
    List<FileOutcome> outcomes() {
        return outcomes(_ -> true);
    }

    /// What became of some files; only these are read.
    List<FileOutcome> outcomes(Predicate<Received> wanted) {
        return readers.together(
                () -> files.values().parallelStream().filter(wanted).map(this::outcome).toList());
    }

    /// What became of the files that these are heads of.
    List<FileOutcome> outcomes(List<FileOutcome> some) {
        return readers.together(
                () -> some.parallelStream().map(head -> outcome(head.received())).toList());
    }

    /// The same from claims without their words, which thousands of files would fill the memory
    /// with; no file's outcome is held besides.
    List<FileOutcome> wordless(List<FileOutcome> some) {
        Once shared = new Once();
        return readers.together(() ->
                some.parallelStream()
                        .map(head -> read(head.received()).withoutWords())
                        .map(shared::outcome)
                        .toList());
    }

    FileOutcome outcome(long line) {
        return outcome(file(line));
    }

    private FileOutcome outcome(Received received) {
        FileOutcome known = known(received.line());
        if (known != null) {
            return known;
        }
        FileOutcome outcome = read(received);
        outcomes.put(received.line(), new SoftReference<>(outcome));
        heads.putIfAbsent(received.line(), once.outcome(outcome.head()));
        return outcome;
    }

    private @Nullable FileOutcome known(long line) {
        SoftReference<FileOutcome> outcome = outcomes.get(line);
        return outcome == null ? null : outcome.get();
    }

    /// What became of every file, without claims and findings.
    List<FileOutcome> heads() {
        return heads(files.values());
    }

    /// The same of the files with a content.
    List<FileOutcome> heads(String sha256) {
        return heads(contents.getOrDefault(sha256, List.of()));
    }

    /// The same of the files that may be an agency's: those that it sent, and those of nobody.
    List<FileOutcome> headsOf(String agency) {
        List<Received> some = new ArrayList<>(senders.getOrDefault("", List.of()));
        if (!agency.isEmpty()) {
            some.addAll(senders.getOrDefault(agency, List.of()));
        }
        return some.stream().map(this::head).toList();
    }

    private List<FileOutcome> heads(Collection<Received> some) {
        return readers.together(() -> some.parallelStream().map(this::head).toList());
    }

    /// What became of one file, without claims and findings.
    FileOutcome head(long line) {
        return head(file(line));
    }

    private FileOutcome head(Received received) {
        return heads.computeIfAbsent(received.line(), _ -> readHead(received));
    }

    private FileOutcome readHead(Received received) {
        return once.outcome(
                Archive.keeps(received.bytes())
                        ? snapshotRead(received, workbooks::head)
                        : rejected(received).head());
    }

    /// What became of one file, read once more and not held: whoever goes through all files needs
    /// each one once.
    FileOutcome read(long line) {
        return read(file(line));
    }

    /// Reads a file as its ledger lines say, or as others would.
    FileOutcome read(Received received) {
        if (!Archive.keeps(received.bytes())) {
            return rejected(received);
        }
        return snapshotRead(received, workbooks::read);
    }

    /// A way to read.
    @FunctionalInterface
    private interface Read {
        FileOutcome of(Path snapshot, Received received) throws IOException;
    }

    private FileOutcome snapshotRead(Received received, Read way) {
        try {
            Path snapshot =
                    archive.find(received.sha256())
                            .orElseThrow(() -> DataInError.archiveLacks(received.sha256()));
            return way.of(snapshot, received);
        } catch (IOException e) {
            throw new UncheckedIOException("The archive cannot be read", e);
        }
    }

    private static FileOutcome rejected(Received received) {
        Finding tooLarge =
                Finding.of(
                        FindingCode.INBOX_FILE_TOO_LARGE,
                        Place.file(received.path()),
                        "",
                        Map.of(
                                "megabytes",
                                received.bytes() / MEGABYTE,
                                "limit",
                                Archive.LARGEST / MEGABYTE));
        return FormReading.unreadable(received, tooLarge);
    }

    private Received file(long line) {
        return Optional.ofNullable(files.get(line))
                .orElseThrow(() ->
                        new IllegalArgumentException("Line " + line + " of the ledger is no file"));
    }

    /// A file's bytes; empty if it was too large to be kept.
    Optional<Path> snapshot(Received received) throws IOException {
        return Archive.keeps(received.bytes()) ? archive.find(received.sha256()) : Optional.empty();
    }

    /// Names all that a file's outcome follows from.
    String reading(Received received) throws IOException {
        return Sha256.of(context() + received);
    }

    /// Names all that readings and answers follow from, besides the files.
    private synchronized String context() throws IOException {
        String known = context;
        if (known == null) {
            known =
                    Inputs.context(
                            home,
                            MinistryData.value(
                                    SealKeys.load(home.keys(), home.settings().seal().key())));
            context = known;
        }
        return known;
    }
}
