package kz.esep.job;

import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jms.listener.SessionAwareMessageListener;

/// Works on a part when it is asked to. The request is taken from the broker when the part's end is
/// in the database: if the process dies before, the broker hands the request to another.
///
/// A part may so be worked on twice, and ends with the same; in the database only one end counts,
/// for every change of a step execution names the version that it changes.
final class PartListener implements SessionAwareMessageListener<TextMessage> {

    private static final Logger LOG = LoggerFactory.getLogger(PartListener.class);

    /// With so many processes that it killed, a part is given up.
    static final int MOST_DELIVERIES = 3;

    /// How the description of such a part's end begins.
    static final String GIVEN_UP = "given up: it ended " + MOST_DELIVERIES + " workers";

    private static final String DELIVERIES = "JMSXDeliveryCount";

    /// A part that was asked for and has no end; one that a stopped worker hands on, too.
    private static final Set<BatchStatus> OPEN =
            EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPED);

    private final JobRepository repository;
    private final Map<String, Step> parts;
    private final Acceptance acceptance;
    private final BooleanSupplier stopping;

    /// Says before a part is begun whether this process may work on it.
    @FunctionalInterface
    interface Acceptance {
        /// @return whether what the part follows from is the same here
        boolean accepts(StepExecution step, PartRequest request);
    }

    /// @param parts by their steps' names
    PartListener(
            JobRepository repository,
            Map<String, Step> parts,
            Acceptance acceptance,
            BooleanSupplier stopping) {
        this.repository = repository;
        this.parts = parts;
        this.acceptance = acceptance;
        this.stopping = stopping;
    }

    @Override
    public void onMessage(TextMessage message, Session session) throws JMSException {
        Optional<PartRequest> asked = PartRequest.parse(message.getText());
        Step part = asked.map(request -> parts.get(request.step())).orElse(null);
        if (asked.isEmpty() || part == null) {
            LOG.warn("Not understood and dropped: {}", message.getText());
            return;
        }
        PartRequest request = asked.get();
        StepExecution step = repository.getStepExecution(request.execution());
        if (step == null
                || !OPEN.contains(step.getStatus())
                || !step.getJobExecution().getStatus().isRunning()) {
            LOG.debug("No longer wanted: {}", request.text());
            return;
        }
        if (message.getIntProperty(DELIVERIES) > MOST_DELIVERIES) {
            giveUp(step);
            return;
        }
        if (!acceptance.accepts(step, request)) {
            handOn(message, session);
            return;
        }
        work(step, part);
        if (step.getStatus() == BatchStatus.STOPPED && stopping.getAsBoolean()) {
            reopen(step);
            handOn(message, session);
        }
    }

    private static void work(StepExecution step, Step part) {
        LOG.debug("{} is begun", step.getStepName());
        reset(step);
        try {
            part.execute(step);
        } catch (org.springframework.batch.core.job.JobInterruptedException e) {
            LOG.debug("{} was stopped", step.getStepName());
        }
        LOG.debug("{} {}", step.getStepName(), step.getStatus());
        step.getFailureExceptions()
                .forEach(failure -> LOG.warn("{} failed", step.getStepName(), failure));
    }

    /// Another process may have left it half done.
    static void reset(StepExecution step) {
        step.setStatus(BatchStatus.STARTING);
        step.setExitStatus(ExitStatus.EXECUTING);
    }

    private void reopen(StepExecution step) {
        try {
            reset(step);
            repository.update(step);
        } catch (OptimisticLockingFailureException e) {
            LOG.debug("{} is no longer ours", step.getStepName());
        }
    }

    /// A new request, for a refusal is not a death that the broker would count.
    private static void handOn(TextMessage message, Session session) throws JMSException {
        TextMessage copy = session.createTextMessage(message.getText());
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String name = String.valueOf(names.nextElement());
            if (!name.startsWith("JMS")) {
                copy.setObjectProperty(name, message.getObjectProperty(name));
            }
        }
        try (MessageProducer producer = session.createProducer(message.getJMSDestination())) {
            producer.send(copy);
        }
    }

    /// Else whoever conducts would wait for ever.
    private void giveUp(StepExecution step) {
        LOG.error("{} {}", step.getStepName(), GIVEN_UP);
        try {
            step.setStatus(BatchStatus.FAILED);
            step.setExitStatus(ExitStatus.FAILED.addExitDescription(GIVEN_UP));
            step.setEndTime(LocalDateTime.now(ZoneOffset.UTC));
            repository.update(step);
        } catch (OptimisticLockingFailureException e) {
            LOG.debug("{} was not dead", step.getStepName());
        }
    }
}
