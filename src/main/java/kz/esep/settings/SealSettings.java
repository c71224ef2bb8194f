package kz.esep.settings;

import java.nio.file.Path;

/// The ministry's sealing keys.
///
/// @param folder with a file for each key; relative to the home
/// @param key one more, which seals: `<id>:<secret>`; empty: none; never printed
public record SealSettings(Path folder, String key) {
    @Override
    public String toString() {
        return "SealSettings[" + folder + "]";
    }
}
