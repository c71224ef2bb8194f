package kz.esep.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import kz.esep.settings.DatabaseSettings;
import org.flywaydb.core.api.FlywayException;

/// Where the job keeps what it derives from the files: H2 in a file below `.esep`, or the
/// ministry's PostgreSQL. Reports are the same from either.
///
/// @param url of JDBC
/// @param password never shown
record Database(String url, String user, String password) {

    private static final String SERVER = "jdbc:postgresql:";

    private static final int SECONDS_TO_CONNECT = 10;

    /// Besides those that work on parts: the job's own, and one to spare.
    private static final int CONNECTIONS_OF_THE_JOB = 3;

    /// The one that the settings name, else the file. Nothing committed to that is lost by a kill
    /// (`WRITE_DELAY=0`); the context closes it, not H2's own hook, which comes too early for a run
    /// that is asked to stop.
    static Database of(Home home) {
        DatabaseSettings set = home.settings().database();
        return set.url()
                .map(url -> new Database(url, set.user(), set.password()))
                .orElseGet(() -> file(home));
    }

    private static Database file(Home home) {
        return new Database(
                "jdbc:h2:file:" + home.database() + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0",
                "sa",
                "");
    }

    /// Whether other machines may use it too.
    boolean isServer() {
        return url.startsWith(SERVER);
    }

    /// Puts a file that cannot be used aside, under another name: a kill while its tables were made
    /// leaves it half made, a disk may damage it. It holds nothing that the archive lacks.
    ///
    /// @param failure of the attempt to use it
    /// @return whether another attempt may do better
    boolean putAside(Home home, Throwable failure) throws IOException {
        Path file = home.inner().resolve(home.database().getFileName() + ".mv.db");
        if (!equals(file(home)) || !Files.exists(file) || !isUnusable(home, failure)) {
            return false;
        }
        Files.move(
                file,
                file.resolveSibling(home.database().getFileName() + ".unusable.mv.db"),
                StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static boolean isUnusable(Home home, Throwable failure) {
        return Hindrance.of(failure, home, false)
                .map(hindrance ->
                        hindrance instanceof Hindrance.NoDatabase no
                                && no.kind() == Hindrance.NoDatabase.Kind.DAMAGED)
                .orElseGet(() ->
                        Hindrance.causes(failure).anyMatch(FlywayException.class::isInstance));
    }

    /// As people may see it: the address may carry a password behind its `?`.
    String shown() {
        return url.replaceFirst("[?;].*", "").replaceFirst("^jdbc:", "");
    }

    /// For one connection that is not of the pool.
    Properties properties() {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        properties.setProperty("connectTimeout", String.valueOf(SECONDS_TO_CONNECT));
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    /// @param workers how many parts are worked on at once
    HikariDataSource pool(int workers) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("esep");
        config.setJdbcUrl(url);
        if (!user.isEmpty()) {
            config.setUsername(user);
            config.setPassword(password);
        }
        if (isServer()) {
            config.addDataSourceProperty("connectTimeout", SECONDS_TO_CONNECT);
            config.addDataSourceProperty("tcpKeepAlive", true);
        }
        config.setConnectionTimeout(SECONDS_TO_CONNECT * 1000L);
        config.setMaximumPoolSize(workers + CONNECTIONS_OF_THE_JOB);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Override
    public String toString() {
        return "Database[" + shown() + ", " + user + "]";
    }
}
