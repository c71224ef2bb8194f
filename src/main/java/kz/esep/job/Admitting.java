package kz.esep.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kz.esep.intake.Admission;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.ledger.Entry;
import kz.esep.ledger.LedgerFile;

/// The operator says whose a received file is; from then on it is read as that agency's.
///
/// A file counts from its receipt, not from the operator's word. A later word on the same file
/// supersedes an earlier one; a file that its own folder or seal vouches for needs none.
public final class Admitting {

    private final Home home;
    private final Clock clock;

    private Admitting(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    public static Admitting in(Home home) {
        return new Admitting(home, Clock.systemUTC());
    }

    /// What came of the operator's word.
    public sealed interface Result {

        /// It is in the ledger.
        ///
        /// @param receipt the folder with the file's new receipt
        record Done(FileOutcome outcome, Path receipt) implements Result {}

        /// The file was accepted as this agency's for this period before.
        record Already(FileOutcome outcome) implements Result {}

        /// The file's own folder or seal says whose it is.
        record Vouched(FileOutcome outcome) implements Result {}

        /// Even so nothing could be accepted; nothing was recorded.
        record Refused(FileOutcome outcome) implements Result {}

        /// No received file has such a hash.
        record Unknown() implements Result {}

        /// Several files have hashes that begin so.
        record Ambiguous(List<Received> files) implements Result {
            public Ambiguous {
                files = List.copyOf(files);
            }
        }

        /// Another process runs the job.
        ///
        /// @param process its number, 0 if unknown
        /// @param machine its name, empty if unknown
        record Locked(long process, String machine, Instant since) implements Result {}
    }

    /// @param sha256 lower-case hex, whole or its beginning
    /// @throws DataInError if the ministry's data has errors
    public Result admit(String sha256, Admission word) throws IOException {
        return Turn.RUN.<Result>alone(
                home,
                clock,
                other -> new Result.Locked(other.process(), other.machine(), other.since()),
                guard -> alone(sha256, word, guard));
    }

    private Result alone(String sha256, Admission word, RunGuard guard) throws IOException {
        Desk desk = Desk.open(home);
        List<FileOutcome> files = desk.files().outcomes(file -> file.sha256().startsWith(sha256));
        if (files.isEmpty()) {
            return new Result.Unknown();
        }
        List<Received> received = files.stream().map(FileOutcome::received).toList();
        if (received.stream().map(Received::sha256).distinct().count() > 1) {
            return new Result.Ambiguous(received);
        }
        Optional<FileOutcome> same = files.stream().filter(file -> says(file, word)).findFirst();
        if (same.isPresent()) {
            return new Result.Already(same.get());
        }
        Optional<Received> open =
                files.stream().filter(Admitting::isOpen).map(FileOutcome::received).findFirst();
        if (open.isEmpty()) {
            return new Result.Vouched(files.getFirst());
        }
        FileOutcome outcome = desk.files().read(open.get().admitted(word));
        if (outcome.submission().isEmpty()) {
            return new Result.Refused(outcome);
        }
        guard.check();
        return record(outcome, word);
    }

    private static boolean says(FileOutcome file, Admission word) {
        return file.submission()
                .filter(submission -> submission.agency().equals(word.agency()))
                .filter(submission -> submission.period().equals(word.period()))
                .isPresent();
    }

    private static boolean isOpen(FileOutcome file) {
        return file.submission().isEmpty() || file.received().admission().isPresent();
    }

    private Result record(FileOutcome outcome, Admission word) throws IOException {
        long line = outcome.received().line();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        new LedgerFile(home.ledger()).extend(_ -> List.of(new Entry.Admitted(line, word, now)));
        Desk desk = Desk.open(home);
        FileOutcome admitted = desk.files().outcome(line);
        Path receipt = new Answers(desk, new OfficialPapers(home)).write(admitted);
        return new Result.Done(admitted, receipt);
    }
}
