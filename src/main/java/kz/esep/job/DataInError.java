package kz.esep.job;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;

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

    /// The archive does not have, or not unchanged, what the ledger says it keeps.
    static DataInError archiveLacks(String sha256) {
        return of(FindingCode.ARCHIVE_DAMAGED, Place.file("archive"), "", Map.of("sha256", sha256));
    }

    /// @see Finding#of
    static DataInError of(FindingCode code, Place place, String found, Map<String, ?> values) {
        return new DataInError(List.of(Finding.of(code, place, found, values)));
    }

    public List<Finding> findings() {
        return findings;
    }
}
