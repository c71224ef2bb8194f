package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.ledger.Archive;
import kz.esep.ledger.Entry;
import kz.esep.ledger.LedgerFile;
import kz.esep.ledger.Line;
import kz.esep.ledger.Sha256;
import kz.esep.plan.Period;
import kz.esep.publish.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A past report is made again from the inputs of its time, whatever came later.
class PastReportTest {

    private static final Instant NOW = Instant.parse("2025-03-30T06:00:00Z");
    private static final Period Q4 = Period.quarter(2024, 4);
    private static final Optional<Instant> FEBRUARY =
            Optional.of(Instant.parse("2025-02-01T00:00:00Z"));

    @TempDir Path folder;
    private Home home = new Home(Path.of(""));
    private final TextRooms rooms = new TextRooms();

    /// Something that happens after a report, and may change what the next one says.
    @FunctionalInterface
    private interface Event {
        void happen() throws IOException;
    }

    @BeforeEach
    void settle() throws IOException {
        home = new Home(folder);
        Files.createDirectories(home.plan());
        Files.createDirectories(home.templates());
        Files.writeString(home.templates().resolve("page.txt"), "first layout");
        Files.copy(Path.of("input/agencies.yaml"), home.agencies());
        try (Stream<Path> files = Files.list(Path.of("input/plan"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, home.plan().resolve(file.getFileName()));
            }
        }
        lay("abai/form.txt", "2024-Q4\n2 2024 DONE\n");
        lay("mz/form.txt", "2024-Q4\n2 2024 IN_PROGRESS\n72 2024 IN_PROGRESS\n");
        Files.writeString(
                home.incomingRegister(),
                """
                incoming_number,received_at,sender,path,sha256
                1,08.01.2025 10:00,Абай облысы,abai/form.txt,
                2,09.01.2025 10:00,МЗ,mz/form.txt,
                """);
    }

    @Test
    void everyIssueIsMadeAgainByteForByteWhateverCameLater() throws IOException {
        List<Event> events =
                List.of(
                        () -> {},
                        // a correction, which the chancellery registers later
                        () -> lay("mz/form-2.txt", "2024-Q4\n2 2024 DONE\n"),
                        () -> register("3,10.01.2025 09:00,МЗ,mz/form-2.txt,\n"),
                        // the chancellery puts a time right, the ministry decides
                        () -> {
                            register("4,20.01.2025 09:00,Абай облысы,abai/form.txt,\n");
                            decide();
                        },
                        // everything else that the ministry keeps, and a layout
                        () -> {
                            Files.writeString(
                                    home.plan().resolve("opening.csv"),
                                    "3,2023,mz,unsettled,,,,\n",
                                    StandardOpenOption.APPEND);
                            edit(
                                    "disability-rights-2025.r1142.yaml",
                                    "days-after-end: 10",
                                    "days-after-end: 12");
                            Files.delete(home.plan().resolve("holidays.yaml"));
                            Files.writeString(home.templates().resolve("page.txt"), "another");
                        });
        List<Map<String, String>> issues = new ArrayList<>();
        List<Path> manifests = new ArrayList<>();
        for (Event event : events) {
            event.happen();
            RunResult.Published published = (RunResult.Published) run(today());
            int number = issues.size() + 1;
            assertThat(published.issue()).isEqualTo(number);
            issues.add(tree(issue(number)));
            manifests.add(
                    Files.copy(
                            issue(number).resolve(Manifest.NAME),
                            folder.resolve("manifest-" + number + ".json")));
        }
        delete(home.output());
        // today's data may even be in error
        edit("decisions.yaml", "kind: accept", "kind: forget");
        String ledger = Files.readString(home.ledger());

        for (int number = events.size(); number > 0; number--) {
            RunResult.Published again =
                    (RunResult.Published) run(QuarterlyRun.Order.like(manifests.get(number - 1)));
            assertThat(again.already()).isFalse();
            assertThat(again.folder()).isEqualTo(issue(number));
            assertThat(tree(issue(number)))
                    .as("issue %d", number)
                    .isEqualTo(issues.get(number - 1));
        }
        assertThat(run(QuarterlyRun.Order.like(issue(1))))
                .isInstanceOfSatisfying(
                        RunResult.Published.class, there -> assertThat(there.already()).isTrue());
        assertThat(Files.readString(home.ledger())).isEqualTo(ledger);
        assertThat(home.output().resolve("2024-Q4")).doesNotExist();
        assertThat(home.receipts()).doesNotExist();
    }

