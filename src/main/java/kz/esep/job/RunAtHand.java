package kz.esep.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import kz.esep.findings.Finding;
import kz.esep.ledger.OutcomeTables;
import kz.esep.plan.Period;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

/// The run that a worker works for, with everything that its parts are made from: read from the
/// shared folder as the manager read it.
final class RunAtHand {

    private static final Logger LOG = LoggerFactory.getLogger(RunAtHand.class);

    /// A shared folder may show what another machine wrote some seconds later.
    private static final int LOOKS = 6;

    private static final long MILLIS_BETWEEN_LOOKS = 3_000;

    private final Home home;
    private final Workbooks.Opening workbooks;
    private final Papers.Opening papers;
    private final OutcomeTables tables;
    private final Consumer<Assignment> joined;
    private @Nullable Known known;

    /// @param joined hears of each run that is begun
    RunAtHand(
            Home home,
            Workbooks.Opening workbooks,
            Papers.Opening papers,
            OutcomeTables tables,
            Consumer<Assignment> joined) {
        this.home = home;
        this.workbooks = workbooks;
        this.papers = papers;
        this.tables = tables;
        this.joined = joined;
    }

    /// @param execution of the job: what lies in the home is looked at anew for each
    private record Known(long execution, String fingerprint, QuarterlySteps steps) {}

    /// What is to be worked on follows from something that is not the same here.
    ///
    /// @param findings what is wrong with the data here, if that is the matter
    record OtherInputs(List<Finding> findings) {
        OtherInputs {
            findings = List.copyOf(findings);
        }
    }

    /// @return empty if the part may be worked on here
    synchronized Optional<OtherInputs> open(StepExecution step, String fingerprint)
            throws IOException, InterruptedException {
        long execution = step.getJobExecution().getId();
        JobParameters parameters = step.getJobExecution().getJobParameters();
        if (!fingerprint.equals(parameters.getString("fingerprint"))) {
            // a request of another database
            return Optional.of(new OtherInputs(List.of()));
        }
        if (known != null && known.execution() == execution) {
            return Optional.empty();
        }
        OtherInputs different = new OtherInputs(List.of());
        for (int look = 1; look <= LOOKS; look++) {
            try {
                Optional<QuarterlySteps> steps = steps(parameters, fingerprint);
                if (steps.isPresent()) {
                    known = new Known(execution, fingerprint, steps.get());
                    return Optional.empty();
                }
            } catch (DataInError e) {
                different = new OtherInputs(e.findings());
            }
            LOG.info("The inputs are not the manager's, at look {} of {}", look, LOOKS);
            if (look < LOOKS) {
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            }
        }
        return Optional.of(different);
    }

    private Optional<QuarterlySteps> steps(JobParameters parameters, String fingerprint)
            throws IOException {
        Optional<Desk> desk = Desk.beside(home, workbooks).with(text(parameters, "plan"));
        if (desk.isEmpty()) {
            return Optional.empty();
        }
        Assignment assignment =
                Assignment.of(
                        desk.get(),
                        Period.parse(text(parameters, "period")).orElseThrow(),
                        Instant.parse(text(parameters, "as-of")));
        if (!assignment.fingerprint().equals(fingerprint)) {
            return Optional.empty();
        }
        joined.accept(assignment);
        return Optional.of(new QuarterlySteps(desk.get(), assignment, papers.open(home), tables));
    }

    private static String text(JobParameters parameters, String name) {
        return Objects.requireNonNull(parameters.getString(name));
    }

    /// To be called for what was opened.
    synchronized QuarterlySteps steps(StepExecution step) {
        Known run = known;
        if (run == null || run.execution() != step.getJobExecution().getId()) {
            throw new UncheckedIOException(
                    new IOException("The run of " + step.getStepName() + " is no longer at hand"));
        }
        return run.steps();
    }
}
