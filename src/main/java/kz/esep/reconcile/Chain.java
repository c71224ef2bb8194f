package kz.esep.reconcile;

import java.util.List;
import java.util.Locale;
import kz.esep.language.Sentence;

/// Why something has its status: all that was looked at, link by link, as plain sentences.
public record Chain(List<Link> links) {

    public Chain {
        links = List.copyOf(links);
    }

    /// The links, in the order in which they are told.
    public enum Topic {
        OBLIGATION,
        DEADLINE,
        CONTROL,
        RECORD,
        CLAIMS,
        DECISIONS,
        RULES,
        STATUS,
        MEASURE,
        EXECUTORS,
        DISAGREEMENTS,
        ARREARS,
        TARGET,
        REDACTION;

        /// The heading's key in the bundles.
        public String key() {
            return "why.topic." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param sentences never empty: where there is nothing, one of them says so
    public record Link(Topic topic, List<Sentence> sentences) {
        public Link {
            sentences = List.copyOf(sentences);
            if (sentences.isEmpty()) {
                throw new IllegalArgumentException("nothing is said of " + topic);
            }
        }
    }
}
