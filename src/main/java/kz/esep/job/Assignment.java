package kz.esep.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.intake.SealVerdict;
import kz.esep.ledger.Sha256;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;
import kz.esep.reconcile.Facts;
import kz.esep.report.Provenance;

/// What one run is to do, with everything that decides its outcome: equal assignments give equal
/// bytes.
///
/// @param ledgerHead as quoted in reports
/// @param files the files that the reports speak of
/// @param inputs SHA-256 of the ministry's data and of every template, by path below the home
record Assignment(
        Redaction redaction,
        Period period,
        Instant asOf,
        String ledgerHead,
        boolean demonstration,
        List<Received> files,
        SortedMap<String, String> inputs,
        String fingerprint,
        int issue) {

    static Assignment of(Desk desk, Period period, Instant asOf) throws IOException {
        Facts facts = desk.facts(period, asOf);
        SortedMap<String, String> inputs = inputs(desk.home());
        String fingerprint = fingerprint(desk, facts, inputs);
        return new Assignment(
                facts.redaction(),
                period,
                asOf,
                desk.ledger().quotedHead(),
                facts.files().stream().anyMatch(Assignment::isDemonstration),
                facts.files().stream().map(FileOutcome::received).toList(),
                inputs,
                fingerprint,
                desk.ledger().issueNumber(desk.plan().id(), period, fingerprint));
    }

    Provenance provenance() {
        return new Provenance(
                Version.current(), fingerprint, ledgerHead, asOf, Desk.ZONE, issue, demonstration);
    }

    private static boolean isDemonstration(FileOutcome outcome) {
        return outcome.submission()
                .filter(submission -> submission.seal() == SealVerdict.DEMONSTRATION)
                .isPresent();
    }

    /// The verdicts stand for what no file shows: the keys that seals were checked with.
    private static String fingerprint(Desk desk, Facts facts, SortedMap<String, String> inputs) {
        StringBuilder text = new StringBuilder("esep ").append(Version.current()).append('\n');
        text.append(facts.redaction().plan()).append(' ').append(facts.redaction().id());
        text.append('\n').append(facts.period()).append(' ').append(facts.asOf()).append('\n');
        desk.ledger().head().ifPresent(line -> text.append(line.hash()).append('\n'));
        inputs.forEach((path, sha256) -> text.append(sha256).append(' ').append(path).append('\n'));
        for (FileOutcome outcome : facts.files()) {
            text.append(outcome.received()).append(' ').append(outcome.verdict());
            outcome.submission()
                    .ifPresent(submission -> text.append(' ').append(submission.seal()));
            text.append('\n');
        }
        return Sha256.of(text.toString());
    }

    private static SortedMap<String, String> inputs(Home home) throws IOException {
        SortedMap<String, String> inputs = new TreeMap<>();
        for (Path start : List.of(home.agencies(), home.plan(), home.limits(), home.templates())) {
            if (Files.notExists(start)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(start)) {
                for (Path file : files.filter(Assignment::isInput).toList()) {
                    inputs.put(
                            home.root().relativize(file).toString().replace('\\', '/'),
                            Sha256.of(file));
                }
            }
        }
        return inputs;
    }

    private static boolean isInput(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
    }
}
