package kz.esep.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kz.esep.job.Home;

/// The folder that holds `input`, `output` and `templates`: `--home`, else ESEP_HOME, else the
/// working folder. And the templates: `--templates`, else those that lie there.
final class ChosenHome {

    private ChosenHome() {}

    /// Found before the command line is parsed, for the words to tell its errors in lie there.
    static Home of(String[] arguments, Map<String, String> environment, Path folder) {
        Path root =
                option("--home", arguments)
                        .or(() ->
                                Optional.ofNullable(environment.get("ESEP_HOME"))
                                        .filter(named -> !named.isEmpty()))
                        .map(Path::of)
                        .orElse(folder);
        return option("--templates", arguments)
                .map(templates -> new Home(root).withTemplates(Path.of(templates)))
                .orElseGet(() -> new Home(root));
    }

    static Optional<String> option(String name, String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(name + "=")) {
                return Optional.of(arguments[i].substring(name.length() + 1));
            }
            if (arguments[i].equals(name) && i + 1 < arguments.length) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }
}
