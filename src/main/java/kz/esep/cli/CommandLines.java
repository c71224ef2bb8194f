package kz.esep.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kz.esep.findings.Finding;
import kz.esep.job.DataInError;
import kz.esep.job.Hindrance;
import kz.esep.job.Home;
import kz.esep.job.QuarterlyRun;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.settings.InForce;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Puts the commands together; their help and errors come from the message bundles.
final class CommandLines {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLines.class);
    private static final String HELP = "cli.help.";

    private CommandLines() {}

    /// For settings that are wrong: there is help, and nothing is run.
    static CommandLine refusing(Console console, Home home, List<Finding> findings) {
        CommandLine line = of(console, home, new InForce(home.settings(), List.of()));
        return line.setExecutionStrategy(parsed -> {
            @Nullable Integer helped = CommandLine.executeHelpRequest(parsed);
            if (helped != null) {
                return helped;
            }
            findings.forEach(console::complain);
            console.complain("cli.settings-in-error", Map.of("count", findings.size()));
            return ExitCode.CONFIG.number();
        });
    }

    static CommandLine of(Console terminal, Home home, InForce inForce) {
        Console console = terminal.with(LOG::info);
        ReportCommand report = new ReportCommand(console, home);
        CommandLine line = new CommandLine(new Root(report));
        line.addSubcommand(report);
        line.addSubcommand(new FormsCommand(console, home));
        line.addSubcommand(new StatusCommand(console, home));
        line.addSubcommand(new CheckCommand(console, home));
        line.addSubcommand(new WhyCommand(console, home));
        line.addSubcommand(new HistoryCommand(console, home));
        line.addSubcommand(new AdmitCommand(console, home));
        line.addSubcommand(new WatchCommand(console, home));
        line.addSubcommand(new WorkerCommand(console, home));
        line.addSubcommand(new VerifyCommand(console, home));
        line.addSubcommand(new SignCommand(console, home));
        line.addSubcommand(new RebuildCommand(console, home));
        line.addSubcommand(new BackupCommand(console, home));
        line.addSubcommand(new RestoreCommand(console, home));
        line.addSubcommand(new MailCommand(console, home));
        line.addSubcommand(new ConfigCommand(console, inForce));
        line.addSubcommand(
                new CommandLine(new PlanCommand())
                        .addSubcommand(new PlanCheckCommand(console, home))
                        .addSubcommand(new PlanExportCommand(console, home))
                        .addSubcommand(new PlanDiffCommand(console, home)));
        line.setResourceBundle(new Help(console.speech()));
        line.setOut(console.out());
        line.setErr(console.err());
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((mistake, arguments) -> explain(mistake, console));
        line.setExecutionExceptionHandler(
                (fault, command, parsed) -> explain(fault, console, home));
        line.setExecutionStrategy(new Logged(console, home));
        return line;
    }

    private static int explain(ParameterException mistake, Console console) {
        String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
        switch (mistake) {
            case UnmatchedArgumentException unmatched ->
                    console.complain(
                            "cli.usage.unknown",
                            Map.of(
                                    "argument",
                                    String.join(" ", unmatched.getUnmatched()),
                                    "command",
                                    command));
            case MissingParameterException missing ->
                    console.complain(
                            "cli.usage.missing",
                            Map.of(
                                    "argument",
                                    missing.getMissing().stream()
                                            .map(CommandLines::name)
                                            .collect(Collectors.joining(", ")),
                                    "command",
                                    command));
            case WrongValue wrong -> console.complain(wrong.key(), wrong.arguments());
            default -> console.complain("cli.usage.other", Map.of("command", command));
        }
        return ExitCode.USAGE.number();
    }

    private static String name(CommandLine.Model.ArgSpec missing) {
        return missing instanceof CommandLine.Model.OptionSpec option
                ? option.longestName()
                : missing.paramLabel();
    }

    /// What no command expected.
    static int explain(Throwable fault, Console console, Home home) {
        if (fault instanceof DataInError data) {
            console.refuse(data.findings());
            return ExitCode.DATA.number();
        }
        Optional<Hindrance> hindrance = Hindrance.of(fault, home, false);
        if (hindrance.isPresent()) {
            return Hindered.tell(hindrance.get(), console).number();
        }
        Optional<Path> log = Logs.underWay(home);
        LOG.error("A fault", fault);
        console.complain("cli.fault", Map.of("problem", fault.toString()));
        log.ifPresent(file -> console.complain("cli.log-at", Map.of("file", file.toString())));
        return ExitCode.FAULT.number();
    }

    /// `esep` itself: the report of the newest period.
    @Command(name = "esep", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
    static final class Root implements Callable<Integer> {

        private final ReportCommand report;

        @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

        /// Chosen before the command line is parsed; here it is only checked.
        @Option(names = "--lang", paramLabel = "kk|ru|en", scope = CommandLine.ScopeType.INHERIT)
        void language(@Nullable String tag) {
            if (tag != null && Language.of(tag).isEmpty()) {
                throw new WrongValue(
                        Objects.requireNonNull(spec).commandLine(),
                        "cli.usage.lang",
                        Map.of("found", tag));
            }
        }

        @Option(names = "--home", paramLabel = "DIR", scope = CommandLine.ScopeType.INHERIT)
        String home = "";

        @Option(names = "--templates", paramLabel = "DIR", scope = CommandLine.ScopeType.INHERIT)
        String templates = "";

        @Option(names = "--config", paramLabel = "FILE", scope = CommandLine.ScopeType.INHERIT)
        String config = "";

        Root(ReportCommand report) {
            this.report = report;
        }

        @Override
        public Integer call() {
            return report.run(QuarterlyRun.Order.NEWEST);
        }
    }

    /// `esep plan`: shows its help.
    @Command(name = "plan", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
    static final class PlanCommand implements Callable<Integer> {

        @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
            return ExitCode.OK.number();
        }
    }

    /// picocli asks a resource bundle for the help's texts; ours come from [Speech] under
    /// `cli.help.`.
    private static final class Help extends ResourceBundle {
        private final Speech speech;

        Help(Speech speech) {
            this.speech = speech;
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return speech.words().has(HELP + key) ? speech.say(HELP + key) : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            SortedSet<String> keys = new TreeSet<>();
            for (String key : speech.words().keys()) {
                if (key.startsWith(HELP)) {
                    keys.add(key.substring(HELP.length()));
                }
            }
            return Collections.enumeration(keys);
        }
    }
}
