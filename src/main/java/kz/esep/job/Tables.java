package kz.esep.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The tables of the job, which Flyway makes and alters.
///
/// Flyway takes a good part of a second to say that there is nothing to do. Where its own record
/// shows every script of this program, unchanged and whole, it is not asked.
final class Tables {

    private static final String FOLDER = "db/migration/";

    /// Flyway's record of what it has done.
    static final String RECORD = "flyway_schema_history";

    /// The scripts in their order; `{vendor}` has its own of some.
    private static final List<String> SCRIPTS =
            List.of(
                    "{vendor}/V1__batch.sql",
                    "common/V2__outcomes.sql",
                    "common/V3__letter.sql",
                    "common/V4__many_runs.sql",
                    "common/V5__reading.sql",
                    "common/V6__claims_of_a_year.sql");

    /// All that the scripts make; children before parents.
    private static final List<String> ALL =
            List.of(
                    "table finding",
                    "table claim",
                    "table submission",
                    "table file_outcome",
                    "table batch_step_execution_context",
                    "table batch_job_execution_context",
                    "table batch_step_execution",
                    "table batch_job_execution_params",
                    "table batch_job_execution",
                    "table batch_job_instance",
                    "sequence batch_step_execution_seq",
                    "sequence batch_job_execution_seq",
                    "sequence batch_job_instance_seq");

    private Tables() {}

    /// A script of this program, or what Flyway has recorded of one.
    private record Script(String version, int checksum, boolean whole) {}

    /// Makes what is missing.
    ///
    /// @param database what the source leads to
    static void make(DataSource source, Database database) {
        if (!areThere(source, database)) {
            database.alter(() -> flyway(source, database).migrate());
        }
    }

    /// Flyway with the scripts for a database.
    static Flyway flyway(DataSource source, Database database) {
        return Flyway.configure()
                .dataSource(source)
                .locations(
                        "classpath:" + FOLDER + "common", "classpath:" + FOLDER + vendor(database))
                .load();
    }

    /// Whether every script was carried out, as it is now, and none besides.
    ///
    /// After a kill in the middle of a script this is false, since Flyway records a script when it
    /// is through.
    static boolean areThere(DataSource source, Database database) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select \"version\", \"checksum\", \"success\" from \""
                                        + RECORD
                                        + "\" where \"version\" is not null"
                                        + " order by \"installed_rank\"")) {
            List<Script> recorded = new ArrayList<>();
            while (rows.next()) {
                recorded.add(new Script(rows.getString(1), rows.getInt(2), rows.getBoolean(3)));
            }
            return recorded.equals(scripts(database));
        } catch (SQLException e) {
            // no table yet, or no database: Flyway makes the one and says what is with the other
            return false;
        }
    }

    private static List<Script> scripts(Database database) {
        return SCRIPTS.stream()
                .map(script -> script.replace("{vendor}", vendor(database)))
                .map(script ->
                        new Script(
                                script.replaceAll(".*/V([0-9.]+)__.*", "$1"),
                                checksum(script),
                                true))
                .toList();
    }

    /// As Flyway counts it: over the lines, whatever ends them.
    private static int checksum(String script) {
        try (InputStream in = Tables.class.getClassLoader().getResourceAsStream(FOLDER + script)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + FOLDER + script);
            }
            CRC32 sum = new CRC32();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
            return (int) sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + script, e);
        }
    }

    private static String vendor(Database database) {
        return database.isServer() ? "postgresql" : "h2";
    }

    /// Removes from a server's schema what the scripts made, there, damaged or missing, and nothing
    /// else. Flyway's record is emptied and stays: without it Flyway would touch no schema that
    /// holds somebody else's tables.
    static void drop(Database database) throws IOException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.properties());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : ALL) {
                statement.execute("drop " + each.replaceFirst(" ", " if exists "));
            }
            try (ResultSet record =
                    statement.executeQuery("select to_regclass('%s')".formatted(RECORD))) {
                record.next();
                if (record.getString(1) == null) {
                    connection.commit();
                    return;
                }
            }
            statement.execute("delete from " + RECORD);
            connection.commit();
        } catch (SQLException e) {
            throw new IOException("The tables of " + database.shown() + " stay", e);
        }
    }
}
