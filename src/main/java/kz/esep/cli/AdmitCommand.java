package kz.esep.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import kz.esep.intake.Admission;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.intake.Submission;
import kz.esep.job.Admitting;
import kz.esep.job.Home;
import kz.esep.job.MinistryData;
import kz.esep.plan.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `esep admit SHA --agency ID --period P`: the operator says whose a held file is.
@Command(name = "admit", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class AdmitCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(paramLabel = "SHA", descriptionKey = "admit.sha")
    String sha256 = "";

    @Option(names = "--agency", paramLabel = "ID", required = true, descriptionKey = "admit.agency")
    String agency = "";

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            required = true,
            descriptionKey = "admit.period")
    String period = "";

    AdmitCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Period chosen = PeriodOption.read(period, line).orElseThrow();
        String hash = sha256.toLowerCase(Locale.ROOT);
        if (!hash.matches("[0-9a-f]{8,64}")) {
            throw new WrongValue(line, "cli.usage.sha", Map.of("found", sha256));
        }
        String sender = Subject.agency(agency, MinistryData.load(home).register(), line);
        return say(Admitting.in(home).admit(hash, new Admission(sender, chosen))).number();
    }

    private ExitCode say(Admitting.Result result) {
        return switch (result) {
            case Admitting.Result.Done done -> {
                console.say(
                        "cli.admit.done",
                        Map.of(
                                "path", done.outcome().received().path(),
                                "agency", agency,
                                "period", submission(done.outcome()).period(),
                                "accepted", done.outcome().rows().accepted(),
                                "refused", done.outcome().rows().refused(),
                                "folder", done.receipt().toString()));
                yield ExitCode.OK;
            }
            case Admitting.Result.Already(FileOutcome outcome) -> {
                console.say("cli.admit.already", accepted(outcome));
                yield ExitCode.OK;
            }
            case Admitting.Result.Vouched(FileOutcome outcome) -> {
                console.complain("cli.admit.vouched", accepted(outcome));
                yield ExitCode.DATA;
            }
            case Admitting.Result.Refused(FileOutcome outcome) -> {
                outcome.findings().forEach(console::complain);
                console.complain("cli.admit.refused", Map.of("path", outcome.received().path()));
                yield ExitCode.DATA;
            }
            case Admitting.Result.Unknown() -> {
                console.complain("cli.admit.unknown", Map.of("found", sha256));
                yield ExitCode.DATA;
            }
            case Admitting.Result.Ambiguous(List<Received> files) -> {
                console.complain("cli.admit.ambiguous", Map.of("found", sha256));
                for (Received file : files) {
                    console.complain(
                            "cli.admit.candidate",
                            Map.of("sha", file.sha256().substring(0, 16), "path", file.path()));
                }
                yield ExitCode.DATA;
            }
            case Admitting.Result.Locked(long process, String machine, Instant since) -> {
                console.busy(process, machine, since, home.settings().zone());
                yield ExitCode.BUSY;
            }
        };
    }

    private static Map<String, Object> accepted(FileOutcome outcome) {
        return Map.of(
                "path", outcome.received().path(),
                "agency", submission(outcome).agency(),
                "period", submission(outcome).period());
    }

    private static Submission submission(FileOutcome outcome) {
        return outcome.submission().orElseThrow();
    }
}
