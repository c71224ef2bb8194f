package kz.esep.job;

import java.io.IOException;
import java.nio.file.Path;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;

/// Reads received files.
@FunctionalInterface
interface Workbooks {

    /// @param snapshot the archived bytes
    FileOutcome read(Path snapshot, Received received) throws IOException;

    /// What has to be known of all files at once: the outcome without claims and findings.
    default FileOutcome head(Path snapshot, Received received) throws IOException {
        return read(snapshot, received).head();
    }

    /// Makes ready to read by what the ministry's data says.
    @FunctionalInterface
    interface Opening {
        Workbooks open(Home home, MinistryData data) throws IOException;
    }
}
