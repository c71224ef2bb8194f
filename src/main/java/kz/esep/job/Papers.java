package kz.esep.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import kz.esep.plan.PlanChanges;
import kz.esep.publish.Issues;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.Said;
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

    /// The papers as they are made from `templates`; what documents say is kept.
    ///
    /// @throws DataInError if the limits have errors
    static Papers official(Home home) {
        try {
            OfficialPapers papers = new OfficialPapers(home);
            return new KeptContents(papers, home.contents(), papers.program());
        } catch (IOException e) {
            throw new UncheckedIOException("What documents said is not to be had", e);
        }
    }

    /// Makes ready to write from a home's templates.
    @FunctionalInterface
    interface Opening {
        Papers open(Home home);
    }

    /// The documents of one issue, each known by its path below the issue's folder.
    interface Documents {

        List<String> paths();

        /// What a document says as of an issue; nameless for one that speaks of the issue itself.
        /// May be called by several threads at once.
        Said content(String path, Provenance issue) throws IOException;

        /// May be called by several threads at once.
        ///
        /// @param issue that the document is of
        /// @return what it says, as [#content] does
        Said write(String path, Provenance issue, OutputStream out) throws IOException;

        /// Names what a document is given as of an issue: if it is given the same, it says the
        /// same. May be called by several threads at once.
        ///
        /// @param asked what the document asks for, as [Said#asked()]
        /// @return empty where that cannot be named
        Optional<String> inputs(String path, Set<String> asked, Provenance issue);
    }
}
