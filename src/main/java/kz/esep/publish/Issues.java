package kz.esep.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.ledger.OnDisk;
import kz.esep.ledger.Sha256;
import kz.esep.plan.Period;
import tools.jackson.core.JacksonException;

/// The issues of each period of a plan: `.issues/2024-Q4-1`, and the link `2024-Q4` to the one in
/// force; below `output` for the default plan, below `output/<plan>` for any other.
///
/// An issue is gathered in `output/.staging` and appears whole by one rename; the link changes by
/// one rename too. Old issues stay as they are. All of it is on the disk before the next thing
/// relies on it, so that a power cut, too, leaves the old issue or the new one.
///
/// Where a file system has no links, the period is a copy of its issue, exchanged by two renames.
/// What is to be exchanged waits in `.switch/2024-Q4`: `new` until it is shown, `former` while the
/// one before goes. So the folder is its own journal, and [#repair] ends what a crash interrupted.
public final class Issues {

    private static final String ISSUES = ".issues";
    private static final String SIGNED = ".signed";
    private static final String SWITCH = ".switch";
    private static final String NEW = "new";
    private static final String FORMER = "former";

    private final Path output;
    private final String plan;
    private final Hands hands;

    /// @param plan its id; empty for the default plan
    public Issues(Path output, String plan) {
        this(output, plan, new Hands());
    }

    Issues(Path output, String plan, Hands hands) {
        this.output = output;
        this.plan = plan;
        this.hands = hands;
    }

    /// Writes one document.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Where the issue of a fingerprint is gathered; need not exist.
    public Path staging(Period period, String fingerprint) {
        return stagings().resolve(name(period) + "-" + fingerprint.substring(0, 12));
    }

    /// Empties the staging area: what other runs left half done, of any plan, is begun anew when
    /// they come again.
    public void clearStagings() throws IOException {
        hands.delete(stagings());
    }

