package kz.esep.job;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/// Has the parts of a stage done by whoever hears, and looks into the job repository for their
/// ends.
///
/// Spring Batch has a handler that does the same over Spring Integration. It would bring three
/// libraries more, and would neither hear that the run is to stop nor that the broker lost what it
/// was given, nor tell how far the parts are.
final class RemoteParts implements PartitionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteParts.class);

    private static final long MILLIS_BETWEEN_LOOKS = 200;

    private static final int LOOKS_BETWEEN_CALLS = 25;

    private final ManyMachines.Conductor conductor;
    private final Stage stage;
    private final Step part;

    RemoteParts(ManyMachines.Conductor conductor, Stage stage, Step part) {
        this.conductor = conductor;
        this.stage = stage;
        this.part = part;
    }

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution whole)
            throws Exception {
        Set<StepExecution> all = splitter.split(whole, 1);
        Map<Long, StepExecution> open = new LinkedHashMap<>();
        all.stream()
                .sorted(Comparator.comparing(StepExecution::getStepName))
                .forEach(step -> open.put(step.getId(), step));
        Broker.Requests requests = conductor.broker().requests();
        try {
            ask(requests, open);
            for (int look = 0; !open.isEmpty(); look++) {
                if (whole.isTerminateOnly()) {
                    requests.takeBack();
                    throw new JobInterruptedException("asked to stop");
                }
                conductor.guard().check();
                if (look % LOOKS_BETWEEN_CALLS == 0) {
                    conductor.callTheRoll();
                }
                if (requests.isLost()) {
                    requests.close();
                    requests = again(open);
                }
                for (long ended : conductor.ended(whole)) {
                    Optional<StepExecution> asked = Optional.ofNullable(open.remove(ended));
                    if (asked.isPresent()) {
                        end(asked.get());
                    }
                }
                if (!open.isEmpty()) {
                    Thread.sleep(MILLIS_BETWEEN_LOOKS);
                }
            }
        } finally {
            requests.close();
        }
        return all;
    }

    private void ask(Broker.Requests requests, Map<Long, StepExecution> open) {
        List<PartRequest> all = new ArrayList<>();
        open.values()
                .forEach(step ->
                        all.add(
                                new PartRequest(
                                        PartSteps.name(stage),
                                        step.getId(),
                                        conductor.broker().program(),
                                        conductor.fingerprint())));
        requests.send(all);
    }

    /// A broker that keeps nothing on a disk forgets what waited there when it is started anew; a
    /// request too many does no harm.
    private Broker.Requests again(Map<Long, StepExecution> open) {
        LOG.warn(
                "The connection to {} broke; what has no end is asked for again",
                conductor.broker());
        Broker.Requests requests = conductor.broker().requestsOnceBack();
        requests.takeBack();
        ask(requests, open);
        return requests;
    }

    /// Another process wrote the end into the database; here it is told to Batch.
    private void end(StepExecution asked) throws IOException, SQLException {
        StepExecution ended = conductor.repository().getStepExecution(asked.getId());
        if (ended == null) {
            throw new IllegalStateException(asked.getStepName() + " is gone from the database");
        }
        if (ended.getStatus() != BatchStatus.COMPLETED && !isGivenUp(ended)) {
            again(ended);
        }
        asked.setStatus(ended.getStatus());
        asked.setExitStatus(ended.getExitStatus());
        Optional.ofNullable(ended.getStartTime()).ifPresent(asked::setStartTime);
        Optional.ofNullable(ended.getEndTime()).ifPresent(asked::setEndTime);
        ended.getFailureExceptions().forEach(asked::addFailureException);
        if (isGivenUp(ended)) {
            asked.addFailureException(new IllegalStateException(PartListener.GIVEN_UP));
        }
        if (ended.getStatus() == BatchStatus.COMPLETED) {
            List<String> parts = PartSteps.parts(ended);
            List<String> contents = PartSteps.contents(ended);
            for (int i = 0; stage == Stage.RENDER && i < parts.size(); i++) {
                conductor.steps().heard(parts.get(i), contents.get(i));
            }
            conductor.meter().advance(stage, parts.size());
        }
    }

    private static boolean isGivenUp(StepExecution step) {
        return step.getExitStatus().getExitDescription().contains(PartListener.GIVEN_UP);
    }

    /// What a worker could not do is tried once here: the fault may be its machine's, and if it is
    /// not, the operator hears of it first-hand.
    private void again(StepExecution failed) {
        LOG.info("{} failed elsewhere and is tried here", failed.getStepName());
        PartListener.reset(failed);
        try {
            part.execute(failed);
        } catch (JobInterruptedException e) {
            LOG.debug("{} was stopped", failed.getStepName());
        }
    }
}
