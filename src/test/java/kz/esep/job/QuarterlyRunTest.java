package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.findings.FindingCode;
import kz.esep.intake.Claim;
import kz.esep.intake.Received;
import kz.esep.ledger.Sha256;
import kz.esep.plan.Period;
import kz.esep.reconcile.Reachable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The whole job on the real plan and register; intake and render speak plain text here.
@ParameterizedClass
@EnumSource(Vendor.class)
class QuarterlyRunTest {

    private static final Instant NOW = Instant.parse("2025-01-30T06:00:00Z");
    private static final Period Q4 = Period.quarter(2024, 4);

    @Parameter Vendor vendor = Vendor.H2;

    @TempDir Path folder;
    private Home home;
    private final TextRooms rooms = new TextRooms();
    private final List<String> progress = new ArrayList<>();

    @BeforeEach
    void settle() throws IOException {
        home = settled("home");
    }

    @Test
    void publishesTheNewestPeriodAsOfItsNewestSubmission() throws IOException {
        RunResult.Published published = (RunResult.Published) run(home);

        assertThat(published.folder()).isEqualTo(home.output().resolve("2024-Q4"));
        assertThat(published.issue()).isEqualTo(1);
        assertThat(published.already()).isFalse();
        assertThat(published.reconciliation().facts().asOf())
                .isEqualTo(Instant.parse("2025-01-09T05:00:00Z"));
        assertThat(tree(home.output()).keySet())
                .contains(
                        "2024-Q4/kk/all.txt",
                        "2024-Q4/manifest.json",
                        "2024-Q4/ru/index.txt",
                        "receipts/mz/20250109T1000-"
                                + Sha256.of("2024-Q4\n2 2024 DONE\n").substring(0, 12)
                                + "/receipt.txt",
                        "receipts/_unassigned/20250130T1100-"
                                + Sha256.of("garbage").substring(0, 12)
                                + "/receipt.txt")
                .noneMatch(path -> path.startsWith(".staging/"));
        assertThat(Files.readSymbolicLink(home.output().resolve("2024-Q4")))
                .isEqualTo(Path.of(".issues/2024-Q4-1"));
        assertThat(progress)
                .startsWith("LOAD 0/1", "LOAD 1/1", "INTAKE 0/4")
                .endsWith("RENDER 4/4", "PUBLISH 0/1", "PUBLISH 1/1");
    }

    @Test
    void givesTheSameBytesAgainAndDoublesNoRow() throws IOException, SQLException {
        run(home);
        Map<String, String> first = tree(home.output());
        String ledger = Files.readString(home.ledger());

        RunResult.Published again = (RunResult.Published) run(home);

        assertThat(again.already()).isTrue();
        assertThat(tree(home.output())).isEqualTo(first);
        assertThat(Files.readString(home.ledger())).isEqualTo(ledger);
        assertThat(count("file_outcome")).isEqualTo(4);
        assertThat(count("claim")).isEqualTo(4);
    }

    @Test
    void givesTheSameBytesWhereThePublishedFolderWasHarmed() throws IOException, SQLException {
        run(home);
        Map<String, String> first = tree(home.output());
        Files.writeString(home.output().resolve("2024-Q4/ru/all.txt"), "harmed");

        RunResult.Published again = (RunResult.Published) run(home);

        assertThat(again.already()).isFalse();
        assertThat(tree(home.output())).isEqualTo(first);
        assertThat(count("claim")).isEqualTo(4);
    }

    @Test
    void goesOnAfterAFailureAndWritesOnlyWhatIsMissing() throws IOException {
        Home undisturbed = settled("undisturbed");
        run(undisturbed);
        rooms.written.clear();

        rooms.failing.add("ru/all.txt");
        assertThat(run(home))
                .isEqualTo(new RunResult.Hindered(new Hindrance.DiskFull(home.root().toString())));
        assertThat(home.output().resolve("2024-Q4")).doesNotExist();
        rooms.failing.clear();
        assertThat(run(home)).isInstanceOf(RunResult.Published.class);

        assertThat(rooms.written)
                .containsExactlyInAnyOrder(
                        "kk/all.txt", "kk/index.txt", "ru/index.txt", "ru/all.txt");
        assertThat(tree(home.output())).isEqualTo(tree(undisturbed.output()));
    }

