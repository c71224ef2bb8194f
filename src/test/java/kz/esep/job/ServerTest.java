package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kz.esep.settings.DatabaseSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A PostgreSQL that several machines use: one run at a time, and plain words when it is not there.
class ServerTest {

    private static final RunLock.Holder OTHER =
            new RunLock.Holder(
                    4711,
                    "a-machine-with-a-name-longer-than-others",
                    Instant.parse("2025-01-30T06:00:41Z"));

    /// PostgreSQL keeps 63 letters of a connection's name.
    private static final RunLock.Holder AS_TOLD =
            new RunLock.Holder(4711, "a-machine-with-a-name-longer-than-oth", OTHER.since());

    @TempDir Path folder;
    private DatabaseSettings settings = new DatabaseSettings(Optional.empty(), "", "");

    @BeforeEach
    void makeSchema() throws IOException {
        settings = Postgres.fresh();
    }

    private Home home(String name) {
        return Postgres.equip(new Home(folder.resolve(name)), settings);
    }

    private static RunResult run(Home home) {
        return new QuarterlyRun(
                        home,
                        Clock.systemUTC(),
                        Desk::workbooks,
                        OfficialPapers::new,
                        (_, _, _) -> {})
                .run(QuarterlyRun.Order.NEWEST);
    }

    @Test
    void letsOneOfTwoMachinesRunAndTellsTheOtherWho() throws SQLException {
        Home here = home("here");
        Home there = home("another machine's disk");

        try (ServerLock _ = ServerLock.take(Database.of(here), OTHER).orElseThrow()) {
            assertThat(run(there)).isEqualTo(new RunResult.Locked(AS_TOLD));
        }

        assertThat(ServerLock.holder(Database.of(here), Clock.systemUTC()).process()).isZero();
        assertThat(run(there)).isNotInstanceOf(RunResult.Locked.class);
    }

    @Test
    void keepsNoRunFromAnotherSchema() throws SQLException {
        Home here = home("here");
        try (Connection db = Vendor.connect(here);
                Statement statement = db.createStatement()) {
            statement.execute("create schema other");
        }
        settings =
                new DatabaseSettings(
                        settings.url().map(url -> url.replaceFirst("Schema=.*", "Schema=other")),
                        settings.user(),
                        settings.password());

        try (ServerLock _ = ServerLock.take(Database.of(here), OTHER).orElseThrow();
                ServerLock held =
                        ServerLock.take(Database.of(home("there")), OTHER).orElseThrow()) {
            held.check();
        }
    }

    @Test
    void seesThatItsLockIsGone() throws SQLException {
        Database database = Database.of(home("here"));
        try (ServerLock held = ServerLock.take(database, OTHER).orElseThrow()) {
            held.check();
            try (Connection db = Vendor.connect(home("here"));
                    Statement statement = db.createStatement()) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
            }
            assertThatThrownBy(held::check).isInstanceOf(RunGuard.Lost.class);
        }
    }

    @Test
    void saysThatNoServerAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        settings =
                new DatabaseSettings(
                        Optional.of(
                                "jdbc:postgresql://localhost:" + free + "/esep?password=secret"),
                        "esep",
                        "secret");

        assertThat(run(home("here")))
                .isInstanceOfSatisfying(
                        RunResult.Hindered.class,
                        hindered ->
                                assertThat(hindered.hindrance())
                                        .isInstanceOfSatisfying(
                                                Hindrance.NoDatabase.class,
                                                no -> {
                                                    assertThat(no.kind())
                                                            .isEqualTo(
                                                                    Hindrance.NoDatabase.Kind
                                                                            .UNREACHABLE);
                                                    assertThat(no.database())
                                                            .isEqualTo(
                                                                    "postgresql://localhost:"
                                                                            + free
                                                                            + "/esep");
                                                    assertThat(no.problem())
                                                            .doesNotContain("secret");
                                                }));
    }

    @Test
    void saysThatTheServerHasNoSuchDatabase() {
        String url = settings.url().orElseThrow();
        settings =
                new DatabaseSettings(
                        Optional.of(url.replace("/postgres?", "/nothing?")),
                        settings.user(),
                        settings.password());

        assertThat(run(home("here")))
                .isEqualTo(
                        new RunResult.Hindered(
                                new Hindrance.NoDatabase(
                                        Hindrance.NoDatabase.Kind.REFUSED,
                                        Database.of(home("here")).shown(),
                                        "FATAL: database \"nothing\" does not exist")));
    }
}
