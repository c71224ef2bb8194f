package kz.esep.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.SmartLifecycle;

/// Ends a running job in good order when the process is asked to stop: first of all that the
/// closing context stops, while pools and the database still live.

class GracefulStop implements SmartLifecycle, JobExecutionListener {

    private static final long PATIENCE_SECONDS = 25;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable JobExecution current;
    private volatile boolean running;

    @Override
    public void beforeJob(JobExecution execution) {
        current = execution;
    }

    /// The job's last state is in the database; called after it, for a listener runs before.
    void jobEnded() {
        current = null;
        ended.countDown();
    }

    @Override
    public void start() {
        running = true;
    }

    /// Marks the steps in memory only: a second writer of their rows would collide with the job.
    @Override
    public void stop() {
        running = false;
        JobExecution execution = current;
        if (execution == null) {
            return;
        }
        execution.getStepExecutions().forEach(StepExecution::setTerminateOnly);
        try {
            boolean inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                org.slf4j.LoggerFactory.getLogger(GracefulStop.class)
                        .warn("The job did not stop within {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
