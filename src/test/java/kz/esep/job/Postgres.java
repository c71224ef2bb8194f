package kz.esep.job;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kz.esep.settings.DatabaseSettings;
import kz.esep.settings.Settings;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL 17, one server for all tests, started by the first that asks.
public final class Postgres {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private Postgres() {}

    private static EmbeddedPostgres.Builder builder() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        assumeTrue(
                system.equals("Linux amd64"),
                "not tried: the tests bring PostgreSQL for Linux on x86-64 only, this is "
                        + system);
        // durability costs the tests a disk's patience and shows nothing: no machine loses its
        // power
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "60");
    }

    /// A server of its own, which a test may kill and start again.
    ///
    /// @param data where it keeps its databases
    public static EmbeddedPostgres start(Path data, int port) throws IOException {
        return builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .start();
    }

    private static synchronized EmbeddedPostgres server() throws IOException {
        EmbeddedPostgres running = server == null ? builder().start() : server;
        server = running;
        return running;
    }

    static synchronized void stop() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /// A new, empty schema, as cheap as a database of its own is dear.
    public static DatabaseSettings fresh() throws IOException {
        return fresh(server());
    }

    public static DatabaseSettings fresh(EmbeddedPostgres server) throws IOException {
        String name = "esep_" + SCHEMAS.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + name);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return new DatabaseSettings(
                Optional.of(
                        "jdbc:postgresql://localhost:%d/postgres?currentSchema=%s"
                                .formatted(server.getPort(), name)),
                "postgres",
                "postgres");
    }

    /// The settings as the environment names them.
    public static Map<String, String> environment(DatabaseSettings database) {
        return Map.of(
                "ESEP_DATABASE_URL", database.url().orElseThrow(),
                "ESEP_DATABASE_USER", database.user(),
                "ESEP_DATABASE_PASSWORD", database.password());
    }

    /// The home, set to use a database.
    public static Home equip(Home home, DatabaseSettings database) {
        Settings usual = home.settings();
        return home.with(
                new Settings(
                        usual.zone(),
                        usual.language(),
                        usual.inbox(),
                        usual.watch(),
                        usual.run(),
                        database,
                        usual.workers(),
                        usual.seal(),
                        usual.signing(),
                        usual.mail(),
                        usual.log()));
    }
}
