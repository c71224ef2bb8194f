package kz.esep.job;

import java.io.IOException;
import java.nio.file.Path;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.reconcile.Reconciliation;
import kz.esep.report.Provenance;

/// What the conductor asks of intake and render.
interface Rooms {

    /// @param snapshot the archived bytes
    FileOutcome read(Path snapshot, Received received) throws IOException;

    Documents documents(Reconciliation reconciliation, Provenance provenance);

    /// The answer to an agency about one file.
    String receipt(FileOutcome outcome);

    /// Opens the rooms upon a home and its data.
    @FunctionalInterface
    interface Opening {
        Rooms open(Home home, MinistryData data) throws IOException;
    }
}
