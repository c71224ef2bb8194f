package kz.esep.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.Folders;
import kz.esep.job.Home;
import kz.esep.ledger.Sha256;

/// A copy of what the project holds for its users, and its command line.
record Clone(Home home) {

    /// The byte of the lock's file that a run locks.
    private static final long LOCKED = Long.MAX_VALUE - 1;

    /// What a command answered; the folder's own name is written `HOME`.
    record Answer(int exit, String out, String err) {}

    /// A clone with the ministry's data and the templates, and an empty inbox.
    static Clone bare(Path folder) throws IOException {
        Home project = new Home(Path.of(""));
        Home home = new Home(folder);
        Folders.copy(project.templates(), home.templates());
        Folders.copy(project.plan(), home.plan());
        Folders.copy(project.agencies(), home.agencies());
        Folders.copy(project.limits(), home.limits());
        Folders.copy(project.incomingRegister(), home.incomingRegister());
        Files.createDirectories(home.inbox());
        return new Clone(home);
    }

    /// A clone with the demonstration's submissions.
    static Clone whole(Path folder) throws IOException {
        Clone clone = bare(folder);
        Folders.copy(new Home(Path.of("")).inbox(), clone.home().inbox());
        return clone;
    }

    void receive(String path) throws IOException {
        Folders.copy(new Home(Path.of("")).inbox().resolve(path), home.inbox().resolve(path));
    }

    Answer run(String... arguments) {
        return run(Map.of(), arguments);
    }

    Answer run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit =
                Esep.run(
                        arguments,
                        environment,
                        home.root(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Answer(exit, said(out), said(err));
    }

    private String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8)
                .replace(home.root().toString(), "HOME")
                .replace(System.lineSeparator(), "\n");
    }

    /// Holds the run's lock as a process of another machine would, until it is closed.
    FileChannel anotherRun() throws IOException {
        Files.createDirectories(home.inner());
        FileChannel channel =
                FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock(LOCKED, 1, false);
        channel.write(
                ByteBuffer.wrap(
                        "4711 2025-01-30T06:00:41Z ministry-7".getBytes(StandardCharsets.UTF_8)));
        return channel;
    }

    boolean isIdle() throws IOException {
        try (FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(LOCKED, 1, false)) {
            return lock != null;
        }
    }

    /// The same in another folder.
    Clone copy(Path folder) throws IOException {
        Folders.copy(home.root(), folder);
        return new Clone(new Home(folder));
    }

    /// Every file below a folder with its SHA-256, through links.
    static SortedMap<String, String> hashes(Path folder) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> {
                        try {
                            hashes.put(folder.relativize(file).toString(), Sha256.of(file));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return hashes;
    }
}
