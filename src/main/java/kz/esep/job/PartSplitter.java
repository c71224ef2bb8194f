package kz.esep.job;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/// Splits a stage into its parts as Batch does, and tells each what to work on.
///
/// Batch makes a part's step execution in one transaction and tells it in the next. After a kill
/// between them every restart takes over that nothing was told, and fails.
///
/// @param name of the parts' step
record PartSplitter(JobRepository repository, String name, Partitioner partitioner)
        implements StepExecutionSplitter {

    /// Between the step's name and the part's.
    private static final int SEPARATOR = 1;

    @Override
    public String getStepName() {
        return name;
    }

    @Override
    public Set<StepExecution> split(StepExecution whole, int grid) throws JobExecutionException {
        Map<String, ExecutionContext> contexts = partitioner.partition(grid);
        Set<StepExecution> parts =
                new SimpleStepExecutionSplitter(repository, name, _ -> contexts).split(whole, grid);
        for (StepExecution part : parts) {
            if (!PartSteps.isTold(part)) {
                String key = part.getStepName().substring(name.length() + SEPARATOR);
                part.setExecutionContext(Objects.requireNonNull(contexts.get(key)));
                repository.updateExecutionContext(part);
            }
        }
        return parts;
    }
}
