package kz.esep.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// From what a report was made, as printed on it. No path, host or wall-clock time belongs here.
///
/// @param version of the program
/// @param fingerprint SHA-256 of all inputs, lower-case hex
/// @param ledgerHead the ledger's last line that is an input: its number and hash
/// @param zone the plan's zone, in which as-of is printed
/// @param issue the how-manieth issue of the period's reports this is, from 1
/// @param demonstration made from demonstration data, which every page has to say
/// @param code SHA-256 of what the program was built from
/// @param inputs SHA-256 of plan, register, templates, by path
/// @param supersedes the issue before this one; empty for a period's first
public record Provenance(
        String version,
        String fingerprint,
        String ledgerHead,
        Instant asOf,
        ZoneId zone,
        int issue,
        boolean demonstration,
        String code,
        SortedMap<String, String> inputs,
        Optional<FormerIssue> supersedes) {

    private static final int SHORT = 12;

    public Provenance {
        inputs = new TreeMap<>(inputs);
    }

    /// The first twelve digits of the fingerprint: enough to tell two issues apart on paper.
    public String shortFingerprint() {
        return shortened(fingerprint);
    }

    static String shortened(String fingerprint) {
        return fingerprint.substring(0, Math.min(SHORT, fingerprint.length()));
    }

    /// Of the period's first issue, by the same program.
    public Provenance of(int first, String itsFingerprint, String itsLedgerHead, Instant itsAsOf) {
        return new Provenance(
                version,
                itsFingerprint,
                itsLedgerHead,
                itsAsOf,
                zone,
                first,
                demonstration,
                code,
                inputs,
                Optional.empty());
    }
}
