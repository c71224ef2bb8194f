package kz.esep.report;

import java.util.List;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Severity;

/// The register of findings: those of files in the order of receipt, then those of reconciliation.
///
/// @param codes how often each occurs
public record FindingsReport(
        Cover cover,
        List<FindingRow> findings,
        Tally<Severity> severities,
        Tally<FindingCode> codes) {
    public FindingsReport {
        findings = List.copyOf(findings);
    }
}
