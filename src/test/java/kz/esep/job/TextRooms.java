package kz.esep.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.Claim;
import kz.esep.intake.ClaimedStatus;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Letter;
import kz.esep.intake.Received;
import kz.esep.intake.RowCounts;
import kz.esep.intake.SealVerdict;
import kz.esep.intake.Submission;
import kz.esep.ledger.Sha256;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Obligation;
import kz.esep.plan.Period;
import kz.esep.plan.PlanChanges;
import kz.esep.publish.Issues;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.Said;
import kz.esep.report.Provenance;
import kz.esep.report.Receipt;
import kz.esep.report.Reports;

/// Rooms that read and write plain text, so that the job's own behaviour is quick to try: a file is
/// `2024-Q4`, or `2024-Q4 plan`, and a line `measure year status` for each claim.
final class TextRooms implements Workbooks, Papers {

    /// Documents whose writing fails, as a full disk or a kill would make it.
    final Set<String> failing = ConcurrentHashMap.newKeySet();

    final List<String> written = java.util.Collections.synchronizedList(new ArrayList<>());

    /// Documents that were asked what they say before it was known whether they are to be written.
    final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());

    /// Files that were read to their end, claims and all.
    final List<String> read = java.util.Collections.synchronizedList(new ArrayList<>());

    @Override
    public FileOutcome head(Path snapshot, Received received) throws IOException {
        return outcome(snapshot, received).head();
    }

    @Override
    public FileOutcome read(Path snapshot, Received received) throws IOException {
        read.add(received.path());
        return outcome(snapshot, received);
    }

    private static FileOutcome outcome(Path snapshot, Received received) throws IOException {
        List<String> lines = Files.readAllLines(snapshot);
        String[] head = (lines.isEmpty() ? "" : lines.getFirst()).split(" ", -1);
        Optional<Period> period = Period.parse(head[0]);
        if (period.isEmpty()) {
            return new FileOutcome(
                    received,
                    FileOutcome.Verdict.REJECTED,
                    Optional.empty(),
                    RowCounts.NONE,
                    List.of(
                            Finding.of(
                                    FindingCode.INBOX_FILE_UNREADABLE,
                                    Place.file(received.path()),
                                    "",
                                    Map.of("day", LocalDate.of(2024, 12, 31), "count", 3))));
        }
        List<Claim> claims = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", -1);
            claims.add(
                    claim(
                            new Obligation.Key(
                                    Integer.parseInt(words[0]),
                                    Integer.parseInt(words[1]),
                                    received.folder()),
                            ClaimedStatus.valueOf(words[2]),
                            Place.line(received.path(), claims.size() + 2)));
        }
        RowCounts rows = new RowCounts(claims.size() + 1, claims.size(), 0, 1);
        return new FileOutcome(
                received,
                FileOutcome.Verdict.ACCEPTED,
                Optional.of(
                        new Submission(
                                head.length > 1 ? head[1] : "disability-rights-2025",
                                "1142",
                                period.get(),
                                received.folder(),
                                "1",
                                SealVerdict.DEMONSTRATION,
                                Letter.NONE,
                                claims,
                                rows)),
                rows,
                List.of());
    }

    private static Claim claim(Obligation.Key key, ClaimedStatus status, Place place) {
        boolean done = status == ClaimedStatus.DONE;
        LocalDate day = LocalDate.of(key.year(), 12, 20);
        return new Claim(
                key,
                Optional.of(status),
                done ? Optional.of(day) : Optional.empty(),
                done
                        ? new Claim.Evidence(
                                Optional.of(CompletionForm.Kind.INFORMATION),
                                "№ 5",
                                Optional.of(day))
                        : Claim.Evidence.NONE,
                Claim.Actual.NONE,
                Optional.empty(),
                "",
                "said in " + place.file(),
                "",
                Optional.empty(),
                "",
                place);
    }

    @Override
    public Documents documents(
            Reconciliation reconciliation, Provenance provenance, PlanChanges changes) {
        return new Documents() {
            @Override
            public List<String> paths() {
                return List.of("kk/all.txt", "kk/index.txt", "ru/all.txt", "ru/index.txt");
            }

            @Override
            public Said content(String path, Provenance issue) {
                asked.add(path);
                return named(path, issue);
            }

            private Said named(String path, Provenance issue) {
                return path.endsWith("index.txt")
                        ? Said.OF_THE_ISSUE
                        : new Said(Sha256.of(text(path, issue)), new TreeSet<>());
            }

            @Override
            public Optional<String> inputs(String path, Set<String> asked, Provenance issue) {
                return Optional.empty();
            }

            private String text(String path, Provenance issue) {
                return path.endsWith("index.txt")
                        ? issue + "\n"
                        : reconciliation.measures()
                                + "\n"
                                + issue
                                + "\n"
                                + Reports.of(reconciliation, issue).consolidated().reissue()
                                + "\n";
            }

            @Override
            public Said write(String path, Provenance issue, OutputStream out) throws IOException {
                out.write(text(path, issue).getBytes(StandardCharsets.UTF_8));
                if (failing.contains(path)) {
                    throw new IOException("No space left on device");
                }
                written.add(path);
                // as writers of PDF do
                out.close();
                return named(path, issue);
            }
        };
    }

    @Override
    public SortedMap<String, Issues.Content> answer(Receipt receipt, Optional<Path> snapshot) {
        return new TreeMap<>(
                Map.of(
                        "receipt.txt",
                        out ->
                                out.write(
                                        (receipt.outcome().verdict()
                                                        + " "
                                                        + receipt.outcome().received().path()
                                                        + "\n")
                                                .getBytes(StandardCharsets.UTF_8))));
    }
}
