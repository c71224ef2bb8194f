package kz.esep.language;

import java.util.Locale;
import java.util.Optional;

/// A language that Esep speaks. Reports are in Kazakh and Russian; the console also speaks English.
public enum Language {
    KK("kk"),
    RU("ru"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// The BCP 47 tag, as in file names, folders and `lang` attributes: `kk`.
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.of(tag);
    }

    /// The language of a tag such as `ru` or `ru-KZ`, if Esep speaks it.
    public static Optional<Language> of(String tag) {
        for (Language language : values()) {
            if (tag.equalsIgnoreCase(language.tag)
                    || tag.toLowerCase(Locale.ROOT).startsWith(language.tag + "-")) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
