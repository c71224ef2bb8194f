package kz.esep.cli;

import java.util.Map;
import java.util.stream.Collectors;
import kz.esep.job.Peer;
import kz.esep.job.Progress;
import kz.esep.job.Stage;
import kz.esep.job.Version;
import kz.esep.job.Workers;

/// How far a run is: on a terminal a line that is written over, elsewhere a line when a stage ends.
final class ProgressLine implements Progress {

    private static final String BACK_AND_CLEAR = "\r\u001B[K";

    private final Console console;
    private final boolean terminal;

    ProgressLine(Console console) {
        this.console = console;
        this.terminal = console.terminal();
    }

    @Override
    public void at(Stage stage, int done, int total) {
        String line =
                console.speech()
                        .say("cli.progress." + stage.key(), Map.of("done", done, "total", total));
        boolean ended = done == total;
        if (terminal) {
            console.out().print(BACK_AND_CLEAR + line + (ended ? System.lineSeparator() : ""));
            console.out().flush();
        } else if (ended) {
            console.out().println(line);
            console.out().flush();
        }
    }

    @Override
    public void workers(Workers workers) {
        if (terminal) {
            console.out().print(BACK_AND_CLEAR);
        }
        for (Peer stranger : workers.strangers()) {
            console.complain(
                    "cli.workers.stranger",
                    Map.of(
                            "process", stranger.process(),
                            "machine", WorkerCommand.machine(stranger),
                            "program", Version.told(stranger.program()),
                            "own", Version.told(workers.program())));
        }
        if (!workers.taking().isEmpty()) {
            console.say(
                    "cli.workers.taking",
                    Map.of(
                            "count",
                            workers.taking().size(),
                            "machines",
                            workers.taking().stream()
                                    .map(WorkerCommand::machine)
                                    .distinct()
                                    .collect(Collectors.joining(", "))));
        } else if (workers.here()) {
            console.say("cli.workers.none-alone");
        } else {
            console.complain("cli.workers.none-waits", Map.of());
        }
    }
}
