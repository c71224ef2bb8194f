package kz.esep.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import kz.esep.ledger.OnDisk;
import kz.esep.settings.DatabaseSettings;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the job keeps what it derives from the files: H2 in a file below `.esep`, or the
/// ministry's PostgreSQL. Reports are the same from either.
///
/// @param url of JDBC
/// @param password never shown
record Database(String url, String user, String password) {

    private static final String SERVER = "jdbc:postgresql:";
    private static final String FILE = "jdbc:h2:file:";

    /// Stands beside H2's file while tables are made in it.
    private static final String HALF_MADE = ".half-made";

    /// What H2 adds to the name.
    private static final String WHOLE = ".mv.db";

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

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
                FILE + home.database() + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0", "sa", "");
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
        Path file = beside(home.database(), WHOLE);
        if (!equals(file(home)) || !Files.exists(file) || !isUnusable(home, failure)) {
            return false;
        }
        putAside(home.database());
        return true;
    }

    private static void putAside(Path database) throws IOException {
        Files.move(
                beside(database, WHOLE),
                beside(database, ".unusable" + WHOLE),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// Makes or alters tables. H2 alters one by making another in its place; a kill in the middle
    /// leaves keys that lead to a table that is gone, and the same script, carried out again, ends
    /// well, so that nothing is wrong to see before a row is entered. So whatever was begun and not
    /// ended is put aside by the next [#pool(int)], as a whole.
    ///
    /// @throws UncheckedIOException if the disk refuses
    void alter(Runnable tables) {
        Optional<Path> sign = path().map(path -> beside(path, HALF_MADE));
        try {
            if (sign.isPresent()) {
                Files.write(sign.get(), new byte[0]);
                OnDisk.force(sign.get().getParent());
            }
            tables.run();
            if (sign.isPresent()) {
                Files.delete(sign.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The tables of " + shown(), e);
        }
    }

    private void putHalfMadeAside() {
        Optional<Path> path = path();
        if (path.isEmpty() || Files.notExists(beside(path.get(), HALF_MADE))) {
            return;
        }
        try {
            if (Files.exists(beside(path.get(), WHOLE))) {
                putAside(path.get());
                LOG.info("The tables of {} were half made; it is made anew", shown());
            }
            Files.delete(beside(path.get(), HALF_MADE));
        } catch (IOException e) {
            throw new UncheckedIOException("The half-made " + shown(), e);
        }
    }

    /// Of H2's file, without what H2 adds to its name; `~` is the user's own folder, as with H2.
    private Optional<Path> path() {
        if (!url.startsWith(FILE)) {
            return Optional.empty();
        }
        String path = url.substring(FILE.length()).replaceFirst(";.*", "");
        return Optional.of(
                path.startsWith("~/")
                        ? Path.of(System.getProperty("user.home"), path.substring(2))
                        : Path.of(path));
    }

    private static Path beside(Path database, String ending) {
        return database.resolveSibling(database.getFileName() + ending);
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

    /// Opens it, without what an ended program left half made of it.
    ///
    /// @param workers how many parts are worked on at once
    HikariDataSource pool(int workers) {
        putHalfMadeAside();
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
