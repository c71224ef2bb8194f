package kz.esep.job;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// That this process is there, for others who use the same PostgreSQL: an advisory lock that many
/// may share, on a connection whose name says who it is. Both end with the process, so that nobody
/// is there who is dead.
final class Presence implements AutoCloseable {

    /// `ESEQ` in ASCII: the one after the run's lock.
    private static final int KIND = 0x45534551;

    private static final int SECONDS_TO_ANSWER = 10;

    /// As many letters of a connection's name as PostgreSQL keeps.
    private static final int LONGEST = 63;

    private static final int WORDS = 4;

    private final Connection connection;

    private Presence(Connection connection) {
        this.connection = connection;
    }

    /// What a process is there for.
    enum Role {
        MANAGER,
        WORKER;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param program as [Version#identity()] names it
    static Presence announce(Database database, Role role, String program) throws SQLException {
        Presence presence = open(database, role, program);
        presence.announce();
        return presence;
    }

    /// Sees others, and is not seen yet.
    static Presence open(Database database, Role role, String program) throws SQLException {
        Connection connection = DriverManager.getConnection(database.url(), database.properties());
        try (Statement statement = connection.createStatement()) {
            String name =
                    "%s %d %s %s"
                            .formatted(
                                    role.key(),
                                    ProcessHandle.current().pid(),
                                    program,
                                    Machine.name());
            connection.setClientInfo(
                    "ApplicationName", name.substring(0, Math.min(LONGEST, name.length())));
            // a machine that lost its power must not be there for hours
            statement.execute("set tcp_keepalives_idle = 30");
            statement.execute("set tcp_keepalives_interval = 10");
            statement.execute("set tcp_keepalives_count = 3");
            return new Presence(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    void announce() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "select pg_advisory_lock_shared(%d, hashtext(current_schema()))"
                            .formatted(KIND));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Who else is there in a role, by machine.
    List<Peer> others(Role role) throws SQLException {
        List<Peer> peers = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        """
                        select a.application_name
                        from pg_locks l join pg_stat_activity a on a.pid = l.pid
                        where l.locktype = 'advisory' and l.granted
                          and l.database =
                              (select oid from pg_database where datname = current_database())
                          and l.classid = ?::integer::oid
                          and l.objid = hashtext(current_schema())::oid
                          and a.pid <> pg_backend_pid()
                        """)) {
            query.setInt(1, KIND);
            query.setQueryTimeout(SECONDS_TO_ANSWER);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String[] words = row.getString(1).split(" ", WORDS);
                    if (words.length >= 3 && words[0].equals(role.key())) {
                        peers.add(
                                new Peer(
                                        words[1], words[2], words.length == WORDS ? words[3] : ""));
                    }
                }
            }
        }
        peers.sort(Peer.BY_MACHINE);
        return peers;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
