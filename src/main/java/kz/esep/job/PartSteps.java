package kz.esep.job;

import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/// The steps that work on parts of a stage: in this process, or in a worker's.
///
/// @param work of the run that a step execution belongs to
/// @param guard asked before each part
/// @param stopping whether the process was asked to stop: a part that was begun is ended
/// @param done hears of each part
record PartSteps(
        JobRepository repository,
        PlatformTransactionManager transactions,
        ObservationRegistry observations,
        Function<StepExecution, QuarterlySteps> work,
        RunGuard guard,
        BooleanSupplier stopping,
        Consumer<Stage> done) {

    /// The partition's own words: ledger lines, or documents' paths.
    private static final String PARTS = "parts";

    /// What each document says, in the order of the parts: whoever conducts need not ask again.
    private static final String CONTENTS = "contents";

    /// The stages whose parts have steps of their own.
    static final List<Stage> STAGES = List.of(Stage.INTAKE, Stage.RENDER);

    static String name(Stage stage) {
        return stage.key() + "-part";
    }

    static ExecutionContext context(List<String> parts) {
        ExecutionContext context = new ExecutionContext();
        context.putString(PARTS, String.join("\n", parts));
        return context;
    }

    /// Whether it was told what to work on.
    static boolean isTold(StepExecution step) {
        return step.getExecutionContext().containsKey(PARTS);
    }

    static List<String> parts(StepExecution step) {
        return step.getExecutionContext().getString(PARTS).lines().toList();
    }

    /// What the parts' documents say, as far as the step got.
    static List<String> contents(StepExecution step) {
        return List.of(step.getExecutionContext().getString(CONTENTS, "").split("\n", -1));
    }

    Step of(Stage stage) {
        return switch (stage) {
            // an outcome is entered whole or not at all
            case INTAKE ->
                    builder(stage)
                            .tasklet(
                                    tasklet(
                                            stage,
                                            (steps, line) -> {
                                                steps.takeIn(Long.parseLong(line));
                                                return "";
                                            }),
                                    transactions)
                            .build();
            // holds no connection while it works
            case RENDER -> builder(stage).tasklet(tasklet(stage, QuarterlySteps::render)).build();
            case LOAD, RECONCILE, PUBLISH ->
                    throw new IllegalArgumentException(stage + " has no parts");
        };
    }

    private StepBuilder builder(Stage stage) {
        return new StepBuilder(name(stage), repository).observationRegistry(observations);
    }

    /// Something a step does for one of its parts.
    @FunctionalInterface
    private interface Work {
        /// @return what the part's document says
        String run(QuarterlySteps steps, String part) throws Exception;
    }

    private Tasklet tasklet(Stage stage, Work part) {
        return (_, context) -> {
            StepExecution step = context.getStepContext().getStepExecution();
            QuarterlySteps steps = work.apply(step);
            StringBuilder contents = new StringBuilder();
            for (String each : parts(step)) {
                boolean begun = !contents.isEmpty();
                if (step.isTerminateOnly() || (begun && stopping.getAsBoolean())) {
                    throw new JobInterruptedException("asked to stop");
                }
                guard.check();
                contents.append(part.run(steps, each)).append('\n');
                done.accept(stage);
            }
            step.getExecutionContext().putString(CONTENTS, contents.toString());
            return RepeatStatus.FINISHED;
        };
    }
}
