package kz.esep.publish.sign;

import java.util.Map;
import kz.esep.language.Sentence;

/// A key, or the certificates that are trusted, cannot be used as they are.
public final class KeyUnusable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Sentence why;

    KeyUnusable(String key, Map<String, ?> values) {
        super(key);
        this.why = Sentence.of("sign." + key, values);
    }

    public Sentence why() {
        return why;
    }
}
