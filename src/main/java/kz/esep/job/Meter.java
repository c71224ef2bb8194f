package kz.esep.job;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/// Counts the parts of each stage for the progress, and logs one line per step.
final class Meter implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(QuarterlyJob.class);

    private final Progress progress;
    private final Map<Stage, Count> counts = new EnumMap<>(Stage.class);

    Meter(Progress progress) {
        this.progress = progress;
    }

    private record Count(int done, int total) {}

    synchronized void expect(Stage stage, int total) {
        counts.put(stage, new Count(0, total));
        tell(stage, 0, total);
    }

    void advance(Stage stage) {
        advance(stage, 1);
    }

    synchronized void advance(Stage stage, int parts) {
        Count next =
                counts.computeIfPresent(
                        stage, (_, count) -> new Count(count.done() + parts, count.total()));
        if (next != null) {
            tell(stage, next.done(), next.total());
        }
    }

    private void tell(Stage stage, int done, int total) {
        LOG.debug("{} {} of {}", stage.key(), done, total);
        progress.at(stage, done, total);
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        LocalDateTime began = step.getStartTime();
        long millis =
                began == null
                        ? 0
                        : Duration.between(began, LocalDateTime.now(ZoneId.systemDefault()))
                                .toMillis();
        LOG.debug("{} {} in {} ms", step.getStepName(), step.getStatus(), millis);
        return step.getExitStatus();
    }
}