    @Test
    void saysWhichIssueItSupersedesAndWhatChangedSince() throws IOException {
        run(today());
        lay("mz/form-2.txt", "2024-Q4\n2 2024 DONE\n");
        register("3,10.01.2025 09:00,МЗ,mz/form-2.txt,\n");
        decide();
        Files.writeString(home.templates().resolve("page.txt"), "another");
        run(today());

        Manifest first = Manifest.in(issue(1)).orElseThrow();
        Manifest second = Manifest.in(issue(2)).orElseThrow();
        assertThat(first.supersedes()).isNull();
        assertThat(second.supersedes()).isEqualTo(new Manifest.Former(1, first.fingerprint()));
        assertThat(first.statuses()).containsEntry("2/2024/mz", "OVERDUE");
        assertThat(second.statuses()).containsEntry("2/2024/mz", "DONE_ON_TIME");
        assertThat(second.decisions())
                .containsAll(first.decisions())
                .contains("72/2024/mz 2025-01-25 take-off-control");
        assertThat(Files.readString(issue(1).resolve("kk/all.txt"))).endsWith("Optional.empty\n");
        assertThat(Files.readString(issue(2).resolve("kk/all.txt")))
                .contains(
                        "was=Optional[OVERDUE], is=Optional[DONE_ON_TIME]",
                        "FileChange[event=CORRECTED, path=mz/form-2.txt",
                        "DecisionChange[key=Key[measure=72, year=2024, agency=mz]",
                        "inputs={DECISIONS=1, TEMPLATES=1}");

        // whatever lies in output: the ledger and the archive know
        delete(home.output());
        lay("abai/form-2.txt", "2024-Q4\n2 2024 IN_PROGRESS\n");
        register("4,11.01.2025 09:00,Абай облысы,abai/form-2.txt,\n");
        run(today());
        assertThat(Manifest.in(issue(3)).orElseThrow().supersedes())
                .isEqualTo(new Manifest.Former(2, second.fingerprint()));
        assertThat(Files.readString(issue(3).resolve("kk/all.txt")))
                .contains("event=CORRECTED, path=abai/form-2.txt");
    }

    @Test
    void theLedgersHeadDecidesWhatWasKnown() throws IOException {
        run(today());
        Map<String, String> first = tree(issue(1));
        long head = Manifest.in(issue(1)).orElseThrow().ledgerHead().line();
        lay("mz/form-2.txt", "2024-Q4\n2 2024 DONE\n");
        register("3,10.01.2025 09:00,МЗ,mz/form-2.txt,\n");
        decide();
        run(today());

        RunResult.Published before =
                (RunResult.Published)
                        run(
                                new QuarterlyRun.Order(
                                        Optional.empty(),
                                        Optional.of(Q4),
                                        FEBRUARY,
                                        new Knowledge.UpTo(head)));

        assertThat(before.issue()).isEqualTo(1);
        assertThat(tree(issue(1))).isEqualTo(first);
        assertThat(before.reconciliation().facts().decisions()).hasSize(5);
        assertThat(before.reconciliation().facts().files()).hasSize(2);
    }

    @Test
    void theMinistrysDataEnterTheLedgerOnceForEachContent() throws IOException {
        Desk.open(home, clock(), (_, _) -> rooms);
        Desk.open(home, clock(), (_, _) -> rooms);
        decide();
        Files.delete(home.plan().resolve("holidays.yaml"));
        Desk.open(home, clock(), (_, _) -> rooms);

        String decisions = Sha256.of(home.plan().resolve("decisions.yaml"));
        assertThat(recorded())
                .extracting(Entry.Recorded::path)
                .containsExactly(
                        "input/agencies.yaml",
                        "input/plan/decisions.yaml",
                        "input/plan/disability-rights-2025.r1142.yaml",
                        "input/plan/holidays.yaml",
                        "input/plan/opening.csv",
                        "input/plan/decisions.yaml",
                        "input/plan/holidays.yaml");
        assertThat(recorded().subList(5, 7))
                .extracting(Entry.Recorded::sha256)
                .containsExactly(decisions, "");
    }

