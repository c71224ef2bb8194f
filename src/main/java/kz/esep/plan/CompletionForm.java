package kz.esep.plan;

import kz.esep.language.Bilingual;

/// What proves a measure done.
///
/// @param text the plan's own wording
public record CompletionForm(Kind kind, Bilingual text) {

    /// What kind of paper it is.
    public enum Kind {
        DOCUMENT,
        PROPOSALS,
        INFORMATION,
        STATISTICS
    }
}
