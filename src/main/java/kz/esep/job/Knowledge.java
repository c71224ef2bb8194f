package kz.esep.job;

import java.nio.file.Path;

/// As of which line of the ledger everything is seen.
public sealed interface Knowledge {

    /// After a stock-taking.
    record Today() implements Knowledge {}

    /// When a line of the ledger was its last one: later files, register lines, decisions and
    /// changes of the plan do not exist. Templates are today's.
    record UpTo(long line) implements Knowledge {}

    /// As an issue's manifest says: also with the templates of its time.
    record Like(Path manifest) implements Knowledge {}
}
