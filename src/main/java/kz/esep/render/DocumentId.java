package kz.esep.render;

import java.util.Optional;
import kz.esep.language.Language;

/// A document of a period's reports.
///
/// @param agency whose document it is; empty where the kind has one for all
/// @param language empty where one document speaks both
public record DocumentId(
        Kind kind, Optional<String> agency, Optional<Language> language, Format format) {

    public static DocumentId of(Kind kind, Language language, Format format) {
        return new DocumentId(kind, Optional.empty(), Optional.of(language), format);
    }

    public static DocumentId of(Kind kind, String agency, Language language, Format format) {
        return new DocumentId(kind, Optional.of(agency), Optional.of(language), format);
    }

    /// Relative to the published period: `kk/consolidated.pdf`, `ru/agencies/mz.xlsx`.
    public String path() {
        return kind.path(agency, language) + "." + format.extension();
    }

    @Override
    public String toString() {
        return path();
    }
}
