package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import kz.esep.cli.Clone.Answer;
import kz.esep.job.Home;
import kz.esep.job.Postgres;
import kz.esep.ledger.Sha256;
import kz.esep.settings.DatabaseSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// While another machine, with a disk of its own, runs the job on the same PostgreSQL, no command
/// of this one touches what a run touches.
class TwoMachinesTest {

    /// What the server's locks are called.
    private static final int RUN = 0x45534550;

    private static final int MAIL = 0x4553454D;

    @TempDir static Path folder;
    private static Clone clone = new Clone(new Home(Path.of("")));
    private static DatabaseSettings database =
            new DatabaseSettings(java.util.Optional.empty(), "", "");

    @BeforeAll
    static void report() throws IOException {
        database = Postgres.fresh();
        clone = Libraries.alone(folder.resolve("clone"));
        Answer answer = run("report");
        assertThat(answer.exit()).as(answer.err()).isZero();
    }

    private static Answer run(String... words) {
        return clone.run(
                Postgres.environment(database),
                Stream.concat(Stream.of(words), Stream.of("--lang", "en")).toArray(String[]::new));
    }

    /// As the other machine holds it: a connection whose name says who.
    private static Connection hold(int lock) throws SQLException {
        Connection other =
                DriverManager.getConnection(
                        database.url().orElseThrow(), database.user(), database.password());
        other.setClientInfo("ApplicationName", "4711 2025-01-30T06:00:41Z ministry-7");
        try (Statement statement = other.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select pg_try_advisory_lock(%d, hashtext(current_schema()))"
                                        .formatted(lock))) {
            row.next();
            assertThat(row.getBoolean(1)).isTrue();
        }
        return other;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report",
                "report --period 2023-H2",
                "rebuild",
                "sign --period 2024-H1",
                "verify",
                "admit SHA --agency aqbulaq --period 2024-H1"
            })
    void tellsWhoRunsAndChangesNothing(String command) throws Exception {
        Path stray = Files.writeString(clone.home().inbox().resolve("stray.txt"), "whose?");
        Map<String, String> before = Clone.hashes(clone.home().output());
        String ledger = Files.readString(clone.home().ledger());
        try (Connection _ = hold(RUN)) {
            assertThat(run(command.replace("SHA", Sha256.of("whose?")).split(" ")))
                    .isEqualTo(
                            new Answer(
                                    75,
                                    "",
                                    "Another run is under way (process 4711 on ministry-7, since"
                                            + " 30.01.2025\u00A011:00:41). Wait for its end and run"
                                            + " the command again.\n"));
        } finally {
            Files.delete(stray);
        }
        assertThat(Clone.hashes(clone.home().output())).isEqualTo(before);
        assertThat(Files.readString(clone.home().ledger())).isEqualTo(ledger);
    }

    @Test
    void sendsNoMailBesideAnotherMachineButBesideItsRun() throws Exception {
        String[] mail = {"mail", "--period", "2024-H1", "--kind", "reports"};
        Map<String, String> environment = new java.util.HashMap<>(Postgres.environment(database));
        environment.putAll(
                Map.of("ESEP_MAIL_HOST", "localhost", "ESEP_MAIL_FROM", "esep@example.kz"));
        try (Connection _ = hold(MAIL)) {
            Answer answer =
                    clone.run(
                            environment,
                            Stream.concat(Stream.of(mail), Stream.of("--lang", "en"))
                                    .toArray(String[]::new));
            assertThat(answer.exit()).isEqualTo(75);
            assertThat(answer.err()).contains("process 4711 on ministry-7, since 30.01.2025");
        }
        try (Connection _ = hold(RUN)) {
            Answer answer = run("mail", "--period", "2024-H1", "--kind", "reports", "--dry-run");
            assertThat(answer.exit()).as(answer.err()).isZero();
        }
    }
}