    @Test
    void losesNothingWithTheDatabase() throws IOException, SQLException {
        rooms.failing.add("kk/all.txt");
        run(home);
        rooms.failing.clear();
        vendor.lose(home);
        Home undisturbed = settled("undisturbed");

        assertThat(run(home)).isInstanceOf(RunResult.Published.class);
        run(undisturbed);

        assertThat(tree(home.output())).isEqualTo(tree(undisturbed.output()));
    }

    @Test
    void numbersIssuesByTheirInputsAndKeepsTheOldOne() throws IOException {
        run(home);
        Map<String, String> first = tree(home.output().resolve(".issues/2024-Q4-1"));
        lay(home, "akmola/form.txt", "2024-Q4\n2 2024 IN_PROGRESS\n");

        RunResult.Published second = (RunResult.Published) run(home);

        assertThat(second.issue()).isEqualTo(2);
        assertThat(second.reconciliation().facts().asOf()).isEqualTo(NOW);
        assertThat(Files.readSymbolicLink(home.output().resolve("2024-Q4")))
                .isEqualTo(Path.of(".issues/2024-Q4-2"));
        assertThat(tree(home.output().resolve(".issues/2024-Q4-1"))).isEqualTo(first);
    }

    @Test
    void knowsAtAnEarlierAsOfOnlyWhatHadCome() {
        RunResult.Published published =
                (RunResult.Published)
                        new QuarterlyRun(home, clock(), (_, _) -> rooms, _ -> rooms, this::heard)
                                .run(
                                        new QuarterlyRun.Order(
                                                Optional.empty(),
                                                Optional.of(Q4),
                                                Optional.of(
                                                        Instant.parse("2025-01-08T00:00:00Z"))));

        assertThat(published.reconciliation().facts().files())
                .extracting(outcome -> outcome.received().path())
                .containsExactly("abai/form.txt", "garbage.txt");
    }

    /// The others' rows and answers are there, made from the same.
    @Test
    void entersOnlyTheLateFile() throws IOException, SQLException {
        run(home);
        Map<String, String> answers = tree(home.receipts());
        rooms.read.clear();
        lay(home, "akmola/late.txt", "2024-Q4\n2 2024 DONE\n");

        RunResult.Published published = (RunResult.Published) run(home);

        assertThat(published.issue()).isEqualTo(2);
        assertThat(published.reconciliation().conservation().accepted()).isEqualTo(5);
        assertThat(rooms.read).containsExactly("akmola/late.txt");
        assertThat(count("claim")).isEqualTo(5);
        assertThat(tree(home.receipts())).containsAllEntriesOf(answers).hasSize(answers.size() + 1);
    }

    /// The last quarter's claims are compared with this one's; those before are in no report. Where
    /// nothing is to be done, only figures are told.
    @Test
    void holdsOnlyTheClaimsThatReportsQuote() throws IOException {
        lay(home, "abai/form-0.txt", "2024-Q2\n2 2024 IN_PROGRESS\n");
        Files.writeString(
                home.incomingRegister(),
                "4,08.07.2024 10:00,Абай облысы,abai/form-0.txt,\n",
                StandardOpenOption.APPEND);

        RunResult.Published published = (RunResult.Published) run(home);
        RunResult.Published again = (RunResult.Published) run(home);

        assertThat(words(published))
                .containsExactlyInAnyOrder(
                        "abai/form-2.txt: said in abai/form-2.txt",
                        "abai/form-2.txt: said in abai/form-2.txt",
                        "mz/form.txt: said in mz/form.txt");
        assertThat(Reachable.count(Claim.class, published.reconciliation())).isEqualTo(3);
        assertThat(published.reconciliation().conservation().accepted()).isEqualTo(5);
        assertThat(again.already()).isTrue();
        assertThat(Reachable.count(Claim.class, again.reconciliation())).isEqualTo(3);
        assertThat(words(again)).hasSize(3).allMatch(words -> words.endsWith(".txt: …"));
        assertThat(again.reconciliation().conservation())
                .isEqualTo(published.reconciliation().conservation());
    }

