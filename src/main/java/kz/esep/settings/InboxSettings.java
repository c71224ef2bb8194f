package kz.esep.settings;

import java.nio.file.Path;
import java.time.Duration;

/// What becomes of a file in the inbox.
///
/// @param taken where it goes in the mode [Mode#MOVE], relative to the home
/// @param quiet how long a file must not have changed before it is taken
public record InboxSettings(Mode mode, Path taken, Duration quiet) {

    /// Whether a file that was taken stays in the inbox.
    public enum Mode {
        KEEP,
        MOVE
    }

    public InboxSettings {
        if (quiet.isNegative()) {
            throw new IllegalArgumentException("a quiet time is not " + quiet);
        }
    }
}
