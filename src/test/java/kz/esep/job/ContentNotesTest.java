package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.esep.publish.Issues;
import kz.esep.render.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentNotesTest {

    private static final ContentNotes.Note FIRST = note("kk/агенттік.pdf", "charts", "report");
    private static final ContentNotes.Note SECOND = note("kk/all.pdf", "report");
    private static final ContentNotes.Note THIRD = note("a\tb,c.pdf");

    @TempDir Path folder;

    private static ContentNotes.Note note(String path, String... asked) {
        return new ContentNotes.Note(
                path, "in" + path.length(), new Said("said", new TreeSet<>(List.of(asked))));
    }

    @Test
    void knowsWhatItselfAndOthersNoted() {
        ContentNotes one = new ContentNotes(folder.resolve("a/b"));
        ContentNotes other = new ContentNotes(folder.resolve("a/b"));
        one.add(FIRST);
        other.add(SECOND);
        one.add(THIRD);

        assertThat(one.of(FIRST.path())).containsExactly(FIRST);
        ContentNotes later = new ContentNotes(folder.resolve("a/b"));
        for (ContentNotes.Note note : List.of(FIRST, SECOND, THIRD)) {
            assertThat(later.of(note.path())).containsExactly(note);
        }
        assertThat(later.of("kk/other.pdf")).isEmpty();
    }

    @Test
    void beginsAnewWhereTheFolderIsCleared() throws IOException {
        ContentNotes notes = new ContentNotes(folder.resolve("a/b"));
        notes.add(FIRST);
        Issues.deleteTree(folder.resolve("a"));
        notes.add(SECOND);
        notes.add(THIRD);

        ContentNotes later = new ContentNotes(folder.resolve("a/b"));
        assertThat(later.of(FIRST.path())).isEmpty();
        assertThat(later.of(THIRD.path())).containsExactly(THIRD);
    }

    @Test
    void notesNothingTwice() throws IOException {
        new ContentNotes(folder).add(FIRST);
        ContentNotes later = new ContentNotes(folder);
        later.add(FIRST);
        later.add(SECOND);
        later.add(SECOND);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.flatMap(ContentNotesTest::lines)).hasSize(2);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One bit of the two lines and the half of a third, each in its turn.
    @Test
    void passesOverWhatIsHarmed() throws IOException {
        byte[] written = written();
        int first = length(FIRST);
        int second = first + 1 + length(SECOND);
        int end = second + 1 + length(THIRD) / 2;
        for (int at = 0; at < end; at++) {
            byte[] harmed = Arrays.copyOf(written, end);
            harmed[at] ^= (byte) 0x80;
            Path copy = Files.createDirectories(folder.resolve("copy"));
            Files.write(copy.resolve("1.txt"), harmed);

            ContentNotes notes = new ContentNotes(copy);

            List<ContentNotes.Note> whole = new ArrayList<>();
            if (at > first) {
                whole.add(FIRST);
            }
            // without the end of a line, two are one
            if (at < first || at > second) {
                whole.add(SECOND);
            }
            assertThat(
                            Stream.of(FIRST, SECOND, THIRD)
                                    .flatMap(note -> notes.of(note.path()).stream()))
                    .as("with the byte %d harmed", at)
                    .containsExactlyElementsOf(whole);
        }
    }

    private static int length(ContentNotes.Note note) {
        return note.line().getBytes(StandardCharsets.UTF_8).length;
    }

    private byte[] written() throws IOException {
        ContentNotes notes = new ContentNotes(folder.resolve("whole"));
        List.of(FIRST, SECOND, THIRD).forEach(notes::add);
        try (Stream<Path> files = Files.list(folder.resolve("whole"))) {
            return Files.readAllBytes(files.findFirst().orElseThrow());
        }
    }
}