    private static List<String> words(RunResult.Published published) {
        return published.reconciliation().assessments().stream()
                .flatMap(unit -> unit.claim().stream())
                .map(filed -> filed.claim().place().file() + ": " + filed.claim().progressRu())
                .toList();
    }

    /// A report whose sums do not close is not published, and the next run trusts no row.
    @Test
    void entersEverythingAnewAfterTheDatabaseLostAClaim() throws IOException, SQLException {
        run(home);
        try (Connection db = Vendor.connect(home);
                Statement statement = db.createStatement()) {
            assertThat(
                            statement.executeUpdate(
                                    "delete from claim where line in (select line from submission where agency = 'mz')"))
                    .isEqualTo(1);
        }
        lay(home, "akmola/late.txt", "2024-Q4\n2 2024 DONE\n");

        assertThat(run(home)).isInstanceOf(RunResult.DoesNotClose.class);
        RunResult.Published published = (RunResult.Published) run(home);

        assertThat(published.issue()).isEqualTo(2);
        assertThat(published.reconciliation().conservation().accepted()).isEqualTo(5);
        assertThat(count("claim")).isEqualTo(5);
    }

    /// What the journal says later is not what the row was made from.
    @Test
    void entersAFileAnewThatCameOtherwise() throws IOException, SQLException {
        run(home);
        rooms.read.clear();
        Files.writeString(
                home.incomingRegister(),
                Files.readString(home.incomingRegister()).replace("09.01.2025", "10.01.2025"));

        RunResult.Published published = (RunResult.Published) run(home);

        assertThat(published.issue()).isEqualTo(2);
        assertThat(rooms.read).containsExactly("mz/form.txt");
        assertThat(count("claim")).isEqualTo(4);
    }

    @Test
    void takesTheDueDayWhereNobodyReported() throws IOException {
        Desk desk = Desk.open(home, clock(), (_, _) -> rooms);

        assertThat(desk.asOf(Period.quarter(2025, 1)))
                .isEqualTo(Instant.parse("2025-04-10T18:59:59Z"));
        assertThat(desk.newestPeriod()).contains(Q4);
    }

    @Test
    void publishesEachPlanInItsOwnPlaceAndNamesTheOthers() throws IOException {
        Path redaction = home.plan().resolve("disability-rights-2025.r1142.yaml");
        Files.writeString(
                home.plan().resolve("another.yaml"),
                Files.readString(redaction)
                        .replace("plan: disability-rights-2025", "plan: another")
                        .replace("control-from: 2024-01-01", "control-from: 2024-04-01"));
        lay(home, "akmola/form.txt", "2024-Q3 another\n2 2024 DONE\n");

        RunResult.Published main = (RunResult.Published) run(home);
        RunResult.Published other = (RunResult.Published) run(home, "another");

        assertThat(main.folder()).isEqualTo(home.output().resolve("2024-Q4"));
        assertThat(main.others()).isEqualTo(Map.of("another", Period.quarter(2024, 3)));
        assertThat(other.folder()).isEqualTo(home.output().resolve("another/2024-Q3"));
        assertThat(other.others()).isEqualTo(Map.of("disability-rights-2025", Q4));
        assertThat(Files.readSymbolicLink(home.output().resolve("another/2024-Q3")))
                .isEqualTo(Path.of(".issues/2024-Q3-1"));
        assertThat(accepted(main))
                .containsExactly("abai/form-2.txt", "abai/form.txt", "mz/form.txt");
        assertThat(accepted(other)).containsExactly("akmola/form.txt");
        assertThat(((RunResult.Published) run(home)).already()).isTrue();
        assertThat(((RunResult.Published) run(home, "another")).already()).isTrue();
        assertThat(run(home, "nothing"))
                .isEqualTo(new RunResult.UnknownPlan(List.of("disability-rights-2025", "another")));
    }

