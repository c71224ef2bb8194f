package kz.esep.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import kz.esep.plan.PlanChanges;
import kz.esep.publish.Issues;
import kz.esep.reconcile.Reconciliation;
import kz.esep.report.Provenance;
import kz.esep.report.Receipt;

/// Writes what readers get.
interface Papers {

    /// @param changes of the law since the period before
    Documents documents(Reconciliation reconciliation, Provenance provenance, PlanChanges changes);

    /// The answer to an agency about one file: its documents by name.
    ///
    /// @param snapshot the file's bytes; empty if they were not kept
    SortedMap<String, Issues.Content> answer(Receipt receipt, Optional<Path> snapshot)
            throws IOException;

    /// Makes ready to write from a home's templates.
    @FunctionalInterface
    interface Opening {
        Papers open(Home home);
    }

    /// The documents of one issue, each known by its path below the issue's folder.
    interface Documents {

        List<String> paths();

        /// Names what a document says as of an issue: the same name, the same document. Empty for
        /// one that speaks of the issue itself. May be called by several threads at once.
        String content(String path, Provenance issue) throws IOException;

        /// May be called by several threads at once.
        ///
        /// @param issue that the document is of
        /// @return names what it says, as [#content] does
        String write(String path, Provenance issue, OutputStream out) throws IOException;
    }
}
