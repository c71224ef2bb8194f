package kz.esep.intake;

import java.util.List;
import java.util.Optional;
import kz.esep.findings.FindingCode;

/// What a cell says: nothing, a value, or something that is none.
sealed interface Answer<T> {

    record Nothing<T>() implements Answer<T> {}

    /// @param leniencies what had to be overlooked to read it
    record Given<T>(T value, List<FindingCode> leniencies) implements Answer<T> {
        public Given {
            leniencies = List.copyOf(leniencies);
        }
    }

    record Wrong<T>(FindingCode why) implements Answer<T> {}

    static <T> Answer<T> nothing() {
        return new Nothing<>();
    }

    static <T> Answer<T> given(T value, FindingCode... leniencies) {
        return new Given<>(value, List.of(leniencies));
    }

    static <T> Answer<T> wrong(FindingCode why) {
        return new Wrong<>(why);
    }

    default Optional<T> read() {
        return this instanceof Given<T>(T value, _) ? Optional.of(value) : Optional.empty();
    }
}