    /// Between the two runs of the first plan the database holds the rows of the second.
    @Test
    void goesOnWithOnePlanAfterAnotherPlansRun() throws IOException {
        Path redaction = home.plan().resolve("disability-rights-2025.r1142.yaml");
        Files.writeString(
                home.plan().resolve("another.yaml"),
                Files.readString(redaction)
                        .replace("plan: disability-rights-2025", "plan: another")
                        .replace("control-from: 2024-01-01", "control-from: 2024-04-01"));
        lay(home, "akmola/form.txt", "2024-Q3 another\n2 2024 DONE\n");
        rooms.failing.add("kk/all.txt");
        assertThat(run(home)).isInstanceOf(RunResult.Hindered.class);
        rooms.failing.clear();
        assertThat(run(home, "another")).isInstanceOf(RunResult.Published.class);
        assertThat(run(home)).isInstanceOf(RunResult.Published.class);

        assertThat(Files.readString(home.output().resolve("2024-Q4/manifest.json")))
                .contains("\"accepted\" : 4");
    }

    private static List<String> accepted(RunResult.Published published) {
        return published.reconciliation().facts().files().stream()
                .filter(outcome -> outcome.submission().isPresent())
                .map(outcome -> outcome.received().path())
                .sorted()
                .toList();
    }

    @Test
    void tellsWhoRunsAlready() throws IOException {
        RunLock.Holder other = new RunLock.Holder(4711, "ministry 7", NOW.minusSeconds(60));
        try (RunLock _ = RunLock.take(home.lock(), other).orElseThrow()) {
            assertThat(run(home)).isEqualTo(new RunResult.Locked(other));
        }
        assertThat(run(home)).isInstanceOf(RunResult.Published.class);
    }

    /// Only while it has the run's turn: another run may be copying.
    @Test
    void removesCopiesThatAKillLeftInTheArchive() throws IOException {
        Files.createDirectories(home.archive());
        Path half = Files.writeString(home.archive().resolve(".incoming-4711.tmp"), "ha");
        RunLock.Holder other = new RunLock.Holder(4711, "ministry 7", NOW);
        try (RunLock _ = RunLock.take(home.lock(), other).orElseThrow()) {
            run(home);
            assertThat(half).exists();
        }

        run(home);

        assertThat(half).doesNotExist();
    }

    /// H2 makes its tables one by one, and a kill can come between two.
    @Test
    void putsAHalfMadeOrDamagedDatabaseFileAside() throws IOException, SQLException {
        assumeTrue(vendor == Vendor.H2, "PostgreSQL makes its tables in one transaction");
        try (Connection db = Vendor.connect(home);
                Statement statement = db.createStatement()) {
            statement.execute("create table batch_job_instance (half integer)");
        }
        assertThat(run(home)).isInstanceOf(RunResult.Published.class);
        assertThat(count("batch_job_instance")).isEqualTo(1);

        Path file = home.inner().resolve("esep.mv.db");
        Files.write(file, new byte[20_000]);
        Files.writeString(home.output().resolve("2024-Q4/ru/all.txt"), "harmed");
        assertThat(run(home)).isInstanceOf(RunResult.Published.class);
        assertThat(home.inner().resolve("esep.unusable.mv.db")).hasSize(20_000);
    }

    /// As a kill leaves it while a script alters a table: the record of the scripts is whole, since
    /// the script that is carried out again ends well, but a key leads to a table that is gone.
    @Test
    void putsADatabaseFileAsideInWhichTablesWereBeingAltered() throws IOException, SQLException {
        assumeTrue(vendor == Vendor.H2, "PostgreSQL alters its tables in one transaction");
        assertThat(run(home)).isInstanceOf(RunResult.Published.class);
        try (Connection db = Vendor.connect(home);
                Statement statement = db.createStatement()) {
            statement.execute("delete from file_outcome");
            statement.execute("create table gone (line bigint primary key)");
            statement.execute("alter table claim add foreign key (line) references gone (line)");
        }
        Path sign = Files.createFile(home.inner().resolve("esep.half-made"));
        Files.writeString(home.output().resolve("2024-Q4/ru/all.txt"), "harmed");

        assertThat(run(home)).isInstanceOf(RunResult.Published.class);

        assertThat(home.inner().resolve("esep.unusable.mv.db")).exists();
        assertThat(sign).doesNotExist();
        assertThat(count("claim")).isPositive();
    }

