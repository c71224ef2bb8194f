package kz.esep.cli;

import java.nio.file.Path;
import java.util.Map;

/// The folder that holds `input`, `output` and `templates`: `--home`, else ESEP_HOME, else the
/// working folder.
final class ChosenHome {

    private ChosenHome() {}

    /// Found before the command line is parsed, for the words to tell its errors in lie there.
    static Path of(String[] arguments, Map<String, String> environment, Path folder) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--home=")) {
                return Path.of(arguments[i].substring("--home=".length()));
            }
            if (arguments[i].equals("--home") && i + 1 < arguments.length) {
                return Path.of(arguments[i + 1]);
            }
        }
        String named = environment.getOrDefault("ESEP_HOME", "");
        return named.isEmpty() ? folder : Path.of(named);
    }
}
