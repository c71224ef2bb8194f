package kz.esep.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import kz.esep.ledger.Sha256;
import kz.esep.plan.PlanChanges;
import kz.esep.plan.Redaction;
import kz.esep.publish.Issues;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.Said;
import kz.esep.report.Provenance;
import kz.esep.report.Receipt;

/// Knows what a document says without its template being filled, if the template was given the same
/// before: what it said then is kept below `.esep/contents`. For a late file nearly all of a
/// period's documents say what they said, and to fill a template costs many times more than to name
/// what it is given.
///
/// A shortcut only: what a document says follows from what its template asks for, and from the
/// program, the templates and their words, which the context names. What is kept can be deleted at
/// any time; then templates are filled.
final class KeptContents implements Papers {

    private final Papers papers;
    private final Path folder;

    /// @param shelf below which the contents of all contexts are kept
    /// @param program names all that a document follows from besides what its template is given and
    ///   the Java that runs
    KeptContents(Papers papers, Path shelf, String program) throws IOException {
        this.papers = papers;
        this.folder = Contexts.folder(shelf, Sha256.of(Version.identity() + "\n" + program));
    }

    @Override
    public Documents documents(
            Reconciliation reconciliation, Provenance provenance, PlanChanges changes) {
        Redaction redaction = reconciliation.facts().redaction();
        return new Kept(
                papers.documents(reconciliation, provenance, changes),
                new ContentNotes(
                        folder.resolve(redaction.plan())
                                .resolve(reconciliation.facts().period().toString())));
    }

    @Override
    public SortedMap<String, Issues.Content> answer(Receipt receipt, Optional<Path> snapshot)
            throws IOException {
        return papers.answer(receipt, snapshot);
    }

    private record Kept(Documents documents, ContentNotes notes) implements Documents {

        @Override
        public List<String> paths() {
            return documents.paths();
        }

        @Override
        public Said content(String path, Provenance issue) throws IOException {
            for (ContentNotes.Note note : notes.of(path)) {
                if (inputs(path, note.said().asked(), issue)
                        .filter(note.inputs()::equals)
                        .isPresent()) {
                    return note.said();
                }
            }
            return noted(path, issue, documents.content(path, issue));
        }

        @Override
        public Said write(String path, Provenance issue, OutputStream out) throws IOException {
            return noted(path, issue, documents.write(path, issue, out));
        }

        @Override
        public Optional<String> inputs(String path, Set<String> asked, Provenance issue) {
            return documents.inputs(path, asked, issue);
        }

        /// What a document says as of a later issue is not asked again: it tells what changed since
        /// the one before.
        private Said noted(String path, Provenance issue, Said said) {
            if (!said.content().isEmpty() && issue.supersedes().isEmpty()) {
                inputs(path, said.asked(), issue)
                        .ifPresent(inputs -> notes.add(new ContentNotes.Note(path, inputs, said)));
            }
            return said;
        }
    }
}
