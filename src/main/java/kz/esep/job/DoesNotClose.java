package kz.esep.job;

import java.util.List;
import kz.esep.language.Sentence;

/// Rows, claims or figures do not add up: a fault of the program, and nothing may be published.
final class DoesNotClose extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Sentence> breaks;

    DoesNotClose(List<Sentence> breaks) {
        super(breaks.toString());
        this.breaks = List.copyOf(breaks);
    }

    List<Sentence> breaks() {
        return breaks;
    }
}
