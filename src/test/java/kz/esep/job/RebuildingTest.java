package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import kz.esep.ledger.Archive;
import kz.esep.ledger.Difference;
import kz.esep.ledger.Entry;
import kz.esep.ledger.LedgerFile;
import kz.esep.ledger.Sha256;
import kz.esep.plan.Period;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Ledger and archive are enough, on either database.
@ParameterizedClass
@EnumSource(Vendor.class)
class RebuildingTest {

    private static final String PLAN = "disability-rights-2025";
    private static final Period Q4 = Period.quarter(2024, 4);

    @Parameter Vendor vendor = Vendor.H2;

    @TempDir Path folder;
    private TextHome there = new TextHome(new Home(Path.of("")), new TextRooms());
    private Home home = there.home();

    /// Two issues; the second knows one file more, and lets another template say it.
    @BeforeEach
    void publish() throws IOException {
        TextHome laid = TextHome.in(folder);
        home = vendor.equip(laid.home());
        there = new TextHome(home, laid.rooms());
        there.report();
        there.lay("akmola/form.txt", "2024-Q4\n2 2024 DONE\n");
        Files.writeString(home.templates().resolve("page.txt"), "another layout");
        there.report();
    }

    @Test
    void makesTheSameOfLedgerAndArchive() throws IOException, SQLException {
        Map<String, String> before = TextHome.tree(home.output());
        vendor.lose(home);
        Issues.deleteTree(home.inner());
        Issues.deleteTree(home.output());
        Issues.deleteTree(home.inbox());

        assertThat(rebuild())
                .isEqualTo(
                        new Rebuilding.Result.Done(
                                3,
                                3,
                                3,
                                List.of(
                                        new Rebuilding.Issue(
                                                PLAN, Q4, 1, new Rebuilding.Fate.Made(4)),
                                        new Rebuilding.Issue(
                                                PLAN, Q4, 2, new Rebuilding.Fate.Made(4))),
                                List.of()));

        assertThat(TextHome.tree(home.output())).isEqualTo(before);
        assertThat(count("file_outcome")).isEqualTo(3);
        assertThat(count("claim")).isEqualTo(3);
        Files.createDirectories(home.inbox());
        assertThat(there.report().already()).isTrue();
    }

    @Test
    void leavesWhatIsThereAndMakesTheDatabaseAnyway() throws IOException, SQLException {
        Map<String, String> before = TextHome.tree(home.output());
        vendor.lose(home);
        Issues.deleteTree(home.inner());

        assertThat(((Rebuilding.Result.Done) rebuild()).issues())
                .extracting(Rebuilding.Issue::fate)
                .containsExactly(new Rebuilding.Fate.There(), new Rebuilding.Fate.There());

        assertThat(TextHome.tree(home.output())).isEqualTo(before);
        assertThat(count("file_outcome")).isEqualTo(3);
    }

    /// Whatever became of the tables meanwhile; the next run finds nothing to do.
    @Test
    void makesTheTablesAnewWhereTheyWereDamaged() throws IOException, SQLException {
        try (Connection db = Vendor.connect(home);
                Statement statement = db.createStatement()) {
            statement.execute("drop table claim");
            statement.execute("update file_outcome set verdict = 'nonsense'");
            statement.execute("drop table batch_step_execution_context");
        }

        assertThat(rebuild()).isInstanceOf(Rebuilding.Result.Done.class);

        assertThat(count("file_outcome where verdict <> 'nonsense'")).isEqualTo(3);
        assertThat(count("claim")).isEqualTo(3);
        assertThat(there.report().already()).isTrue();
        there.lay("abai/late.txt", "2024-Q4\n2 2024 IN_PROGRESS\n");
        assertThat(there.report().already()).isFalse();
    }

    /// Nobody else comes in between its parts.
    @Test
    void waitsForARunAndLetsNoneInMeanwhile() throws IOException {
        RunLock.Holder other = new RunLock.Holder(4711, "ministry-7", TextHome.NOW);
        try (RunLock _ = RunLock.take(home.lock(), other).orElseThrow()) {
            assertThat(rebuild())
                    .isEqualTo(new Rebuilding.Result.Locked(4711, "ministry-7", TextHome.NOW));
        }
        Issues.deleteTree(home.output());
        List<RunResult> meanwhile = new ArrayList<>();

        new Rebuilding(
                        home,
                        Clock.fixed(TextHome.NOW, ZoneOffset.UTC),
                        (_, _) -> there.rooms(),
                        _ -> there.rooms(),
                        (_, _, _) -> meanwhile.add(there.run(QuarterlyRun.Order.NEWEST)))
                .run();

        assertThat(meanwhile)
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result).isInstanceOf(RunResult.Locked.class));
    }

    @Test
    void rebuildsNothingFromAnArchiveThatIsNotWhatItWas() throws IOException {
        Issues.deleteTree(home.output());
        String sha256 = Sha256.of("2024-Q4\n2 2024 DONE\n");
        Files.delete(home.archive().resolve(sha256.substring(0, 2)).resolve(sha256));

        assertThat(rebuild())
                .isEqualTo(
                        new Rebuilding.Result.Differs(
                                List.of(
                                        Difference.of(
                                                "archive/" + sha256.substring(0, 2) + "/" + sha256,
                                                "archive-missing",
                                                Map.of("who", "ledger.jsonl:6 (abai/form.txt)")))));
        assertThat(home.output()).doesNotExist();
    }

    @Test
    void namesTheIssuesThatOnlyTheirOwnProgramCouldMake() throws IOException {
        Path first = home.output().resolve(".issues/2024-Q4-1").resolve(Manifest.NAME);
        String other = "0".repeat(64);
        byte[] manifest =
                Files.readString(first)
                        .replace(Version.code(), other)
                        .replace("\"issue\" : 1", "\"issue\" : 3")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String kept = new Archive(home.archive()).keep(manifest);
        new LedgerFile(home.ledger())
                .extend(_ ->
                        List.of(
                                new Entry.Issued(PLAN, Q4, 3, "aa", kept),
                                new Entry.Issued(PLAN, Q4, 4, "bb", "")));

        assertThat(((Rebuilding.Result.Done) rebuild()).issues())
                .extracting(Rebuilding.Issue::fate)
                .containsExactly(
                        new Rebuilding.Fate.There(),
                        new Rebuilding.Fate.There(),
                        new Rebuilding.Fate.OtherProgram(
                                Version.named(Version.current(), other),
                                Version.named(Version.current(), Version.code())),
                        new Rebuilding.Fate.NoManifest());
    }

    private Rebuilding.Result rebuild() throws IOException {
        return new Rebuilding(
                        home,
                        Clock.fixed(Instant.parse("2031-01-01T00:00:00Z"), ZoneOffset.UTC),
                        (_, _) -> there.rooms(),
                        _ -> there.rooms(),
                        (_, _, _) -> {})
                .run();
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
