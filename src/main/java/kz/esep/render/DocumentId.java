package kz.esep.render;

import java.util.Locale;
import java.util.Optional;
import kz.esep.language.Language;

/// A document of a period's reports.
///
/// @param agency whose report it is; empty for the consolidated one
public record DocumentId(Optional<String> agency, Language language, Format format) {

    /// The kind of file.
    public enum Format {
        PDF,
        XLSX;

        public String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The template's name without its ending: `consolidated` or `agency`.
    String template() {
        return agency.isPresent() ? "agency" : "consolidated";
    }

    /// Relative to the published period: `kk/consolidated.pdf`, `ru/agencies/mz.xlsx`.
    public String path() {
        return "%s/%s.%s"
                .formatted(
                        language.tag(),
                        agency.map(id -> "agencies/" + id).orElse("consolidated"),
                        format.extension());
    }

    @Override
    public String toString() {
        return path();
    }
}
