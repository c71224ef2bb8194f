package kz.esep.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import kz.esep.ledger.Archive;
import kz.esep.ledger.Difference;
import kz.esep.ledger.OnDisk;
import kz.esep.ledger.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Everything that cannot be made again, in one zip: archive and ledger, the ministry's data,
/// templates, what was published and answered; keys only where the operator says so.
///
/// While it is made nobody else may run the job, so that ledger, archive and issues are of one
/// moment; `watch` waits meanwhile. It is read again before it gets its name.
public final class Backup {

    /// What a backup holds, at its end: so that it can be checked where nothing else is.
    static final String INDEX = "backup.json";

    private static final String KEYS = "keys/";
    private static final String SEALS = KEYS + "seal/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final Home home;
    private final Clock clock;

    Backup(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    public static Backup of(Home home) {
        return new Backup(home, Clock.systemUTC());
    }

    /// What came of it.
    public sealed interface Result {

        /// @param files in it
        /// @param keys how many of them are secret
        /// @param differences in what was kept: the backup is of what there is
        record Done(int files, long bytes, int keys, List<Difference> differences)
                implements Result {
            public Done {
                differences = List.copyOf(differences);
            }
        }

        /// No backup is written over.
        record Exists() implements Result {}

        /// Another process runs the job.
        record Locked(long process, String machine, Instant since) implements Result {}
    }

    /// @param at when it was made
    /// @param files SHA-256 by path
    /// @param links where they lead, by path
    record Index(
            String version,
            String code,
            String at,
            SortedMap<String, String> files,
            SortedMap<String, String> links) {

        static Index in(ZipFile zip) throws IOException {
            ZipEntry entry = zip.getEntry(INDEX);
            if (entry == null) {
                throw new ZipException("no " + INDEX);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return JSON.readValue(in, Index.class);
            } catch (JacksonException e) {
                throw new ZipException(INDEX);
            }
        }
    }

    /// @param file that does not exist
    /// @param keys whether it shall hold the keys too
    public Result write(Path file, boolean keys) throws IOException, InterruptedException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Result.Exists();
        }
        Instant patience = clock.instant().plus(PATIENCE);
        Result result = attempt(file, keys);
        // a watcher has the turn for the moment in which it takes a file in
        while (result instanceof Result.Locked && clock.instant().isBefore(patience)) {
            Thread.sleep(Duration.ofMillis(200));
            result = attempt(file, keys);
        }
        return result;
    }

    private Result attempt(Path file, boolean keys) throws IOException {
        return Turn.RUN.<Result>looking(
                home,
                clock,
                other -> new Result.Locked(other.process(), other.machine(), other.since()),
                _ -> alone(file.toAbsolutePath(), keys));
    }

    private Result alone(Path file, boolean keys) throws IOException {
        Path folder = file.getParent();
        OnDisk.folders(folder);
        // the same name again, so that what a kill left is written over
        Path unnamed = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Content content = new Content(keys);
            Index index;
            try (OutputStream out = Files.newOutputStream(unnamed);
                    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                index = content.writeTo(zip);
            }
            OnDisk.force(unnamed);
            readAgain(unnamed, index);
            OnDisk.move(unnamed, file);
            return new Result.Done(
                    index.files().size(),
                    Files.size(file),
                    content.secrets,
                    new Verification(home, Optional.empty()).verify(home.output()).differences());
        } finally {
            Files.deleteIfExists(unnamed);
        }
    }

    private static void readAgain(Path unnamed, Index index) throws IOException {
        try (ZipFile zip = new ZipFile(unnamed.toFile(), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : index.files().entrySet()) {
                try (InputStream in = zip.getInputStream(zip.getEntry(file.getKey()))) {
                    if (!Sha256.of(in).equals(file.getValue())) {
                        throw new IOException(
                                file.getKey() + " is not read from the backup as it was written");
                    }
                }
            }
        }
    }

    private final class Content {

        private final SortedMap<String, Path> files = new TreeMap<>();
        private final SortedMap<String, String> links = new TreeMap<>();
        private int secrets;

        Content(boolean keys) throws IOException {
            Path staging = home.output().resolve(".staging");
            add(
                    home.input(),
                    "input",
                    each -> !each.startsWith(home.inbox()) && !Archive.isHalf(each));
            add(home.templates(), "templates", _ -> true);
            add(home.output(), "output", each -> !each.startsWith(staging));
            if (keys) {
                int before = files.size();
                add(home.keys(), "keys/seal", _ -> true);
                home.settings()
                        .signing()
                        .keystore()
                        .map(home.root()::resolve)
                        .filter(Files::isRegularFile)
                        .ifPresent(
                                store -> files.put("keys/signing/" + store.getFileName(), store));
                secrets = files.size() - before;
            }
        }

        private void add(Path place, String name, Predicate<Path> wanted) throws IOException {
            if (!Files.isDirectory(place)) {
                return;
            }
            List<Path> all;
            try (Stream<Path> below = Files.walk(place)) {
                all = below.filter(wanted).toList();
            }
            for (Path each : all) {
                String path = name + "/" + place.relativize(each).toString().replace('\\', '/');
                if (Files.isSymbolicLink(each)) {
                    links.put(path, Files.readSymbolicLink(each).toString().replace('\\', '/'));
                } else if (Files.isRegularFile(each)) {
                    files.put(path, each);
                }
            }
        }

        private Index writeTo(ZipOutputStream zip) throws IOException {
            SortedMap<String, String> hashes = new TreeMap<>();
            for (Map.Entry<String, Path> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                try (InputStream in = Files.newInputStream(file.getValue())) {
                    hashes.put(file.getKey(), Sha256.copy(in, zip));
                }
                zip.closeEntry();
            }
            Index index =
                    new Index(
                            Version.current(),
                            Version.code(),
                            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                            hashes,
                            links);
            zip.putNextEntry(new ZipEntry(INDEX));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(index));
            zip.closeEntry();
            return index;
        }
    }

    /// What came of a restoring.
    public sealed interface Restored {

        /// @param differences in what was restored, as [Verification] found them
        record Done(int files, List<Difference> differences) implements Restored {
            public Done {
                differences = List.copyOf(differences);
            }
        }

        /// Something lies where it should go; nothing is written over.
        record NotEmpty() implements Restored {}

        /// Another process is restoring into the same folder.
        record Locked(long process, String machine, Instant since) implements Restored {}

        /// It is no backup, or was damaged; nothing was restored.
        ///
        /// @param path of the first part that is not what it was, or why it cannot be read
        record Damaged(String path) implements Restored {}
    }

    /// Lays a backup out in a folder that is empty or does not exist.
    ///
    /// @param into the home that it becomes, with the settings of here
    public static Restored restore(Path backup, Home into) throws IOException {
        Path root = into.root();
        if (Files.exists(root) && !isEmpty(root)) {
            return new Restored.NotEmpty();
        }
        try (ZipFile zip = new ZipFile(backup.toFile(), StandardCharsets.UTF_8)) {
            Index index = Index.in(zip);
            Optional<String> damaged = damaged(zip, index, root);
            if (damaged.isPresent()) {
                return new Restored.Damaged(damaged.get());
            }
            // the file's lock alone: no run on another machine knows a folder that was empty
            Path file = Turn.RUN.file(into);
            Optional<RunLock> lock = RunLock.take(file, RunLock.Holder.self(Clock.systemUTC()));
            if (lock.isEmpty()) {
                RunLock.Holder other = RunLock.holder(file);
                return new Restored.Locked(other.process(), other.machine(), other.since());
            }
            try (RunLock _ = lock.get()) {
                return holdsMoreThan(into.inner(), root)
                        ? new Restored.NotEmpty()
                        : layOut(zip, index, into);
            }
        } catch (ZipException e) {
            return new Restored.Damaged(String.valueOf(e.getMessage()));
        }
    }

    private static Restored layOut(ZipFile zip, Index index, Home into) throws IOException {
        for (String path : index.files().keySet()) {
            Path place = place(path, into);
            OnDisk.folders(place.getParent());
            try (InputStream in = zip.getInputStream(zip.getEntry(path))) {
                Files.copy(in, place);
            }
            OnDisk.force(place);
            if (path.startsWith(KEYS)) {
                forTheOwnerOnly(place);
            }
        }
        Files.createDirectories(into.inbox());
        link(index.links(), into.root());
        OnDisk.forceNames(into.root());
        return new Restored.Done(
                index.files().size(),
                new Verification(into, Optional.empty()).verify(into.output()).differences());
    }

    /// Keys go where the new home looks for them, unless that is a folder of the machine.
    private static Path place(String path, Home into) {
        return path.startsWith(SEALS) && into.keys().startsWith(into.root())
                ? into.keys().resolve(path.substring(SEALS.length()))
                : into.root().resolve(path);
    }

    private static void forTheOwnerOnly(Path key) throws IOException {
        if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private static boolean holdsMoreThan(Path child, Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.anyMatch(each -> !each.equals(child));
        }
    }

    private static Optional<String> damaged(ZipFile zip, Index index, Path root)
            throws IOException {
        for (Map.Entry<String, String> file : index.files().entrySet()) {
            ZipEntry entry = zip.getEntry(file.getKey());
            if (entry == null || !root.resolve(file.getKey()).normalize().startsWith(root)) {
                return Optional.of(file.getKey());
            }
            try (InputStream in = zip.getInputStream(entry)) {
                if (!Sha256.of(in).equals(file.getValue())) {
                    return Optional.of(file.getKey());
                }
            }
        }
        for (Map.Entry<String, String> link : index.links().entrySet()) {
            Path place = root.resolve(link.getKey()).normalize();
            if (!place.startsWith(root)
                    || !place.resolveSibling(link.getValue()).normalize().startsWith(root)) {
                return Optional.of(link.getKey());
            }
        }
        return Optional.empty();
    }

    /// Where there are no links, `rebuild` shows copies.
    private static void link(SortedMap<String, String> links, Path root) throws IOException {
        List<String> impossible = new ArrayList<>();
        for (Map.Entry<String, String> link : links.entrySet()) {
            try {
                Files.createSymbolicLink(root.resolve(link.getKey()), Path.of(link.getValue()));
            } catch (java.nio.file.FileSystemException | UnsupportedOperationException e) {
                impossible.add(link.getKey());
            }
        }
        if (!impossible.isEmpty()) {
            org.slf4j.LoggerFactory.getLogger(Backup.class)
                    .warn("No links can be made here; esep rebuild shows copies: {}", impossible);
        }
    }
}
