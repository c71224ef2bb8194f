package kz.esep.findings;

import static kz.esep.findings.Severity.ERROR;
import static kz.esep.findings.Severity.WARNING;

import java.util.Locale;

/// Every kind of finding, with its severity. The comment of each names the arguments that its words
/// may use.
///
/// A kind is added here together with its words in kk, ru and en; a test proves that none lacks
/// words.
public enum FindingCode {

    // the data that the ministry keeps (plan, register, opening record, decisions); `path` is such
    // as `measures[7].deadline`, `problem` a sentence

    /// A data file is not readable or is not YAML or CSV. `problem`.
    DATA_UNREADABLE(ERROR),
    /// A data file breaks its schema. `path`, `problem`.
    DATA_AGAINST_SCHEMA(ERROR),
    /// A data file names an agency, measure or year that does not exist. `path`, `problem`.
    DATA_UNKNOWN_REFERENCE(ERROR),
    /// Two places of the data contradict each other. `path`, `problem`.
    DATA_CONTRADICTION(ERROR),

    // what reconciliation sees; all name `measure`, `year`, `agency`

    /// The plan in force demands nothing that the row could be about.
    CLAIM_WITHOUT_OBLIGATION(WARNING),
    /// The row is about an obligation that another agency answers for.
    CLAIM_FOR_ANOTHER_AGENCY(ERROR),
    /// Rule C8: what had been done is taken back in words.
    DONE_WITHDRAWN(WARNING),
    /// Rule C8: "not done" after a period that proved it done, without taking it back.
    CLAIM_UNDOES_DONE(WARNING),
    /// Two files received together say different things. `otherPlace`.
    CLAIMS_IN_CONFLICT(WARNING),
    /// Rule A4: the lead says done, a co-executor says not. `lead`, `leadPlace`.
    LEAD_DONE_EXECUTOR_NOT(WARNING),
    /// Rule A4: a co-executor says done, the lead says not. `lead`, `leadPlace`.
    EXECUTOR_DONE_LEAD_NOT(WARNING),

    // the journal of incoming papers, the inbox, the archive

    /// The journal of incoming papers is not readable or is not CSV.
    INCOMING_REGISTER_UNREADABLE(ERROR),
    /// Its first line is not the header. `header`.
    INCOMING_REGISTER_HEADER(ERROR),
    /// A line has too few or too many columns. `columns`, `expected`.
    INCOMING_REGISTER_COLUMNS(ERROR),
    /// A time is missing or not readable.
    INCOMING_REGISTER_TIME(ERROR),
    /// A line names no file.
    INCOMING_REGISTER_PATH(ERROR),
    /// A hash is not 64 hexadecimal digits.
    INCOMING_REGISTER_HASH(ERROR),
    /// A file in the inbox cannot be opened.
    INBOX_FILE_UNREADABLE(ERROR),
    /// A file changed while it was copied; it is taken by the next run.
    INBOX_FILE_STILL_CHANGING(WARNING),
    /// A file was recorded by its hash alone, for it is too large. `megabytes`, `limit`.
    INBOX_FILE_TOO_LARGE(ERROR),
    /// The ledger is not what was once written. `line`.
    LEDGER_BROKEN(ERROR),
    /// A content is missing in the archive, or changed. `sha256`.
    ARCHIVE_DAMAGED(ERROR),

    // the run

    /// No redaction of the plan is in force in the period. `period`, `from`, `to`.
    PERIOD_OUTSIDE_PLAN(ERROR);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /// The code in bundles and reports: `DATA_UNREADABLE` is `data-unreadable`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
