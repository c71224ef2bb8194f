package kz.esep.job;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.render.TemplateMistake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/// Starts the job, or goes on with it where a crash or a failure left it.
///
/// To be called only while holding the run's lock: what the database calls running is then known to
/// be dead.
final class JobStart {

    private static final Logger LOG = LoggerFactory.getLogger(JobStart.class);

    private final JobOperator operator;
    private final JobRepository repository;
    private final Job job;

    JobStart(JobOperator operator, JobRepository repository, Job job) {
        this.operator = operator;
        this.repository = repository;
        this.job = job;
    }

    /// @param resumable what the unfinished run had gathered is still there
    JobExecution start(Assignment assignment, boolean resumable) throws JobExecutionException {
        for (JobExecution dead : repository.findRunningJobExecutions(job.getName())) {
            operator.recover(dead);
        }
        long attempt = 1;
        Optional<JobExecution> last = Optional.empty();
        for (Optional<JobInstance> next = instance(assignment, attempt);
                next.isPresent();
                next = instance(assignment, attempt)) {
            last = last(next.get());
            attempt++;
        }
        if (last.isPresent() && resumable && last.get().getStatus() != BatchStatus.COMPLETED) {
            settle(last.get());
            attempt--;
        }
        return operator.start(job, parameters(assignment, attempt));
    }

    private Optional<JobInstance> instance(Assignment assignment, long attempt) {
        return Optional.ofNullable(
                repository.getJobInstance(job.getName(), parameters(assignment, attempt)));
    }

    /// A kill can come between an instance and its execution, and Batch starts no such instance:
    /// its attempt is passed over.
    private Optional<JobExecution> last(JobInstance instance) {
        return Optional.ofNullable(repository.getLastJobExecution(instance));
    }

    /// `recover` passes over UNKNOWN, and over jobs that failed while a step was running; `start`
    /// refuses both.
    private void settle(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus().isRunning() || step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.FAILED);
            repository.update(execution);
        }
    }

    private static JobParameters parameters(Assignment assignment, long attempt) {
        return new JobParametersBuilder()
                .addString("plan", assignment.redaction().plan())
                .addString("period", assignment.period().toString())
                .addString("as-of", assignment.asOf().toString())
                .addString("fingerprint", assignment.fingerprint())
                .addLong("attempt", attempt)
                .toJobParameters();
    }

    /// Which step failed, and how: the innermost part first.
    static RunResult failure(JobExecution execution) {
        Optional<RunResult> open =
                execution.getAllFailureExceptions().stream()
                        .flatMap(JobStart::causes)
                        .filter(DoesNotClose.class::isInstance)
                        .map(DoesNotClose.class::cast)
                        .<RunResult>map(cause -> new RunResult.DoesNotClose(cause.breaks()))
                        .findFirst();
        List<Finding> mistakes = mistakes(execution);
        return mistakes.isEmpty()
                ? open.orElseGet(() -> failed(execution))
                : new RunResult.Refused(mistakes);
    }

    private static RunResult failed(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .filter(step -> !step.getFailureExceptions().isEmpty())
                .reduce((_, later) -> later)
                .map(JobStart::logged)
                .map(step ->
                        new RunResult.Failed(
                                step.getStepName(),
                                message(step.getFailureExceptions().getFirst())))
                .orElseGet(() ->
                        new RunResult.Failed(
                                execution.getJobInstance().getJobName(),
                                execution.getAllFailureExceptions().stream()
                                        .map(JobStart::message)
                                        .findFirst()
                                        .orElse(execution.getStatus().name())));
    }

    /// Each mistake once, though every document made from the template stumbles over it.
    private static List<Finding> mistakes(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .flatMap(step -> step.getFailureExceptions().stream())
                .flatMap(JobStart::causes)
                .filter(TemplateMistake.class::isInstance)
                .map(mistake -> ((TemplateMistake) mistake).finding())
                .distinct()
                .sorted(Comparator.comparing(finding -> finding.place().toString()))
                .toList();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static StepExecution logged(StepExecution step) {
        LOG.error("{} failed", step.getStepName(), step.getFailureExceptions().getFirst());
        return step;
    }

    private static String message(Throwable failure) {
        return causes(failure).reduce((_, cause) -> cause).map(Throwable::toString).orElse("");
    }
}
