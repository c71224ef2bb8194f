package kz.esep.findings;

/// How bad a finding is.
public enum Severity {
    /// Something is refused or contradicts the rules; somebody has to mend it.
    ERROR,
    /// Something is doubtful and was taken as it stands.
    WARNING,
    /// A leniency used or a fact worth knowing.
    INFO
}
