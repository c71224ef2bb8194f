package kz.esep.cli;

import java.math.BigDecimal;
import java.util.Map;
import kz.esep.job.Progress;
import kz.esep.job.RunRecord;
import kz.esep.job.Stage;
import kz.esep.job.Workers;
import kz.esep.language.Speech;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line of the log for each step that ends, in the operator's language; what is on the terminal
/// is another's.
record StepLog(Speech speech, RunRecord record, Progress next) implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(StepLog.class);

    @Override
    public void at(Stage stage, int done, int total) {
        next.at(stage, done, total);
        if (done == total) {
            LOG.info(
                    speech.say(
                            "cli.log.step",
                            Map.of(
                                    "step",
                                    speech.say(
                                            "cli.progress." + stage.key(),
                                            Map.of("done", done, "total", total)),
                                    "seconds",
                                    BigDecimal.valueOf(record.time(stage).toMillis(), 3))));
        }
    }

    @Override
    public void workers(Workers workers) {
        next.workers(workers);
    }
}
