package kz.esep.job;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import kz.esep.intake.FileOutcome;
import kz.esep.reconcile.Reconciliation;
import kz.esep.report.Provenance;

/// Writes what readers get.
interface Papers {

    Documents documents(Reconciliation reconciliation, Provenance provenance);

    /// The answer to an agency about one file.
    void receipt(FileOutcome outcome, OutputStream out) throws IOException;

    /// Makes ready to write by what the ministry's data says.
    @FunctionalInterface
    interface Opening {
        Papers open(Home home, MinistryData data);
    }

    /// The documents of one issue, each known by its path below the folder.
    interface Documents {

        List<String> paths();

        /// May be called by several threads at once.
        void write(String path, OutputStream out) throws IOException;
    }
}
