package kz.esep.cli;

import java.util.Map;
import kz.esep.job.Progress;
import kz.esep.job.Stage;

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
}
