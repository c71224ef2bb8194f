package kz.esep.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import kz.esep.agency.Agency;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.publish.Issues;
import kz.esep.report.Receipt;

/// Answers agencies about their files: a folder for each file below the agency's own folder of
/// `output/receipts`.
final class Answers {

    private static final DateTimeFormatter RECEIVED =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm", Locale.ROOT);
    private static final String NOBODY = "_unassigned";

    private final Desk desk;
    private final Papers papers;

    Answers(Desk desk, Papers papers) {
        this.desk = desk;
        this.papers = papers;
    }

    /// @return the folder
    Path write(FileOutcome outcome) throws IOException {
        Path folder = folder(outcome);
        Receipt receipt = Receipt.of(outcome, siblings(outcome), desk.data().register(), Desk.ZONE);
        Issues.put(folder.resolve("receipt.txt"), out -> papers.receipt(receipt, out));
        return folder;
    }

    private Path folder(FileOutcome outcome) {
        Received received = outcome.received();
        String agency =
                desk.data().register().find(Receipt.owner(outcome)).map(Agency::id).orElse(NOBODY);
        String time = RECEIVED.format(ZonedDateTime.ofInstant(received.at(), Desk.ZONE));
        return desk.home()
                .receipts()
                .resolve(agency)
                .resolve(time + "-" + received.sha256().substring(0, 12));
    }

    /// Files that may be of the same agency: those of its folder, and those of no folder.
    private List<FileOutcome> siblings(FileOutcome outcome) {
        String owner = Receipt.owner(outcome);
        return desk.outcomes(file -> file.sender().isEmpty() || file.sender().equals(owner));
    }
}
