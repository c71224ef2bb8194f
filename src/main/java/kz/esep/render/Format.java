package kz.esep.render;

import java.util.Locale;

/// The kind of file.
public enum Format {
    PDF,
    XLSX,
    HTML;

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Where the templates of a format lie: `pdf/consolidated.ftlh`, `xlsx/consolidated.ftlx`.
    String template(Kind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return extension() + "/" + name + (this == XLSX ? ".ftlx" : ".ftlh");
    }
}
