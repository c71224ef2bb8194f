package kz.esep.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.esep.language.Language;

/// Which language the console speaks: `--lang`, else that of the settings, else the user's locale,
/// else Russian.
final class ChosenLanguage {

    private ChosenLanguage() {}

    /// The option is looked for before the command line is parsed, since errors in parsing are told
    /// in it too.
    static Language of(
            String[] arguments,
            Optional<Language> set,
            Map<String, String> environment,
            Locale machine) {
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            Optional<Language> chosen =
                    argument.startsWith("--lang=")
                            ? Language.of(argument.substring("--lang=".length()))
                            : argument.equals("--lang") && i + 1 < arguments.length
                                    ? Language.of(arguments[i + 1])
                                    : Optional.empty();
            if (chosen.isPresent()) {
                return chosen.get();
            }
        }
        if (set.isPresent()) {
            return set.get();
        }
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                // C and POSIX are a machine's default, not somebody's choice of a language
                return Language.of(value.replaceAll("[_.@].*", "")).orElse(Language.RU);
            }
        }
        return Language.of(machine.getLanguage())
                .filter(language -> language != Language.EN)
                .orElse(Language.RU);
    }
}
