package kz.esep.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import kz.esep.ledger.Sha256;
import kz.esep.render.Said;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What documents said of what they were given, in a folder: a line for each. Every process writes
/// into a file of its own, and reads what is there when it begins.
///
/// A line begins with its own check: one that a crash left half written, or that was harmed, is no
/// line. Safe for several threads.
final class ContentNotes {

    private static final Logger LOG = LoggerFactory.getLogger(ContentNotes.class);

    private static final String BETWEEN = "\t";
    private static final int CHECKED = 16;

    /// @param inputs names what the document was given of all that it asked for
    record Note(String path, String inputs, Said said) {

        String line() {
            String words =
                    String.join(
                            BETWEEN, inputs, said.content(), String.join(",", said.asked()), path);
            return check(words) + BETWEEN + words;
        }

        static Optional<Note> of(String line) {
            String[] words = line.split(BETWEEN, 5);
            return words.length == 5
                            && words[0].equals(check(line.substring(words[0].length() + 1)))
                    ? Optional.of(
                            new Note(
                                    words[4],
                                    words[1],
                                    new Said(
                                            words[2],
                                            words[3].isEmpty()
                                                    ? new TreeSet<>()
                                                    : new TreeSet<>(
                                                            List.of(words[3].split(",", -1))))))
                    : Optional.empty();
        }

        private static String check(String words) {
            return Sha256.of(words).substring(0, CHECKED);
        }
    }

    private final Path folder;
    private final Map<String, List<Note>> notes = new ConcurrentHashMap<>();
    private @Nullable Path own;

    /// @param folder that need not be there
    ContentNotes(Path folder) {
        this.folder = folder;
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                read(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("What documents said is not read: {}", e.toString());
        }
    }

    private void read(Path file) {
        try {
            // a letter that was harmed must not hide the lines around it
            for (String line :
                    Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
                Note.of(
                                new String(
                                        line.getBytes(StandardCharsets.ISO_8859_1),
                                        StandardCharsets.UTF_8))
                        .ifPresent(this::know);
            }
        } catch (IOException e) {
            LOG.warn("What documents said is not read: {}", e.toString());
        }
    }

    private boolean know(Note note) {
        List<Note> known = notes.computeIfAbsent(note.path(), _ -> new CopyOnWriteArrayList<>());
        return !known.contains(note) && known.add(note);
    }

    List<Note> of(String path) {
        return notes.getOrDefault(path, List.of());
    }

    /// A full disk must not stop the document.
    synchronized void add(Note note) {
        if (!know(note)) {
            return;
        }
        try {
            if (own == null) {
                own = Files.createTempFile(Files.createDirectories(folder), "", ".txt");
            }
            Files.writeString(own, note.line() + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("What {} said is not kept: {}", note.path(), e.toString());
            // somebody may have cleared the folder
            own = null;
        }
    }
}
