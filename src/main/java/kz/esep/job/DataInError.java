package kz.esep.job;

import java.util.List;
import java.util.stream.Collectors;
import kz.esep.findings.Finding;

/// The ministry's own data has errors; nothing runs on such data.
public final class DataInError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    DataInError(List<Finding> findings) {
        super(
                findings.stream()
                        .map(finding -> finding.place() + " " + finding.code().key())
                        .collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
