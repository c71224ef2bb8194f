package kz.esep.report;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.intake.RowCounts;
import kz.esep.language.Bilingual;

/// A received file and what became of it.
///
/// @param path relative to the inbox
/// @param agency whose folder it lay in; empty for the inbox's root and unknown folders
/// @param receivedAt in the plan's zone
public record FileRow(
        String path,
        Optional<Bilingual> agency,
        LocalDateTime receivedAt,
        Received.Source source,
        String sha256,
        FileOutcome.Verdict verdict,
        RowCounts rows,
        List<Finding> findings) {
    public FileRow {
        findings = List.copyOf(findings);
    }

    /// Nothing of it was taken.
    public boolean kept() {
        return verdict == FileOutcome.Verdict.HELD || verdict == FileOutcome.Verdict.REJECTED;
    }
}
