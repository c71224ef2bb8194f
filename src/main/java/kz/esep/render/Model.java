package kz.esep.render;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.esep.findings.Severity;
import kz.esep.intake.FileOutcome;
import kz.esep.reconcile.Status;
import kz.esep.reconcile.TargetResult;
import kz.esep.reconcile.Timeliness;
import kz.esep.report.CoExecution;
import kz.esep.report.Reports;
import org.jspecify.annotations.Nullable;

/// What the template of a document may ask for, by name. Each entry is made when it is first asked
/// for, and it is noted which were: what a template did not ask for cannot show in its text.
final class Model extends AbstractMap<String, Object> {

    /// The program's own, the same for every document.
    private static final Map<String, Object> CONSTANTS =
            Map.of(
                    "statuses", Status.values(),
                    "outcomes", TargetResult.Outcome.values(),
                    "standings", Timeliness.Standing.values(),
                    "voices", CoExecution.Voice.values(),
                    "verdicts", FileOutcome.Verdict.values(),
                    "severities", Severity.values());

    private static final Map<String, Part> PARTS = new HashMap<>();

    static {
        for (Part part : Part.values()) {
            PARTS.put(part.key(), part);
        }
    }

    private final DocumentId document;
    private final Reports reports;
    private final Map<String, Object> made = new HashMap<>();

    Model(DocumentId document, Reports reports) {
        this.document = document;
        this.reports = reports;
    }

    /// What is not the same for every document.
    enum Part {
        /// What the document tells.
        REPORT {
            @Override
            Object of(DocumentId document, Reports reports) {
                return document.kind().content(reports, document.agency());
            }

            @Override
            List<Object> scope(DocumentId document) {
                return List.of(this, document.kind(), document.agency());
            }
        },

        /// What the charts of the whole plan show.
        CHARTS {
            @Override
            Object of(DocumentId document, Reports reports) {
                return reports.charts();
            }

            @Override
            List<Object> scope(DocumentId document) {
                return List.of(this);
            }
        },

        /// All documents; only the page that leads to them names them.
        DOCUMENTS {
            @Override
            Object of(DocumentId document, Reports reports) {
                return document.kind().isOfContent() ? List.of() : Renderer.documents(reports);
            }

            @Override
            List<Object> scope(DocumentId document) {
                return List.of(this, document.kind().isOfContent());
            }
        };

        abstract Object of(DocumentId document, Reports reports);

        /// Equal for documents to which it is the same.
        abstract List<Object> scope(DocumentId document);

        /// What templates call it.
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The part of that name.
    static Optional<Part> part(String key) {
        return Optional.ofNullable(PARTS.get(key));
    }

    /// The parts that were asked for so far.
    SortedSet<String> asked() {
        return new TreeSet<>(made.keySet());
    }

    @Override
    public @Nullable Object get(Object name) {
        Part part = PARTS.get(name);
        return part == null
                ? CONSTANTS.get(name)
                : made.computeIfAbsent(part.key(), _ -> part.of(document, reports));
    }

    @Override
    public boolean containsKey(Object name) {
        return PARTS.containsKey(name) || CONSTANTS.containsKey(name);
    }

    /// Whoever goes through all has asked for all.
    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> all = new HashMap<>(CONSTANTS);
        PARTS.keySet().forEach(name -> all.put(name, Objects.requireNonNull(get(name))));
        return all.entrySet();
    }
}
