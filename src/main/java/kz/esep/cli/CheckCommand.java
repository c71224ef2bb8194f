package kz.esep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Submission;
import kz.esep.job.Check;
import kz.esep.job.Home;
import kz.esep.plan.Period;
import kz.esep.report.Receipt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `esep check FILE`: what the intake would answer; nothing is recorded.
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class CheckCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "check.file")
    Path file = Path.of("");

    @Option(names = "--agency", paramLabel = "ID", descriptionKey = "check.agency")
    @Nullable String agency;

    @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "check.period")
    @Nullable String period;

    CheckCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Optional<Period> wanted = PeriodOption.read(period, line);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new WrongValue(line, "cli.check.no-file", Map.of("file", file.toString()));
        }
        Check check = Check.in(home);
        Optional<String> sender =
                Optional.ofNullable(agency)
                        .map(name -> Subject.agency(name, check.data().register(), line));
        Receipt receipt = check.read(file, sender, Clock.systemUTC().instant());
        console.out().print(check.text(receipt));
        console.out().flush();
        Optional<Period> read = receipt.outcome().submission().map(Submission::period);
        if (wanted.isPresent() && read.isPresent() && !read.equals(wanted)) {
            console.complain(
                    "cli.check.other-period", Map.of("period", read.get(), "asked", wanted.get()));
            return ExitCode.DATA.number();
        }
        return code(receipt.outcome().verdict()).number();
    }

    private static ExitCode code(FileOutcome.Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> ExitCode.OK;
            case ACCEPTED_WITH_FINDINGS -> ExitCode.FINDINGS;
            case HELD, REJECTED -> ExitCode.DATA;
        };
    }
}
