package kz.esep.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.Reading;
import kz.esep.job.Home;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.settings.InForce;

/// The program's entry. Without arguments: the report of the newest period found.
public final class Esep {

    private static final String NO_MEMORY =
            "Esep: жад жетпеді. Не хватило памяти. Too little memory: JDK_JAVA_OPTIONS=-Xmx1g";

    private Esep() {}

    public static void main(String[] arguments) {
        int exit;
        try {
            exit = run(arguments, System.getenv(), Path.of(""), System.out, System.err);
        } catch (OutOfMemoryError e) {
            // where the bundles could be read the run has said it in the operator's language
            System.err.println(NO_MEMORY);
            exit = ExitCode.MEMORY.number();
        }
        System.exit(exit);
    }

    /// @param folder the working folder, used where neither `--home` nor ESEP_HOME names another
    /// @return the exit code
    static int run(
            String[] arguments,
            Map<String, String> environment,
            Path folder,
            PrintStream out,
            PrintStream err) {
        Reading<InForce> settings =
                ChosenSettings.of(arguments, environment, ChosenSettings.program());
        Language language =
                ChosenLanguage.of(arguments, language(settings), environment, Locale.getDefault());
        Home home = ChosenHome.of(arguments, environment, folder);
        PrintWriter complaints = writer(err);
        if (!Files.isDirectory(home.messages())) {
            // without the bundles there are no other words than these
            complaints.println(WrongFolder.in(language, home.root()));
            return ExitCode.USAGE.number();
        }
        Console console =
                new Console(
                        Speech.of(home.messages(), language),
                        writer(out),
                        complaints,
                        watched(environment));
        FileNames.check(console, System.getProperty("sun.jnu.encoding", ""));
        return switch (settings) {
            case Reading.Accepted<InForce>(InForce inForce, _) ->
                    run(arguments, console, home.with(inForce.settings()), inForce);
            case Reading.Refused<InForce>(List<Finding> findings) ->
                    CommandLines.refusing(console, home, findings).execute(arguments);
        };
    }

    private static int run(String[] arguments, Console console, Home home, InForce inForce) {
        try {
            return CommandLines.of(console, home, inForce).execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // the command line's library hands on exceptions only
            return CommandLines.explain(e, console, home);
        }
    }

    private static Optional<Language> language(Reading<InForce> settings) {
        return switch (settings) {
            case Reading.Accepted<InForce>(InForce inForce, _) -> inForce.settings().language();
            case Reading.Refused<InForce> _ -> Optional.empty();
        };
    }

    /// A person watches, on a terminal that can write a line over.
    private static boolean watched(Map<String, String> environment) {
        return environment.containsKey("TERM")
                && Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .isPresent();
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