    @Test
    void refusesWhatCannotBeMadeAgainAndSaysWhy() throws IOException {
        run(today());
        Path manifest = issue(1).resolve(Manifest.NAME);
        String text = Files.readString(manifest);
        Manifest first = Manifest.in(manifest).orElseThrow();

        assertThat(refusal(folder.resolve("nowhere.json")))
                .isEqualTo(FindingCode.MANIFEST_UNREADABLE);
        assertThat(refusal(written("{"))).isEqualTo(FindingCode.MANIFEST_UNREADABLE);
        assertThat(refusal(written(text.replace(first.version(), "9.9.9"))))
                .isEqualTo(FindingCode.MANIFEST_OTHER_VERSION);
        assertThat(refusal(written(text.replace(first.code(), "0".repeat(64)))))
                .isEqualTo(FindingCode.MANIFEST_OTHER_VERSION);
        assertThat(refusal(written(text.replace(first.ledgerHead().hash(), "0".repeat(64)))))
                .isEqualTo(FindingCode.MANIFEST_OTHER_LEDGER);
        assertThat(refusal(written(text.replace(first.fingerprint(), "0".repeat(64)))))
                .isEqualTo(FindingCode.MANIFEST_INPUTS_DIFFER);
        assertThat(
                        refusal(
                                written(
                                        text.replace(
                                                first.inputs().get("input/plan/opening.csv"),
                                                "0".repeat(64)))))
                .isEqualTo(FindingCode.ARCHIVE_DAMAGED);
        for (long line : List.of(-1L, 0L, 99L)) {
            assertThat(
                            code(
                                    run(
                                            new QuarterlyRun.Order(
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    new Knowledge.UpTo(line)))))
                    .isEqualTo(FindingCode.LEDGER_LINE_UNKNOWN);
        }
    }

    @Test
    void theLedgerNamesEachIssuesManifestAndTheArchiveKeepsIt() throws IOException {
        run(today());
        Path manifest = issue(1).resolve(Manifest.NAME);

        Entry.Issued issued = new LedgerFile(home.ledger()).read().issues().getFirst();
        assertThat(issued.manifest()).isEqualTo(Sha256.of(manifest));
        assertThat(new Archive(home.archive()).find(issued.manifest()))
                .hasValueSatisfying(kept -> assertThat(kept).hasSameBinaryContentAs(manifest));
        assertThat(Manifest.in(manifest)).map(Manifest::code).contains(Version.code());
        assertThat(Version.code()).matches("[0-9a-f]{64}");
    }

    @Test
    void publishesNothingThatIsNotWhatTheManifestSays() throws IOException {
        run(today());
        String text = Files.readString(issue(1).resolve(Manifest.NAME));
        String document = Sha256.of(issue(1).resolve("kk/all.txt"));
        Path wrong = written(text.replace(document, "0".repeat(64)));
        delete(home.output());

        assertThat(run(QuarterlyRun.Order.like(wrong)))
                .isEqualTo(
                        new RunResult.Failed(
                                "publish",
                                "java.lang.IllegalStateException: Made again, the issue is not"
                                        + " what its manifest says: [kk/all.txt, ru/all.txt]"));
        assertThat(issue(1)).doesNotExist();
    }

    private FindingCode refusal(Path manifest) {
        return code(run(QuarterlyRun.Order.like(manifest)));
    }

    private static FindingCode code(RunResult result) {
        List<Finding> findings = ((RunResult.Refused) result).findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst().code();
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("other.json"), text);
    }

    private QuarterlyRun.Order today() {
        return new QuarterlyRun.Order(Optional.empty(), Optional.of(Q4), FEBRUARY);
    }

    private RunResult run(QuarterlyRun.Order order) {
        return new QuarterlyRun(home, clock(), (_, _) -> rooms, _ -> rooms, (_, _, _) -> {})
                .run(order);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private Path issue(int number) {
        return home.output().resolve(".issues/2024-Q4-" + number);
    }

    private List<Entry.Recorded> recorded() {
        return new LedgerFile(home.ledger())
                .read().lines().stream()
                        .map(Line::entry)
                        .filter(Entry.Recorded.class::isInstance)
                        .map(Entry.Recorded.class::cast)
                        .toList();
    }

    private void lay(String path, String content) throws IOException {
        Path file = home.inbox().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void register(String line) throws IOException {
        Files.writeString(home.incomingRegister(), line, StandardOpenOption.APPEND);
    }

    private void decide() throws IOException {
        Files.writeString(
                home.plan().resolve("decisions.yaml"),
                """

                  - measure: 72
                    year: 2024
                    agency: mz
                    kind: take-off-control
                    date: 2025-01-25
                    document: {kk: № 7 хат, ru: Письмо № 7}
                    reason: {kk: Қажет емес., ru: Не требуется.}
                """,
                StandardOpenOption.APPEND);
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = home.plan().resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                            .toList()) {
                tree.put(root.relativize(file).toString(), Sha256.of(file));
            }
        }
        return tree;
    }
}
