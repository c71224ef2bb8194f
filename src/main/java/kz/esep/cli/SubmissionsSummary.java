package kz.esep.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.esep.findings.Finding;
import kz.esep.intake.FileOutcome;
import kz.esep.reconcile.Reconciliation;
import kz.esep.reconcile.Timeliness;

/// Who has submitted, late or not at all, by each cycle; and the files that were not accepted.
final class SubmissionsSummary {

    private final Console console;

    SubmissionsSummary(Console console) {
        this.console = console;
    }

    /// @param remarks what stock-taking could not take
    void print(Reconciliation reconciliation, List<Finding> remarks) {
        Map<String, List<Timeliness>> byCycle = new LinkedHashMap<>();
        for (Timeliness timeliness : reconciliation.timeliness()) {
            byCycle.computeIfAbsent(timeliness.cycle().id(), _ -> new java.util.ArrayList<>())
                    .add(timeliness);
        }
        byCycle.values().forEach(rows -> cycle(rows, reconciliation));
        List<FileOutcome> kept =
                reconciliation.facts().files().stream()
                        .filter(file -> file.submission().isEmpty())
                        .toList();
        if (!kept.isEmpty() || !remarks.isEmpty()) {
            console.line();
            console.say("cli.summary.files", Map.of("count", kept.size() + remarks.size()));
            kept.forEach(this::file);
            remarks.forEach(this::remark);
        }
    }

    private void cycle(List<Timeliness> rows, Reconciliation reconciliation) {
        console.line();
        console.say(
                "cli.summary.cycle",
                Map.of(
                        "basis", rows.getFirst().cycle().basis(),
                        "due", rows.getFirst().due(),
                        "onTime", count(rows, Timeliness.Standing.ON_TIME),
                        "all", rows.size()));
        for (Timeliness row : rows) {
            if (row.standing() != Timeliness.Standing.ON_TIME) {
                console.say(
                        "cli.summary." + row.standing().name().toLowerCase(Locale.ROOT),
                        Map.of(
                                "agency",
                                        reconciliation
                                                .facts()
                                                .register()
                                                .get(row.agency())
                                                .shortName(),
                                "id", row.agency(),
                                "days", row.daysLate()));
            }
        }
    }

    private static long count(List<Timeliness> rows, Timeliness.Standing standing) {
        return rows.stream().filter(row -> row.standing() == standing).count();
    }

    private void file(FileOutcome file) {
        console.say(
                "cli.summary.file",
                Map.of(
                        "path", file.received().path(),
                        "verdict",
                                console.speech()
                                        .say(
                                                "report.verdict."
                                                        + file.verdict()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT)
                                                                .replace('_', '-')),
                        "reason",
                                file.findings().isEmpty() ? "" : what(file.findings().getFirst())));
        if (file.verdict() == FileOutcome.Verdict.HELD) {
            console.say("cli.admit.hint", Map.of("sha", file.received().sha256().substring(0, 12)));
        }
    }

    private void remark(Finding finding) {
        console.say(
                "cli.summary.remark",
                Map.of("path", finding.place().toString(), "reason", what(finding)));
    }

    private String what(Finding finding) {
        return console.speech()
                .say("finding." + finding.code().key() + ".what", finding.arguments());
    }
}