    @Test
    void passesOverAnAttemptThatWasKilledBeforeItBegan() throws IOException, SQLException {
        rooms.failing.add("kk/all.txt");
        run(home);
        rooms.failing.clear();
        try (Connection db = Vendor.connect(home);
                Statement statement = db.createStatement()) {
            for (String table :
                    List.of(
                            "step_execution_context",
                            "step_execution",
                            "job_execution_context",
                            "job_execution_params",
                            "job_execution")) {
                statement.execute("delete from batch_" + table);
            }
        }

        assertThat(run(home)).isInstanceOf(RunResult.Published.class);
        assertThat(count("batch_job_instance")).isEqualTo(2);
    }

    /// As after a kill between Batch's making a part's step execution and its telling it.
    @Test
    void tellsAPartAnewThatWasNotToldWhatToWorkOn() throws IOException, SQLException {
        rooms.failing.add("ru/all.txt");
        run(home);
        rooms.failing.clear();
        try (Connection db = Vendor.connect(home);
                Statement statement = db.createStatement()) {
            assertThat(
                            statement.executeUpdate(
                                    """
                                    delete from batch_step_execution_context
                                    where step_execution_id in (
                                        select step_execution_id from batch_step_execution
                                        where step_name = 'render-part:ru/all.txt')
                                    """))
                    .isEqualTo(1);
        }

        assertThat(run(home)).isInstanceOf(RunResult.Published.class);
    }

    /// The inbox is a share, and shares come loose: a report without what lies there would be
    /// wrong.
    @Test
    void doesNotTakeAVanishedInboxForAnEmptyOne() throws IOException {
        run(home);
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(home.inbox(), elsewhere);

        assertThat(run(home))
                .isEqualTo(new RunResult.Hindered(new Hindrance.Missing(home.inbox().toString())));

        Files.move(elsewhere, home.inbox());
        assertThat(run(home)).isInstanceOf(RunResult.Published.class);
    }

    @Test
    void remembersTheLastRunsOnly() throws IOException, SQLException {
        for (int i = 1; i <= 3; i++) {
            lay(home, "akmola/form.txt", "2024-Q4\n%d 2024 IN_PROGRESS\n".formatted(i + 1));
            run(home);
        }
        long steps = count("batch_step_execution");
        try (HikariDataSource pool = Database.of(home).pool(1)) {
            new OldRuns(
                            JdbcClient.create(pool),
                            new TransactionTemplate(new DataSourceTransactionManager(pool)))
                    .prune(2);
        }

        assertThat(count("batch_job_instance")).isEqualTo(2);
        assertThat(count("batch_job_execution")).isEqualTo(2);
        assertThat(count("batch_job_execution_params")).isEqualTo(10);
        assertThat(count("batch_job_execution_context")).isEqualTo(2);
        // five steps, four documents, and five, six and seven files
        assertThat(steps).isEqualTo(3 * 9 + 5 + 6 + 7);
        assertThat(count("batch_step_execution")).isEqualTo(2 * 9 + 6 + 7);
        assertThat(count("batch_step_execution_context")).isEqualTo(2 * 9 + 6 + 7);
        assertThat(((RunResult.Published) run(home)).issue()).isEqualTo(3);
    }

    @Test
    void refusesToRunOnALedgerThatWasTamperedWith() throws IOException {
        run(home);
        Files.writeString(
                home.ledger(),
                Files.readString(home.ledger()).replace("\"folder\":\"mz\"", "\"folder\":\"mp\""));

        assertThat(run(home))
                .isInstanceOfSatisfying(
                        RunResult.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .singleElement()
                                        .satisfies(finding -> {
                                            assertThat(finding.code())
                                                    .isEqualTo(FindingCode.LEDGER_BROKEN);
                                            assertThat(finding.place().cell()).isEqualTo("9");
                                        }));
    }

