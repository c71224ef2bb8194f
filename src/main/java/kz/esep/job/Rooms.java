package kz.esep.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kz.esep.findings.Reading;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Reconciliation;
import kz.esep.report.Provenance;

/// What the conductor asks of the other rooms.
interface Rooms {

    /// The ministry's own data: plan, register, decisions.
    Reading<MinistryData> data(Home home);

    /// @param snapshot the archived bytes, named by their hash
    FileOutcome read(Path snapshot, Received received, Home home, MinistryData data)
            throws IOException;

    Reconciliation reconcile(Facts facts);

    Documents documents(Home home, Reconciliation reconciliation, Provenance provenance);

    /// The answer to an agency about one file.
    String receipt(Home home, FileOutcome outcome, MinistryData data);

    /// The documents of one issue, each known by its path below the folder.
    interface Documents {
        List<String> paths();

        void write(String path, java.io.OutputStream out) throws IOException;
    }
}
