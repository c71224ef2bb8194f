package kz.esep.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Stops the tests' PostgreSQL after the last test: at the JVM's end it would be too late, for
/// Surefire has no patience then.
public final class PostgresStop implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            Postgres.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
