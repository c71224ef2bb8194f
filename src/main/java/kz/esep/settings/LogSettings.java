package kz.esep.settings;

/// What is written down for whoever looks for a fault.
///
/// @param level of what also goes to the terminal: `warn`
/// @param fileMib how large the file grows before the next one is begun
/// @param files how many are kept: 2 to 20, as the library has it
public record LogSettings(String level, int fileMib, int files) {
    public LogSettings {
        if (fileMib < 1 || files < 2 || files > 20) {
            throw new IllegalArgumentException(
                    "a log is not %d files of %d MiB".formatted(files, fileMib));
        }
    }
}
