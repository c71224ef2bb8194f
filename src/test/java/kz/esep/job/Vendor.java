package kz.esep.job;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import kz.esep.publish.Issues;

/// The databases that every test of the job is held on.
enum Vendor {
    H2 {
        @Override
        Home equip(Home home) {
            return home;
        }

        @Override
        void lose(Home home) throws IOException {
            Issues.deleteTree(home.inner());
        }
    },
    POSTGRESQL {
        @Override
        Home equip(Home home) throws IOException {
            return Postgres.equip(home, Postgres.fresh());
        }

        @Override
        void lose(Home home) throws SQLException {
            try (Connection db = connect(home);
                    Statement statement = db.createStatement()) {
                String schema = db.getSchema();
                statement.execute("drop schema %s cascade".formatted(schema));
                statement.execute("create schema " + schema);
            }
        }
    };

    /// The home with a database of its own.
    abstract Home equip(Home home) throws IOException;

    /// Loses it with all that it holds.
    abstract void lose(Home home) throws IOException, SQLException;

    static Connection connect(Home home) throws SQLException {
        Database database = Database.of(home);
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
