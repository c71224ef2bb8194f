package kz.esep.language;

/// A key that the bundles of a language have no words for.
public final class NoWords extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String key;
    private final Language language;

    NoWords(String key, Language language) {
        super("There are no words in " + language.tag() + " for " + key);
        this.key = key;
        this.language = language;
    }

    public String key() {
        return key;
    }

    public Language language() {
        return language;
    }
}
