package kz.esep.job;

import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.step.Step;

/// Spreads the parts of a stage over other machines.
interface Spread {

    /// Makes ready for a new start of the job: what a dead run asked for is no longer wanted.
    void clearTheWay();

    /// @param part does a part on this machine, where no other can
    PartitionHandler over(Stage stage, Step part);
}
