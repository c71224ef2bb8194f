package kz.esep.job;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What only one process may do at a time, whichever machine it runs on.
///
/// A lock of the home's file tells processes of one machine apart, and those of several that share
/// the folder where the share knows locks. With PostgreSQL, the server's lock tells all machines
/// apart that use it.
enum Turn {
    /// Everything that writes ledger, archive, receipts, issues or database, or must see them of
    /// one moment.
    RUN("run.lock", 0x45534550),

    /// A mailing reads what is whole and writes its own journal: it need not wait for a run, nor a
    /// run for it.
    MAIL("mail.lock", 0x4553454D);

    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

    private final String name;

    /// `ESEP` and `ESEM` in ASCII, so that no other program's advisory lock is met by chance.
    private final int number;

    Turn(String name, int number) {
        this.name = name;
        this.number = number;
    }

    /// Something done while nobody else has this turn.
    @FunctionalInterface
    interface Work<T> {
        T under(RunGuard guard) throws IOException;
    }

    /// Whether the server's lock is wanted by all means.
    private enum Server {
        NEEDED,
        IF_THERE
    }

    /// Does something that changes what others see.
    ///
    /// @param other says what comes of it if somebody else has the turn
    <T> T alone(Home home, Clock clock, Function<RunLock.Holder, T> other, Work<T> work)
            throws IOException {
        return alone(home, clock, Server.NEEDED, other, work);
    }

    /// Does something that only looks. It needs no server: where that is away, no run goes on
    /// either.
    <T> T looking(Home home, Clock clock, Function<RunLock.Holder, T> other, Work<T> work)
            throws IOException {
        return alone(home, clock, Server.IF_THERE, other, work);
    }

    private <T> T alone(
            Home home, Clock clock, Server server, Function<RunLock.Holder, T> other, Work<T> work)
            throws IOException {
        RunLock.Holder self = RunLock.Holder.self(clock);
        Path file = file(home);
        Optional<RunLock> lock = RunLock.take(file, self);
        if (lock.isEmpty()) {
            return other.apply(RunLock.holder(file));
        }
        try (RunLock _ = lock.get()) {
            Database database = Database.of(home);
            return database.isServer()
                    ? there(database, self, clock, server, other, work)
                    : work.under(RunGuard.FILE);
        }
    }

    private <T> T there(
            Database database,
            RunLock.Holder self,
            Clock clock,
            Server server,
            Function<RunLock.Holder, T> other,
            Work<T> work)
            throws IOException {
        Optional<ServerLock> lock;
        try {
            lock = ServerLock.take(database, this, self);
            if (lock.isEmpty()) {
                return other.apply(ServerLock.holder(database, this, clock));
            }
        } catch (SQLException e) {
            if (server == Server.NEEDED || !isAway(e)) {
                throw new IOException("The lock of " + database.shown() + " cannot be had", e);
            }
            LOG.info("{} does not answer; looked at without its lock", database.shown(), e);
            return work.under(RunGuard.FILE);
        }
        try (ServerLock held = lock.get()) {
            return work.under(held);
        } catch (SQLException e) {
            throw new IOException("The lock of " + database.shown() + " cannot be given back", e);
        }
    }

    private static boolean isAway(SQLException failure) {
        return Optional.ofNullable(failure.getSQLState())
                .filter(state -> state.startsWith("08") || state.startsWith("57P"))
                .isPresent();
    }

    /// Of the server's lock.
    int number() {
        return number;
    }

    Path file(Home home) {
        return home.inner().resolve(name);
    }
}
