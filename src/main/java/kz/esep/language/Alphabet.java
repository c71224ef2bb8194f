package kz.esep.language;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;

/// The order of names in a language. Kazakh has its own alphabet, in which ә follows а and қ
/// follows к; the JDK does not know it and puts them after я.
public final class Alphabet {

    private final Collator collator;

    private Alphabet(Collator collator) {
        this.collator = collator;
    }

    public static Alphabet of(Language language) {
        RuleBasedCollator collator =
                (RuleBasedCollator)
                        Collator.getInstance(ULocale.forLanguageTag(language.tag()))
                                .cloneAsThawed();
        // «Қамқорлық» stands under Қ, not before А
        collator.setAlternateHandlingShifted(true);
        // frozen, it serves several threads
        return new Alphabet(collator.freeze());
    }

    /// Digits and letters a–f; two names are in the order of their keys.
    public String key(String name) {
        return HexFormat.of().formatHex(collator.getCollationKey(name).toByteArray());
    }
}