    @Test
    void refusesToRunOnAnArchiveThatWasTamperedWith() throws IOException {
        run(home);
        Received received = Desk.open(home, clock(), (_, _) -> rooms).ledger().files().getFirst();
        Files.delete(home.inbox().resolve(received.path()));
        Path kept =
                home.archive()
                        .resolve(received.sha256().substring(0, 2))
                        .resolve(received.sha256());
        try (FileChannel channel = FileChannel.open(kept, StandardOpenOption.WRITE)) {
            channel.truncate(1);
        }

        assertThat(run(home))
                .isInstanceOfSatisfying(
                        RunResult.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(finding -> finding.code())
                                        .containsExactly(FindingCode.ARCHIVE_DAMAGED));
    }

    @Test
    void saysWhenThereIsNothingToReportOn() throws IOException {
        Home empty = furnished("empty");

        assertThat(run(empty)).isEqualTo(new RunResult.NothingReceived());
        assertThat(
                        new QuarterlyRun(empty, clock(), (_, _) -> rooms, _ -> rooms, this::heard)
                                .run(
                                        new QuarterlyRun.Order(
                                                Optional.empty(),
                                                Optional.of(Period.quarter(2031, 1)),
                                                Optional.empty())))
                .isInstanceOfSatisfying(
                        RunResult.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(finding -> finding.code())
                                        .containsExactly(FindingCode.PERIOD_OUTSIDE_PLAN));
    }

    private RunResult run(Home there) {
        return run(there, QuarterlyRun.Order.NEWEST);
    }

    private RunResult run(Home there, String plan) {
        return run(
                there,
                new QuarterlyRun.Order(Optional.of(plan), Optional.empty(), Optional.empty()));
    }

    private RunResult run(Home there, QuarterlyRun.Order order) {
        return new QuarterlyRun(there, clock(), (_, _) -> rooms, _ -> rooms, this::heard)
                .run(order);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private void heard(Stage stage, int done, int total) {
        progress.add(stage + " " + done + "/" + total);
    }

    /// The real plan and register, and four files: of two agencies, of another quarter, of nobody.
    private Home settled(String name) throws IOException {
        Home there = furnished(name);
        lay(there, "abai/form.txt", "2024-Q3\n2 2024 IN_PROGRESS\n");
        lay(there, "abai/form-2.txt", "2024-Q4\n2 2024 DONE\n2 2023 DONE\n");
        lay(there, "mz/form.txt", "2024-Q4\n2 2024 DONE\n");
        lay(there, "garbage.txt", "garbage");
        Files.writeString(
                there.incomingRegister(),
                """
                incoming_number,received_at,sender,path,sha256
                1,09.10.2024 10:00,Абай облысы,abai/form.txt,
                2,08.01.2025 10:00,Абай облысы,abai/form-2.txt,
                3,09.01.2025 10:00,МЗ,mz/form.txt,
                """);
        return there;
    }

    private Home furnished(String name) throws IOException {
        Home there = vendor.equip(new Home(folder.resolve(name)));
        Files.createDirectories(there.plan());
        Files.createDirectories(there.templates());
        Files.copy(Path.of("input/agencies.yaml"), there.agencies());
        try (Stream<Path> files = Files.list(Path.of("input/plan"))) {
            for (Path file : files.toList()) {
                Files.copy(file, there.plan().resolve(file.getFileName()));
            }
        }
        return there;
    }

    private static void lay(Home there, String path, String content) throws IOException {
        Path file = there.inbox().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /// Every file below a folder with its hash, through links.
    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> {
                        try {
                            tree.put(root.relativize(file).toString(), Sha256.of(file));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return tree;
    }

    private int count(String table) throws SQLException {
        try (Connection db = Vendor.connect(home);
                Statement statement = db.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
