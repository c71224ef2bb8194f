package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    /// Twenty seconds pass between two looks at it.
    private static final class Fast extends Clock {

        private Instant now;

        Fast(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(20);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Home home(String name) {
        return Postgres.equip(new Home(folder.resolve(name)), settings);
    }

    private static RunResult run(Home home) {
        return new QuarterlyRun(
                        home,
                        Clock.systemUTC(),
                        Workbooks::ofAgencies,
                        Papers::official,
                        (_, _, _) -> {})
                .run(QuarterlyRun.Order.NEWEST);
    }

    @Test
    void letsOneOfTwoMachinesRunAndTellsTheOtherWho() throws SQLException {
        Home here = home("here");
        Home there = home("another machine's disk");

        try (ServerLock _ = ServerLock.take(Database.of(here), Turn.RUN, OTHER).orElseThrow()) {
            assertThat(run(there)).isEqualTo(new RunResult.Locked(AS_TOLD));
        }

        assertThat(ServerLock.holder(Database.of(here), Turn.RUN, Clock.systemUTC()).process())
                .isZero();
        assertThat(run(there)).isNotInstanceOf(RunResult.Locked.class);
    }

    /// A run of an hour keeps no letter back, and a mailing no run.
    @Test
    void letsRunAndMailGoOnBesideEachOther() throws SQLException {
        Database database = Database.of(home("here"));
        try (ServerLock _ = ServerLock.take(database, Turn.RUN, OTHER).orElseThrow();
                ServerLock _ = ServerLock.take(database, Turn.MAIL, OTHER).orElseThrow()) {
            assertThat(ServerLock.take(database, Turn.RUN, OTHER)).isEmpty();
            assertThat(ServerLock.take(database, Turn.MAIL, OTHER)).isEmpty();
            assertThat(ServerLock.holder(database, Turn.MAIL, Clock.systemUTC()))
                    .isEqualTo(AS_TOLD);
        }
    }

    /// It gives a watcher half a minute, here by a clock that runs fast.
    @Test
    void makesNoBackupWhileAnotherMachineRuns() throws Exception {
        Home here = home("here");
        Path zip = folder.resolve("backup.zip");
        Files.createDirectories(here.output());
        Clock fast = new Fast(Instant.parse("2025-01-30T06:00:00Z"));
        try (ServerLock _ = ServerLock.take(Database.of(here), Turn.RUN, OTHER).orElseThrow()) {
            assertThat(new Backup(here, fast).write(zip, false))
                    .isEqualTo(
                            new Backup.Result.Locked(
                                    AS_TOLD.process(), AS_TOLD.machine(), AS_TOLD.since()));
        }
        assertThat(zip).doesNotExist();
        assertThat(new Backup(here, fast).write(zip, false)).isInstanceOf(Backup.Result.Done.class);
    }

    /// Where the server is away no run goes on, and files can be looked at and saved.
    @Test
    void verifiesAndBacksUpWithoutTheServer() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        settings =
                new DatabaseSettings(
                        Optional.of("jdbc:postgresql://localhost:" + free + "/esep"), "", "");
        Home here = home("here");
        Files.createDirectories(here.output());

        assertThat(Verification.of(here, here.output(), Optional.empty()))
                .isInstanceOf(Verification.Result.Done.class);
        assertThat(new Backup(here, Clock.systemUTC()).write(folder.resolve("some.zip"), false))
                .isInstanceOf(Backup.Result.Done.class);
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

        try (ServerLock _ = ServerLock.take(Database.of(here), Turn.RUN, OTHER).orElseThrow();
                ServerLock held =
                        ServerLock.take(Database.of(home("there")), Turn.RUN, OTHER)
                                .orElseThrow()) {
            held.check();
        }
    }

    @Test
    void seesThatItsLockIsGone() throws SQLException {
        Database database = Database.of(home("here"));
        try (ServerLock held = ServerLock.take(database, Turn.RUN, OTHER).orElseThrow()) {
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
