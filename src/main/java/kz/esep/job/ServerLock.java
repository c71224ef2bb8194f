package kz.esep.job;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One at a time on one PostgreSQL, from whichever machine: an advisory lock that the server frees
/// when the connection ends, and so when its process dies.
///
/// The connection is of its own, and its name says who holds the lock. Runs in different schemas of
/// a database do not meet.
final class ServerLock implements RunGuard, AutoCloseable {

    private static final int SECONDS_TO_ANSWER = 10;

    private static final Logger LOG = LoggerFactory.getLogger(ServerLock.class);

    private final Connection connection;

    private ServerLock(Connection connection) {
        this.connection = connection;
    }

    /// @param turn what for
    /// @return empty if another process holds it
    /// @throws SQLException if the server cannot be reached
    static Optional<ServerLock> take(Database database, Turn turn, RunLock.Holder self)
            throws SQLException {
        Connection connection = DriverManager.getConnection(database.url(), database.properties());
        try (Statement statement = connection.createStatement()) {
            connection.setClientInfo("ApplicationName", self.quoted(63));
            // a machine that lost its power must not hold the lock for the two hours that are usual
            statement.execute("set tcp_keepalives_idle = 30");
            statement.execute("set tcp_keepalives_interval = 10");
            statement.execute("set tcp_keepalives_count = 3");
            try (ResultSet row =
                    statement.executeQuery(
                            "select pg_try_advisory_lock(%d, hashtext(current_schema()))"
                                    .formatted(turn.number()))) {
                row.next();
                if (row.getBoolean(1)) {
                    return Optional.of(new ServerLock(connection));
                }
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Who holds it; process 0 if nobody does any more.
    static RunLock.Holder holder(Database database, Turn turn, Clock clock) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.properties());
                PreparedStatement query =
                        connection.prepareStatement(
                                """
                                select a.application_name, a.backend_start
                                from pg_locks l join pg_stat_activity a on a.pid = l.pid
                                where l.locktype = 'advisory' and l.granted
                                  and l.database =
                                      (select oid from pg_database where datname = current_database())
                                  and l.classid = ?::integer::oid
                                  and l.objid = hashtext(current_schema())::oid
                                """)) {
            query.setInt(1, turn.number());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? RunLock.Holder.quoted(row.getString(1), began(row))
                        : new RunLock.Holder(0, "", clock.instant());
            }
        }
    }

    /// Another user's session hides when it began.
    private static Instant began(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(2))
                .map(java.sql.Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    @Override
    public synchronized void check() {
        try {
            if (!connection.isValid(SECONDS_TO_ANSWER)) {
                throw new RunGuard.Lost();
            }
        } catch (SQLException e) {
            throw new RunGuard.Lost();
        }
    }

    /// The server ends a session some time after it was left, and would keep the lock till then.
    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            LOG.debug("The session ended, and the lock with it", e);
        }
    }
}
