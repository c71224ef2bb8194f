package kz.esep.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.esep.job.Home;
import kz.esep.job.Version;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// Runs a command; one that changes something has a log, with a line for its beginning and one for
/// its end.
record Logged(Console console, Home home) implements CommandLine.IExecutionStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(Logged.class);

    private static final String REPORT = "report";

    private static final String WORKER = "worker";

    /// Others only look.
    private static final Set<String> CHANGING =
            Set.of(REPORT, "watch", "admit", "forms", "mail", "rebuild", "backup");

    /// Where the log of the quarterly run is.
    static String reportLog(Home home) {
        return home.logs().resolve(REPORT + ".log").toString();
    }

    @Override
    public int execute(ParseResult parsed) {
        @Nullable Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        String command = command(parsed);
        if (command.equals(WORKER)) {
            Logs.terminal(home);
            return new CommandLine.RunLast().execute(parsed);
        }
        if (!CHANGING.contains(command)) {
            Logs.none();
            return new CommandLine.RunLast().execute(parsed);
        }
        Logs.begin(home, command);
        List<String> words = parsed.originalArgs();
        LOG.info(
                console.speech()
                        .say(
                                "cli.log.begin",
                                Map.of(
                                        "version", Version.current(),
                                        "command", String.join(" ", words),
                                        "process", Long.toString(ProcessHandle.current().pid()),
                                        "folder", home.root().toString())));
        int exit = new CommandLine.RunLast().execute(parsed);
        LOG.info(console.speech().say("cli.log.end", Map.of("exit", exit)));
        return exit;
    }

    /// Without a command: the report.
    private static String command(ParseResult parsed) {
        return parsed.hasSubcommand() ? parsed.subcommand().commandSpec().name() : REPORT;
    }
}
