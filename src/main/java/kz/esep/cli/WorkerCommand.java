package kz.esep.cli;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.esep.job.Hindrance;
import kz.esep.job.Home;
import kz.esep.job.Peer;
import kz.esep.job.Version;
import kz.esep.job.Worker;
import picocli.CommandLine.Command;

/// `esep worker`: shares the work of runs that another machine conducts, until it is stopped.
///
/// What it says goes to its terminal and into no log below the home: several workers share that
/// folder, and no two of them can roll a file over.
@Command(name = "worker", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class WorkerCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;
    private final Clock clock = Clock.systemUTC();

    WorkerCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() throws InterruptedException {
        Worker worker = Worker.in(home, this::say);
        Thread end = new Thread(() -> end(worker), "esep-worker-end");
        Runtime.getRuntime().addShutdownHook(end);
        Worker.Ended ended = worker.run();
        ExitCode code = tell(ended);
        if (!(ended instanceof Worker.Ended.Stopped)) {
            Runtime.getRuntime().removeShutdownHook(end);
        }
        return code.number();
    }

    static String machine(Peer peer) {
        return peer.machine().isEmpty() ? "—" : peer.machine();
    }

    private void end(Worker worker) {
        try {
            worker.stop();
            console.say("cli.worker.stopped");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ExitCode tell(Worker.Ended ended) {
        return switch (ended) {
            // the process ends by its signal
            case Worker.Ended.Stopped() -> ExitCode.OK;
            case Worker.Ended.Alone() -> {
                console.complain("cli.worker.alone", Map.of());
                yield ExitCode.CONFIG;
            }
            case Worker.Ended.OtherProgram(String own, Peer manager) -> {
                console.complain(
                        "cli.worker.other-program",
                        Map.of(
                                "own", Version.told(own),
                                "process", manager.process(),
                                "machine", machine(manager),
                                "program", Version.told(manager.program())));
                yield ExitCode.DIFFERS;
            }
            case Worker.Ended.OtherInputs other -> {
                other.findings().forEach(console::complain);
                console.complain("cli.worker.other-inputs", Map.of("home", home.root().toString()));
                yield ExitCode.DIFFERS;
            }
            case Worker.Ended.Hindered(Hindrance hindrance) -> Hindered.tell(hindrance, console);
        };
    }

    private void say(Worker.News news) {
        switch (news) {
            case Worker.News.Ready ready ->
                    say(
                            "cli.worker.ready",
                            Map.of(
                                    "broker", ready.broker(),
                                    "queue", ready.queue(),
                                    "threads", ready.threads(),
                                    "program", Version.told(ready.program())));
            case Worker.News.Joined joined ->
                    say(
                            "cli.worker.joined",
                            Map.of("period", joined.period(), "issue", joined.issue()));
            case Worker.News.Away(String server, String problem) ->
                    say("cli.worker.away", Map.of("server", server, "problem", problem));
            case Worker.News.Back() -> say("cli.worker.back", Map.of());
        }
    }

    private void say(String key, Map<String, ?> arguments) {
        Map<String, Object> timed = new HashMap<>(arguments);
        timed.put("at", console.moment(clock.instant(), home.settings().zone()));
        console.say(key, timed);
    }
}
