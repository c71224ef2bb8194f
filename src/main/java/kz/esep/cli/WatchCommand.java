package kz.esep.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import kz.esep.intake.FileOutcome;
import kz.esep.job.Home;
import kz.esep.job.Watch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `esep watch`: takes in and answers each file soon after it came, until it is stopped.
@Command(name = "watch", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class WatchCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchCommand.class);
    private static final int LONGEST = 3600;

    private final Console console;
    private final Home home;
    private final Clock clock = Clock.systemUTC();

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Option(names = "--interval", paramLabel = "SECONDS")
    @Nullable String interval;

    WatchCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() throws InterruptedException {
        Duration pause = pause();
        Watch watch = Watch.over(home, pause, this::say);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(watch), "esep-watch-end"));
        console.say(
                "cli.watch.started",
                Map.of("inbox", home.inbox().toString(), "seconds", pause.toSeconds()));
        watch.run();
        return ExitCode.OK.number();
    }

    /// That of the settings, unless the command names one.
    private Duration pause() {
        String interval = this.interval;
        if (interval == null) {
            return home.settings().watch().interval();
        }
        if (!interval.matches("[1-9][0-9]{0,3}") || Integer.parseInt(interval) > LONGEST) {
            throw new WrongValue(
                    Objects.requireNonNull(spec).commandLine(),
                    "cli.usage.interval",
                    Map.of("found", interval));
        }
        return Duration.ofSeconds(Integer.parseInt(interval));
    }

    private void end(Watch watch) {
        try {
            watch.stop();
            console.say("cli.watch.stopped");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(Watch.News news) {
        switch (news) {
            case Watch.News.Answered answered -> {
                FileOutcome outcome = answered.outcome();
                say(
                        "cli.watch.answered",
                        Map.of(
                                "path", outcome.received().path(),
                                "verdict", verdict(outcome),
                                "accepted", outcome.rows().accepted(),
                                "refused", outcome.rows().refused(),
                                "findings", outcome.findings().size(),
                                "folder", answered.receipt().toString()));
                if (outcome.verdict() == FileOutcome.Verdict.HELD) {
                    console.say(
                            "cli.admit.hint",
                            Map.of("sha", outcome.received().sha256().substring(0, 12)));
                }
            }
            case Watch.News.Known(String path) -> say("cli.watch.known", Map.of("path", path));
            case Watch.News.Left left ->
                    say(
                            "cli.watch.left",
                            Map.of(
                                    "path",
                                    left.finding().place().toString(),
                                    "reason",
                                    console.speech()
                                            .say(
                                                    "finding."
                                                            + left.finding().code().key()
                                                            + ".what",
                                                    left.finding().arguments())));
            case Watch.News.Open(String path) -> say("cli.watch.open", Map.of("path", path));
            case Watch.News.Unreachable() ->
                    say("cli.watch.unreachable", Map.of("inbox", home.inbox().toString()));
            case Watch.News.Busy() -> say("cli.watch.busy", Map.of());
            case Watch.News.DataWrong wrong -> console.refuse(wrong.findings());
            case Watch.News.Failed(String problem) ->
                    say("cli.watch.failed", Map.of("problem", problem));
        }
    }

    private String verdict(FileOutcome outcome) {
        return console.speech()
                .say(
                        "report.verdict."
                                + outcome.verdict()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'));
    }

    private void say(String key, Map<String, ?> arguments) {
        Map<String, Object> timed = new HashMap<>(arguments);
        timed.put("at", console.moment(clock.instant(), home.settings().zone()));
        console.say(key, timed);
        LOG.info(console.speech().say(key, timed));
    }
}
