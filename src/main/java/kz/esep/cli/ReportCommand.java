package kz.esep.cli;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.esep.intake.SealVerdict;
import kz.esep.job.Desk;
import kz.esep.job.Home;
import kz.esep.job.QuarterlyRun;
import kz.esep.job.RunResult;
import kz.esep.plan.Period;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Share;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `esep report`: makes the reports of a period and says where they lie and what is missing.
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class ReportCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Option(names = "--period", paramLabel = "PERIOD")
    @Nullable String period;

    @Option(names = "--as-of", paramLabel = "DAY")
    @Nullable String asOf;

    ReportCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        return run(PeriodOption.read(period, line), AsOfOption.read(asOf, Desk.ZONE, line));
    }

    /// @param asked empty: the newest period with an accepted, properly sealed submission
    int run(Optional<Period> asked, Optional<Instant> moment) {
        RunResult result = QuarterlyRun.in(home, new ProgressLine(console)).run(asked, moment);
        return switch (result) {
            case RunResult.Published published -> published(published);
            case RunResult.NothingReceived() -> {
                console.say("cli.nothing-submitted", Map.of("inbox", home.inbox().toString()));
                yield ExitCode.OK.number();
            }
            case RunResult.Locked(long process, Instant since) -> {
                console.complain(
                        "cli.report.busy",
                        Map.of(
                                "process",
                                Long.toString(process),
                                "since",
                                console.moment(since, Desk.ZONE)));
                yield ExitCode.BUSY.number();
            }
            case RunResult.Refused refused -> {
                console.refuse(refused.findings());
                yield ExitCode.DATA.number();
            }
            case RunResult.Stopped() -> {
                console.complain("cli.report.stopped", Map.of());
                yield ExitCode.FAULT.number();
            }
            case RunResult.Failed(String step, String problem) -> {
                console.complain("cli.report.failed", Map.of("step", step, "problem", problem));
                yield ExitCode.FAULT.number();
            }
        };
    }

    private int published(RunResult.Published published) {
        Facts facts = published.reconciliation().facts();
        console.say(
                published.already() ? "cli.report.same" : "cli.report.done",
                Map.of(
                        "period", facts.period(),
                        "issue", published.issue(),
                        "documents", published.documents(),
                        "asOf", console.moment(facts.asOf(), Desk.ZONE)));
        if (demonstration(facts)) {
            console.say("cli.report.demonstration");
        }
        console.say("cli.report.where", Map.of("folder", published.folder().toString()));
        console.say("cli.report.receipts", Map.of("folder", home.receipts().toString()));
        Share share = published.reconciliation().overall().thisYear();
        console.say(
                "cli.report.index",
                Map.of("done", share.done(), "due", share.due(), "onTime", share.onTime()));
        new SubmissionsSummary(console).print(published.reconciliation(), published.remarks());
        return ExitCode.OK.number();
    }

    private static boolean demonstration(Facts facts) {
        return facts.files().stream()
                .flatMap(file -> file.submission().stream())
                .anyMatch(submission -> submission.seal() == SealVerdict.DEMONSTRATION);
    }
}
