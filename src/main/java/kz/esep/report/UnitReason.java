package kz.esep.report;

import java.util.List;
import java.util.Optional;
import kz.esep.language.Bilingual;
import kz.esep.language.Sentence;
import kz.esep.reconcile.Status;

/// One reason and all the agencies of a measure to which it applies word for word.
public record UnitReason(Optional<Status> status, List<Bilingual> agencies, Sentence reason) {
    public UnitReason {
        agencies = List.copyOf(agencies);
    }
}
