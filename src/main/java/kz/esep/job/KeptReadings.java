package kz.esep.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.ledger.OutcomeText;
import kz.esep.ledger.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// Reads a workbook once, and keeps below `.esep/read` what it said: the next run, and every
/// command that asks, has it from there.
///
/// A reading is good for as long as everything is the same that it follows from: the file, how it
/// came, the ministry's data, the words of the forms, the sealing keys and the program. What is
/// kept is derived and can be deleted at any time; what a crash left half written does not pass
/// gzip's own check and is read anew.
final class KeptReadings implements Workbooks {

    private static final Logger LOG = LoggerFactory.getLogger(KeptReadings.class);

    private final Workbooks workbooks;
    private final Path folder;

    /// @param shelf below which the readings of all contexts are kept
    /// @param context names everything but the file that a reading follows from
    KeptReadings(Workbooks workbooks, Path shelf, String context) throws IOException {
        this.workbooks = workbooks;
        this.folder = Contexts.folder(shelf, context);
    }

    @Override
    public FileOutcome read(Path snapshot, Received received) throws IOException {
        if (received.line() == 0) {
            // only looked at
            return workbooks.read(snapshot, received);
        }
        Path file = file(received);
        Optional<FileOutcome> kept = kept(file, received, true);
        return kept.isPresent() ? kept.get() : keep(file, workbooks.read(snapshot, received));
    }

    @Override
    public FileOutcome head(Path snapshot, Received received) throws IOException {
        Path file = file(received);
        Optional<FileOutcome> kept = kept(file, received, false);
        return kept.isPresent()
                ? kept.get()
                : keep(file, workbooks.read(snapshot, received)).head();
    }

    private Path file(Received received) {
        String name = Sha256.of(received.toString());
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    /// The head is the first line, so that it can be had without the rest.
    private static Optional<FileOutcome> kept(Path file, Received received, boolean whole) {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (BufferedReader text =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            String head = text.readLine();
            String line = whole ? text.readLine() : head;
            // gzip checks what was read when the end is seen
            boolean ends = !whole || text.read() < 0;
            return line == null || !ends
                    ? Optional.empty()
                    : Optional.of(OutcomeText.read(line, received));
        } catch (IOException | JacksonException e) {
            LOG.warn("{} is read anew: {}", received.path(), e.toString());
            return Optional.empty();
        }
    }

    /// A full disk must not stop a reading.
    private static FileOutcome keep(Path file, FileOutcome outcome) {
        try {
            Path parent = Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(parent, ".", ".tmp");
            try {
                try (Writer text =
                        new OutputStreamWriter(
                                new GZIPOutputStream(Files.newOutputStream(fresh)),
                                StandardCharsets.UTF_8)) {
                    text.write(OutcomeText.write(outcome.head()) + "\n");
                    text.write(OutcomeText.write(outcome) + "\n");
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.warn("The reading of {} is not kept: {}", outcome.received().path(), e.toString());
        }
        return outcome;
    }
}
