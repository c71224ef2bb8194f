package kz.esep.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import kz.esep.ledger.Sha256;
import kz.esep.report.Reports;

/// Names what the templates of one issue's documents are given: where the same template is given
/// the same, it says the same. To name it costs a small part of filling the template.
///
/// What several documents are given is named once; the names alone are held. Safe for several
/// threads.
public final class ModelNames {

    private final Reports reports;
    private final Map<List<Object>, Optional<String>> names = new ConcurrentHashMap<>();
    private final ModelName.Shared shared = new ModelName.Shared();

    public ModelNames(Reports reports) {
        this.reports = reports;
    }

    /// @param asked what the document's template asked for, as [Said#asked()]
    /// @return empty if something of it cannot be named
    public Optional<String> of(DocumentId document, Set<String> asked) {
        StringBuilder all = new StringBuilder();
        for (String key : new TreeSet<>(asked)) {
            Optional<String> name = Model.part(key).flatMap(part -> name(part, document));
            if (name.isEmpty()) {
                return Optional.empty();
            }
            all.append(key).append(' ').append(name.get()).append('\n');
        }
        return Optional.of(Sha256.of(all.toString()));
    }

    private Optional<String> name(Model.Part part, DocumentId document) {
        return names.computeIfAbsent(
                part.scope(document), _ -> ModelName.of(part.of(document, reports), shared));
    }
}
