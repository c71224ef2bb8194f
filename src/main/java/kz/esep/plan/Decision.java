package kz.esep.plan;

import java.time.LocalDate;
import kz.esep.language.Bilingual;

/// The ministry's own dated act on an obligation.
public sealed interface Decision {

    Obligation.Key key();

    /// The day of the act; a report of a period uses the decisions up to its as-of.
    LocalDate date();

    /// Number and date of the paper.
    Bilingual document();

    Bilingual reason();

    /// The same decision on an obligation of another key.
    Decision under(Obligation.Key other);

    /// The due date moves.
    record Extend(
            Obligation.Key key, LocalDate date, LocalDate due, Bilingual document, Bilingual reason)
            implements Decision {
        @Override
        public Decision under(Obligation.Key other) {
            return new Extend(other, date, due, document, reason);
        }
    }

    /// What was claimed is accepted.
    record Accept(Obligation.Key key, LocalDate date, Bilingual document, Bilingual reason)
            implements Decision {
        @Override
        public Decision under(Obligation.Key other) {
            return new Accept(other, date, document, reason);
        }
    }

    /// What was claimed is returned: not accepted as done.
    record Return(Obligation.Key key, LocalDate date, Bilingual document, Bilingual reason)
            implements Decision {
        @Override
        public Decision under(Obligation.Key other) {
            return new Return(other, date, document, reason);
        }
    }

    /// Taken off control.
    record TakeOffControl(Obligation.Key key, LocalDate date, Bilingual document, Bilingual reason)
            implements Decision {
        @Override
        public Decision under(Obligation.Key other) {
            return new TakeOffControl(other, date, document, reason);
        }
    }
}
