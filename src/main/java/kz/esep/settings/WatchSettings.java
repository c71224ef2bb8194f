package kz.esep.settings;

import java.time.Duration;

/// How the inbox is followed.
///
/// @param interval between two looks
public record WatchSettings(Duration interval) {
    public WatchSettings {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("an interval is not " + interval);
        }
    }
}
