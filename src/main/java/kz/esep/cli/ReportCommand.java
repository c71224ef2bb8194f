package kz.esep.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import kz.esep.intake.SealVerdict;
import kz.esep.job.Hindrance;
import kz.esep.job.Home;
import kz.esep.job.QuarterlyRun;
import kz.esep.job.RunRecord;
import kz.esep.job.RunResult;
import kz.esep.language.Sentence;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Share;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `esep report`: makes the reports of a period and says where they lie and what is missing.
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class ReportCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Mixin Asked asked = new Asked();

    @Option(names = "--like", paramLabel = "MANIFEST")
    @Nullable Path like;

    ReportCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Path manifest = like;
        if (manifest == null) {
            return run(
                    new QuarterlyRun.Order(
                            asked.plan.plan(),
                            asked.period(line),
                            asked.asOf(home, line),
                            asked.knowledge()));
        }
        if (!asked.nothing()) {
            throw new WrongValue(line, "cli.usage.like-alone", Map.of());
        }
        return run(QuarterlyRun.Order.like(manifest));
    }

    int run(QuarterlyRun.Order order) {
        RunRecord record = RunRecord.begin(home, Logged.reportLog(home));
        QuarterlyRun run =
                QuarterlyRun.in(
                        home,
                        record,
                        new StepLog(console.speech(), record, new ProgressLine(console)));
        try (LastWords _ = new LastWords(run::isUnderWay)) {
            RunResult result = run.run(order);
            List<String> said = new ArrayList<>();
            int exit = ExitCode.USAGE.number();
            try {
                exit = tell(result, order, console.with(said::add));
                return exit;
            } finally {
                record.end(result, exit, said);
            }
        }
    }

    private int tell(RunResult result, QuarterlyRun.Order order, Console console) {
        return switch (result) {
            case RunResult.UnknownPlan(List<String> known) ->
                    throw PlanOption.unknown(
                            order.plan().orElse(""),
                            known,
                            Objects.requireNonNull(spec).commandLine());
            case RunResult.Published published when order.again() -> again(published);
            case RunResult.Published published -> published(published);
            case RunResult.NothingReceived() -> {
                console.say("cli.nothing-submitted", Map.of("inbox", home.inbox().toString()));
                yield ExitCode.OK.number();
            }
            case RunResult.Locked(long process, String machine, Instant since) -> {
                console.busy(process, machine, since, home.settings().zone());
                yield ExitCode.BUSY.number();
            }
            case RunResult.Refused refused -> {
                console.refuse(refused.findings());
                console.complain("cli.report.refused", Map.of());
                yield ExitCode.DATA.number();
            }
            case RunResult.Stopped() -> {
                console.complain("cli.report.stopped", Map.of());
                yield ExitCode.FAULT.number();
            }
            case RunResult.DoesNotClose(List<Sentence> breaks) -> {
                breaks.forEach(console::complain);
                console.complain("cli.report.does-not-close", Map.of("count", breaks.size()));
                console.complain("cli.log-at", Map.of("file", Logged.reportLog(home)));
                yield ExitCode.FAULT.number();
            }
            case RunResult.Hindered(Hindrance hindrance) ->
                    Hindered.tell(hindrance, console).number();
            case RunResult.Failed(String step, String problem) -> {
                console.complain("cli.report.failed", Map.of("step", step, "problem", problem));
                console.complain("cli.log-at", Map.of("file", Logged.reportLog(home)));
                yield ExitCode.FAULT.number();
            }
        };
    }

    private int again(RunResult.Published published) {
        console.say(
                published.already() ? "cli.report.again-there" : "cli.report.again",
                Map.of(
                        "period", published.reconciliation().facts().period(),
                        "issue", published.issue(),
                        "documents", published.documents()));
        console.say("cli.report.where", Map.of("folder", published.folder().toString()));
        return ExitCode.OK.number();
    }

    private int published(RunResult.Published published) {
        Facts facts = published.reconciliation().facts();
        console.say(
                published.already() ? "cli.report.same" : "cli.report.done",
                Map.of(
                        "period", facts.period(),
                        "issue", published.issue(),
                        "documents", published.documents(),
                        "asOf", console.moment(facts.asOf(), home.settings().zone())));
        if (demonstration(facts)) {
            console.say("cli.report.demonstration");
        }
        console.say("cli.report.where", Map.of("folder", published.folder().toString()));
        console.say(
                "cli.report.page",
                Map.of("page", published.folder().resolve("index.html").toString()));
        console.say("cli.report.receipts", Map.of("folder", home.receipts().toString()));
        Share share = published.reconciliation().overall().thisYear();
        console.say(
                "cli.report.index",
                Map.of("done", share.done(), "due", share.due(), "onTime", share.onTime()));
        new SubmissionsSummary(console).print(published.reconciliation(), published.remarks());
        published
                .others()
                .forEach((plan, period) ->
                        console.say("cli.report.other", Map.of("plan", plan, "period", period)));
        return ExitCode.OK.number();
    }

    private static boolean demonstration(Facts facts) {
        return facts.files().stream()
                .flatMap(file -> file.submission().stream())
                .anyMatch(submission -> submission.seal() == SealVerdict.DEMONSTRATION);
    }
}
