package kz.esep.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.DocumentId;
import kz.esep.render.Receipts;
import kz.esep.render.Renderer;
import kz.esep.report.Provenance;
import kz.esep.report.Receipt;
import kz.esep.report.Reports;

/// The papers as the renderer makes them from `templates`.
final class OfficialPapers implements Papers {

    private final Renderer renderer;
    private final Receipts receipts;

    OfficialPapers(Home home) {
        this.renderer = new Renderer(home.templates());
        this.receipts = new Receipts(home.templates());
    }

    @Override
    public Documents documents(Reconciliation reconciliation, Provenance provenance) {
        Reports reports = Reports.of(reconciliation, provenance);
        Map<String, DocumentId> documents = new LinkedHashMap<>();
        Renderer.documents(reports).forEach(id -> documents.put(id.path(), id));
        return new Documents() {
            @Override
            public List<String> paths() {
                return List.copyOf(documents.keySet());
            }

            @Override
            public void write(String path, OutputStream out) throws IOException {
                DocumentId id =
                        Optional.ofNullable(documents.get(path))
                                .orElseThrow(
                                        () -> new IllegalArgumentException("No document " + path));
                renderer.write(id, reports, out);
            }
        };
    }

    @Override
    public void receipt(Receipt receipt, OutputStream out) throws IOException {
        out.write(text(receipt).getBytes(StandardCharsets.UTF_8));
    }

    String text(Receipt receipt) {
        return receipts.text(receipt);
    }
}
