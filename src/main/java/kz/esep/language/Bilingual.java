package kz.esep.language;

/// A text of the plan or the register in both official languages.
public record Bilingual(String kk, String ru) {

    public static final Bilingual EMPTY = new Bilingual("", "");

    /// The text in a language; English readers get the Russian one, for no official English text
    /// exists.
    public String in(Language language) {
        return language == Language.KK ? kk : ru;
    }

    public boolean isEmpty() {
        return kk.isEmpty() && ru.isEmpty();
    }
}
