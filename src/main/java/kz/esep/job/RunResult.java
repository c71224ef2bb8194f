package kz.esep.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.findings.Finding;
import kz.esep.language.Sentence;
import kz.esep.plan.Period;
import kz.esep.reconcile.Reconciliation;

/// How a run ended.
public sealed interface RunResult {

    /// The period's reports are there.
    ///
    /// @param folder what readers open: `output/2024-Q4`
    /// @param issue its number, from 1
    /// @param documents how many reports it holds
    /// @param already true if the same inputs had been published before and nothing was to do
    /// @param remarks files in the inbox that could not be taken this time
    /// @param others what else could be reported on: the other plans that have submissions, each
    ///   with its newest period
    record Published(
            Path folder,
            int issue,
            int documents,
            boolean already,
            Reconciliation reconciliation,
            List<Finding> remarks,
            SortedMap<String, Period> others)
            implements RunResult {
        public Published {
            remarks = List.copyOf(remarks);
            others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
        }
    }

    /// No period was named, and no submission names one.
    record NothingReceived() implements RunResult {}

    /// The ministry has no such plan.
    ///
    /// @param known the ids of those it has
    record UnknownPlan(List<String> known) implements RunResult {
        public UnknownPlan {
            known = List.copyOf(known);
        }
    }

    /// Another process runs the job.
    ///
    /// @param process its number, 0 if unknown
    /// @param machine its name, empty if unknown
    record Locked(long process, String machine, Instant since) implements RunResult {
        Locked(RunLock.Holder other) {
            this(other.process(), other.machine(), other.since());
        }
    }

    /// The ministry's own data has errors.
    record Refused(List<Finding> findings) implements RunResult {
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /// The run was asked to stop; the same command goes on with it.
    record Stopped() implements RunResult {}

    /// Rows, claims or figures do not add up: a fault of the program. Nothing was published.
    ///
    /// @param breaks each with what was counted
    record DoesNotClose(List<Sentence> breaks) implements RunResult {
        public DoesNotClose {
            breaks = List.copyOf(breaks);
        }
    }

    /// Something in the machine keeps the run from going on; once it is put right, the same command
    /// goes on.
    record Hindered(Hindrance hindrance) implements RunResult {}

    /// @param step the step's or document's name
    record Failed(String step, String message) implements RunResult {}
}
