package kz.esep.findings;

import static kz.esep.findings.Severity.ERROR;

import java.util.Locale;

/// Every kind of finding, with its severity. The comment of each names the arguments that its words
/// may use.
///
/// A kind is added here together with its words in kk, ru and en; a test proves that none lacks
/// words.
public enum FindingCode {

    // the data that the ministry keeps (plan, register, opening record, decisions)

    /// A data file is not readable or is not YAML or CSV. `problem`.
    DATA_UNREADABLE(ERROR),
    /// A data file breaks its schema. `path`, `problem`.
    DATA_AGAINST_SCHEMA(ERROR),
    /// A data file names an agency, measure or year that does not exist. `path`, `problem`.
    DATA_UNKNOWN_REFERENCE(ERROR);

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
