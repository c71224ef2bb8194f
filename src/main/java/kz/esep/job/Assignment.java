package kz.esep.job;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.intake.SealVerdict;
import kz.esep.ledger.Sha256;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;
import kz.esep.publish.Manifest;
import kz.esep.report.FormerIssue;
import kz.esep.report.Provenance;

/// What one run is to do, with everything that decides its outcome: equal assignments give equal
/// bytes.
///
/// @param head the last line of the ledger that brought something in
/// @param zone in which the ministry's days begin and end
/// @param files the files that the reports speak of
/// @param inputs SHA-256 of the ministry's data and of every template, by path below the home
/// @param supersedes the issue before, as the ledger and the archive know it
/// @param like the manifest of the issue that is to be made again, byte for byte
record Assignment(
        Redaction redaction,
        Period period,
        Instant asOf,
        Manifest.Head head,
        ZoneId zone,
        boolean demonstration,
        List<Received> files,
        SortedMap<String, String> inputs,
        String fingerprint,
        int issue,
        Optional<FormerIssue> supersedes,
        Optional<Manifest> like) {

    /// @throws DataInError if an issue is to be made again and its inputs are no longer the same
    static Assignment of(Desk desk, Period period, Instant asOf) throws IOException {
        Redaction redaction = desk.fulfilment().redaction(period);
        List<FileOutcome> files = desk.fulfilment().concerned(period, asOf);
        SortedMap<String, String> inputs = Inputs.hashes(desk.home());
        String fingerprint = fingerprint(desk, redaction, period, asOf, files, inputs);
        Optional<Manifest> like = desk.like();
        if (like.filter(manifest -> !manifest.fingerprint().equals(fingerprint)).isPresent()) {
            throw new DataInError(
                    List.of(
                            Finding.of(
                                    FindingCode.MANIFEST_INPUTS_DIFFER,
                                    Place.file(Manifest.NAME))));
        }
        int issue =
                like.map(Manifest::issue)
                        .orElseGet(() ->
                                desk.allIssues()
                                        .issueNumber(desk.plan().id(), period, fingerprint));
        return new Assignment(
                redaction,
                period,
                asOf,
                desk.ledger()
                        .head()
                        .map(line -> new Manifest.Head(line.number(), line.hash()))
                        .orElse(new Manifest.Head(0, "")),
                desk.home().settings().zone(),
                files.stream().anyMatch(Assignment::isDemonstration),
                files.stream().map(FileOutcome::received).toList(),
                inputs,
                fingerprint,
                issue,
                FormerIssues.before(desk, period, issue),
                like);
    }

    Provenance provenance() {
        return new Provenance(
                Version.current(),
                fingerprint,
                head.quoted(),
                asOf,
                zone,
                issue,
                demonstration,
                Version.code(),
                inputs,
                supersedes);
    }

    private static boolean isDemonstration(FileOutcome outcome) {
        return outcome.submission()
                .filter(submission -> submission.seal() == SealVerdict.DEMONSTRATION)
                .isPresent();
    }

    /// The code stands beside the version: without it, a mended program would call a report from
    /// before the same. The verdicts stand for what no file shows: the keys that seals were checked
    /// with.
    private static String fingerprint(
            Desk desk,
            Redaction redaction,
            Period period,
            Instant asOf,
            List<FileOutcome> files,
            SortedMap<String, String> inputs) {
        StringBuilder text = new StringBuilder("esep ");
        text.append(Version.current()).append(' ').append(Version.code()).append('\n');
        text.append(redaction.plan()).append(' ').append(redaction.id());
        text.append('\n').append(period).append(' ').append(asOf).append('\n');
        text.append(desk.home().settings().zone()).append('\n');
        desk.ledger().head().ifPresent(line -> text.append(line.hash()).append('\n'));
        inputs.forEach((path, sha256) -> text.append(sha256).append(' ').append(path).append('\n'));
        for (FileOutcome outcome : files) {
            text.append(outcome.received()).append(' ').append(outcome.verdict());
            outcome.submission()
                    .ifPresent(submission -> text.append(' ').append(submission.seal()));
            text.append('\n');
        }
        return Sha256.of(text.toString());
    }
}