    /// Writes a document beside its place and moves it there when it is whole and on the disk.
    public static void put(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("no document lies at " + file);
        }
        OnDisk.folders(folder);
        Path whole = Files.createTempFile(folder, ".", ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole))) {
                content.writeTo(out);
            }
            // opened anew: some writers close what they were given
            OnDisk.force(whole);
            readableByAll(whole);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /// SHA-256 of every document in a folder, by path with `/`; the manifest and its signature are
    /// none.
    public static SortedMap<String, String> documents(Path folder) throws IOException {
        SortedMap<String, String> documents = new TreeMap<>();
        for (Path file : regularFiles(folder)) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (!path.equals(Manifest.NAME) && !path.equals(Manifest.SIGNATURE)) {
                documents.put(path, Sha256.of(file));
            }
        }
        return documents;
    }

    public Path folder(Period period, int issue) {
        return shelf().resolve(ISSUES).resolve(name(period, issue));
    }

    /// How an issue's folder is called.
    public static String name(Period period, int issue) {
        return period + "-" + issue;
    }

    /// Whether an issue's folder bears the name that its manifest asks for.
    public static boolean isCalled(Manifest manifest, String name) {
        String unsigned = manifest.period() + "-" + manifest.issue();
        return name.equals(manifest.signed().isEmpty() ? unsigned : unsigned + SIGNED);
    }

    /// Where the signed copy of an issue lies, if it was signed.
    public Path signed(Period period, int issue) {
        return shelf().resolve(ISSUES).resolve(name(period, issue) + SIGNED);
    }

    /// Where the signed copy of an issue is gathered; need not exist.
    public Path stagingOfSigned(Period period, int issue) {
        return stagings().resolve(name(period) + "-" + issue + SIGNED);
    }

    /// Whether issues of a plan are kept in a folder.
    public static boolean isShelf(Path folder) {
        return isFolder(folder.resolve(ISSUES));
    }

    /// The folders of all issues that are kept in a plan's folder.
    public static List<Path> issuesOn(Path shelf) throws IOException {
        return folders(shelf.resolve(ISSUES));
    }

    /// What readers open: `output/2024-Q4`.
    public Path published(Period period) {
        return shelf().resolve(period.toString());
    }

    private Path shelf() {
        return plan.isEmpty() ? output : output.resolve(plan);
    }

    private String name(Period period) {
        return plan.isEmpty() ? period.toString() : plan + "-" + period;
    }

    /// The manifest of an issue whose folder is exactly what its manifest says; empty where it is
    /// missing or differs.
    public Optional<Manifest> intact(Period period, int issue) throws IOException {
        return intact(folder(period, issue));
    }

    /// The same of an issue's signed copy; empty also where it was not signed.
    public Optional<Manifest> intactSigned(Period period, int issue) throws IOException {
        return intact(signed(period, issue));
    }

    private static Optional<Manifest> intact(Path folder) throws IOException {
        Path manifest = folder.resolve(Manifest.NAME);
        if (!Files.exists(manifest)) {
            return Optional.empty();
        }
        try {
            Manifest read = Manifest.read(Files.readAllBytes(manifest));
            return documents(folder).equals(read.documents())
                    ? Optional.of(read)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// Makes the gathered documents the period's issue, then shows it.
    public void issue(Period period, Manifest manifest) throws IOException {
        restore(period, manifest);
        show(period, manifest.issue());
        clearStagings();
    }

    /// Makes the gathered documents an issue of the period; readers go on seeing the one they see.
    public void restore(Period period, Manifest manifest) throws IOException {
        Path staging = staging(period, manifest.fingerprint());
        Path folder = folder(period, manifest.issue());
        if (!intact(period, manifest.issue()).filter(manifest::equals).isPresent()) {
            leaveOnly(manifest.outputs().keySet(), staging);
            put(staging.resolve(Manifest.NAME), out -> out.write(manifest.bytes()));
            OnDisk.forceNames(staging);
            OnDisk.folders(OnDisk.parent(folder));
            putAside(folder);
            hands.move(staging, folder);
        }
    }

    /// Makes what was gathered the signed copy of an issue, then shows it instead.
    public void issueSigned(Period period, int issue) throws IOException {
        Path staging = stagingOfSigned(period, issue);
        Path folder = signed(period, issue);
        OnDisk.forceNames(staging);
        putAside(folder);
        hands.move(staging, folder);
        show(period, issue);
    }

    private void putAside(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Path damaged = stagings().resolve(plan + folder.getFileName() + "-damaged");
            hands.delete(damaged);
            hands.move(folder, damaged);
        }
    }

    /// Shows an issue, or its signed copy, to readers: they see the one before or this one, never
    /// neither. Only where there are no links, nothing is seen for the moment between two renames.
    public void show(Period period, int issue) throws IOException {
        repair();
        Path signed = signed(period, issue);
        Path folder = isFolder(signed) ? signed : folder(period, issue);
        Path target = shelf().relativize(folder);
        Path place = published(period);
        if (Files.isSymbolicLink(place) && Files.readSymbolicLink(place).equals(target)) {
            return;
        }
        Path fresh = stagings().resolve(name(period) + ".fresh");
        OnDisk.folders(stagings());
        hands.delete(fresh);
        boolean linked = hands.link(fresh, target);
        if (linked && !isFolder(place)) {
            hands.move(fresh, place);
        } else if (linked || !isCopy(place, folder)) {
            if (!linked) {
                hands.copy(folder, fresh);
            }
            Path waiting = shelf().resolve(SWITCH).resolve(period.toString());
            OnDisk.folders(waiting);
            hands.move(fresh, waiting.resolve(NEW));
            exchange(waiting, place);
        }
    }

    /// Ends the exchanges that a crash interrupted, of every plan. To be called before anything is
    /// published or removed.
    public void repair() throws IOException {
        for (Path shelf : folders(output)) {
            repair(shelf);
        }
        repair(output);
    }

    private void repair(Path shelf) throws IOException {
        for (Path waiting : folders(shelf.resolve(SWITCH))) {
            exchange(waiting, shelf.resolve(waiting.getFileName()));
        }
    }

    /// May be interrupted before or after each line, and be called again.
    private void exchange(Path waiting, Path place) throws IOException {
        Path fresh = waiting.resolve(NEW);
        Path former = waiting.resolve(FORMER);
        if (there(fresh)) {
            if (there(place)) {
                hands.delete(former);
                hands.move(place, former);
            }
            hands.move(fresh, place);
        }
        hands.delete(waiting);
    }

    private static boolean there(Path place) {
        return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFolder(Path place) {
        return Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isCopy(Path place, Path folder) throws IOException {
        return isFolder(place)
                && Files.exists(place.resolve(Manifest.NAME))
                && Files.mismatch(place.resolve(Manifest.NAME), folder.resolve(Manifest.NAME)) < 0
                && documents(place).equals(documents(folder));
    }

    private static List<Path> folders(Path parent) throws IOException {
        if (!isFolder(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Issues::isFolder).sorted().toList();
        }
    }

    /// A kill leaves temporary files behind.
    private static void leaveOnly(Set<String> documents, Path staging) throws IOException {
        for (String path : documents(staging).keySet()) {
            if (!documents.contains(path)) {
                Files.delete(staging.resolve(path));
            }
        }
    }

    private Path stagings() {
        return output.resolve(".staging");
    }

    /// Temporary files are born private; what is published is for everyone who may see the folder.
    private static void readableByAll(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static List<Path> regularFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    /// Removes a folder with all that is in it; it need not exist.
    public static void deleteTree(Path folder) throws IOException {
        new Hands().delete(folder);
    }
}
