package kz.esep.job;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Removes what Batch remembers of runs long ended; four a year would do no harm, a watcher's
/// thousands would.
final class OldRuns {

    /// Children before parents.
    private static final List<String> TABLES =
            List.of(
                    "batch_step_execution_context where step_execution_id in ("
                            + "select step_execution_id from batch_step_execution where"
                            + " job_execution_id in (select job_execution_id from"
                            + " batch_job_execution where job_instance_id < ?))",
                    "batch_step_execution where job_execution_id in ("
                            + "select job_execution_id from batch_job_execution"
                            + " where job_instance_id < ?)",
                    "batch_job_execution_context where job_execution_id in ("
                            + "select job_execution_id from batch_job_execution"
                            + " where job_instance_id < ?)",
                    "batch_job_execution_params where job_execution_id in ("
                            + "select job_execution_id from batch_job_execution"
                            + " where job_instance_id < ?)",
                    "batch_job_execution where job_instance_id < ?",
                    "batch_job_instance where job_instance_id < ?");

    private final JdbcClient db;
    private final TransactionOperations transaction;

    OldRuns(JdbcClient db, TransactionOperations transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /// To be called when a run has ended well: an unfinished one is then none to go on with.
    ///
    /// @param kept how many of the last job instances stay
    void prune(int kept) {
        Optional<Long> oldestKept =
                db.sql(
                                """
                                select job_instance_id from batch_job_instance
                                order by job_instance_id desc offset ? rows fetch first 1 row only
                                """)
                        .param(kept - 1)
                        .query(Long.class)
                        .optional();
        oldestKept.ifPresent(instance ->
                transaction.executeWithoutResult(_ ->
                        TABLES.forEach(
                                rows -> db.sql("delete from " + rows).param(instance).update())));
    }
}
