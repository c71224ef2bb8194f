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

    /// Makes ready to read by what the ministry's data says.
    @FunctionalInterface
    interface Opening {
        Workbooks open(Home home, MinistryData data) throws IOException;
    }
}
