package kz.esep.report;

import java.util.Optional;

/// The issue of a period's reports that another one supersedes.
///
/// @param statement what it said; empty where the ledger is older than such statements
public record FormerIssue(int issue, String fingerprint, Optional<Statement> statement) {

    /// As on paper: the first twelve digits.
    public String shortFingerprint() {
        return Provenance.shortened(fingerprint);
    }
}
