package kz.esep.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.ledger.Sha256;
import kz.esep.plan.Period;
import tools.jackson.core.JacksonException;

/// The issues of each period of a plan: `.issues/2024-Q4-1`, and the link `2024-Q4` to the one in
/// force; below `output` for the default plan, below `output/<plan>` for any other.
///
/// An issue is gathered in `output/.staging` and appears whole by one rename; the link changes by
/// one rename too. Old issues stay as they are.
public final class Issues {

    private final Path output;
    private final String plan;

    /// @param plan its id; empty for the default plan
    public Issues(Path output, String plan) {
        this.output = output;
        this.plan = plan;
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
        deleteTree(stagings());
    }

    /// Writes a document beside its place and moves it there when it is whole and on the disk.
    public static void put(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("no document lies at " + file);
        }
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, ".", ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole))) {
                content.writeTo(out);
            }
            // opened anew: some writers close what they were given
            try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            readableByAll(whole);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /// SHA-256 of every document in a folder, by path with `/`; the manifest is none.
    public static SortedMap<String, String> documents(Path folder) throws IOException {
        SortedMap<String, String> documents = new TreeMap<>();
        for (Path file : regularFiles(folder)) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (!path.equals(Manifest.NAME)) {
                documents.put(path, Sha256.of(file));
            }
        }
        return documents;
    }

    public Path folder(Period period, int issue) {
        return shelf().resolve(".issues").resolve(period + "-" + issue);
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
        Path folder = folder(period, issue);
        Path manifest = folder.resolve(Manifest.NAME);
        if (!Files.exists(manifest)) {
            return Optional.empty();
        }
        try {
            Manifest read = Manifest.read(Files.readAllBytes(manifest));
            return documents(folder).equals(read.outputs()) ? Optional.of(read) : Optional.empty();
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
            Files.createDirectories(folder.getParent());
            if (Files.exists(folder)) {
                Path damaged = stagings().resolve(name(period) + "-damaged");
                deleteTree(damaged);
                Files.move(folder, damaged, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /// Points the period's link to an issue; readers see the old one or this one, never neither.
    public void show(Period period, int issue) throws IOException {
        Path target = shelf().relativize(folder(period, issue));
        Path link = published(period);
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            return;
        }
        Path fresh = stagings().resolve(name(period) + ".link");
        Files.createDirectories(stagings());
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, target);
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
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
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
