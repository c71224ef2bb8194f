package kz.esep.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kz.esep.intake.xlsx.LimitsFile;
import kz.esep.intake.xlsx.MarkedCopy;
import kz.esep.language.Language;
import kz.esep.language.Speeches;
import kz.esep.ledger.Sha256;
import kz.esep.plan.PlanChanges;
import kz.esep.publish.Issues;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.DocumentId;
import kz.esep.render.ModelNames;
import kz.esep.render.Receipts;
import kz.esep.render.Renderer;
import kz.esep.render.Said;
import kz.esep.report.Provenance;
import kz.esep.report.Receipt;
import kz.esep.report.Reports;

/// The papers as the renderer makes them from `templates`.
final class OfficialPapers implements Papers {

    private final Renderer renderer;
    private final Receipts receipts;
    private final MarkedCopy markedCopy;

    /// What pages follow from besides their text: style sheets, the program.
    private final String program;

    /// @throws DataInError if the limits have errors
    OfficialPapers(Home home) {
        this.program = program(home);
        Speeches speeches = new Speeches(home.messages());
        this.renderer = new Renderer(home.templates(), speeches);
        this.receipts = renderer.receipts();
        this.markedCopy =
                new MarkedCopy(
                        speeches.in(Language.KK),
                        speeches.in(Language.RU),
                        MinistryData.value(LimitsFile.read(home.limits())));
    }

    /// Names what every document follows from besides what its template is given.
    String program() {
        return program;
    }

    private static String program(Home home) {
        try {
            return Version.code() + Inputs.hashes(Inputs.templates(home)) + home.settings().zone();
        } catch (IOException e) {
            throw new UncheckedIOException("The templates cannot be read", e);
        }
    }

    @Override
    public Documents documents(
            Reconciliation reconciliation, Provenance provenance, PlanChanges changes) {
        Reports reports = Reports.of(reconciliation, provenance, changes);
        Map<Provenance, Reports> editions = new ConcurrentHashMap<>(Map.of(provenance, reports));
        Map<Provenance, ModelNames> names = new ConcurrentHashMap<>();
        Map<String, DocumentId> documents = new LinkedHashMap<>();
        Renderer.documents(reports).forEach(id -> documents.put(id.path(), id));
        return new Documents() {
            @Override
            public List<String> paths() {
                return List.copyOf(documents.keySet());
            }

            @Override
            public Said content(String path, Provenance issue) throws IOException {
                DocumentId id = id(path);
                return id.kind().isOfContent()
                        ? named(renderer.content(id, of(issue)))
                        : Said.OF_THE_ISSUE;
            }

            @Override
            public Said write(String path, Provenance issue, OutputStream out) throws IOException {
                DocumentId id = id(path);
                Said text = renderer.write(id, of(issue), out);
                return id.kind().isOfContent() ? named(text) : Said.OF_THE_ISSUE;
            }

            private Said named(Said text) {
                return new Said(Sha256.of(program + text.content()), text.asked());
            }

            @Override
            public Optional<String> inputs(String path, Set<String> asked, Provenance issue) {
                return names.computeIfAbsent(issue, it -> new ModelNames(of(it)))
                        .of(id(path), asked);
            }

            private Reports of(Provenance issue) {
                return editions.computeIfAbsent(issue, reports::with);
            }

            private DocumentId id(String path) {
                return Optional.ofNullable(documents.get(path))
                        .orElseThrow(() -> new IllegalArgumentException("No document " + path));
            }
        };
    }

    /// What lies in the wrong agency's folder goes back to nobody.
    @Override
    public SortedMap<String, Issues.Content> answer(Receipt receipt, Optional<Path> snapshot)
            throws IOException {
        Optional<MarkedCopy.Marked> copy =
                snapshot.isPresent() && receipt.isQuoted()
                        ? markedCopy.of(snapshot.get(), receipt.outcome())
                        : Optional.empty();
        String name = copy.map(marked -> "marked." + marked.extension()).orElse("");
        Receipt whole = receipt.with(name);
        SortedMap<String, Issues.Content> documents = new TreeMap<>();
        copy.ifPresent(marked -> documents.put(name, out -> out.write(marked.bytes())));
        documents.put("receipt.pdf", out -> receipts.pdf(whole, out));
        documents.put(
                "receipt.txt", out -> out.write(text(whole).getBytes(StandardCharsets.UTF_8)));
        return documents;
    }

    String text(Receipt receipt) {
        return receipts.text(receipt);
    }
}
