package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Flyway is asked only where there may be something to do.
class TablesTest {

    @TempDir Path folder;

    private static DriverManagerDataSource source(Database database) {
        return new DriverManagerDataSource(database.url(), database.user(), database.password());
    }

    private static void execute(Home home, String statement) throws SQLException {
        try (Connection db = Vendor.connect(home);
                Statement sql = db.createStatement()) {
            sql.execute(statement);
        }
    }

    /// Tables and sequences of the schema.
    private static SortedSet<String> names(Home home) throws SQLException {
        SortedSet<String> names = new TreeSet<>();
        try (Connection db = Vendor.connect(home);
                Statement sql = db.createStatement();
                ResultSet row =
                        sql.executeQuery(
                                """
                                select table_name from information_schema.tables
                                where table_schema = current_schema()
                                union all
                                select sequence_name from information_schema.sequences
                                where sequence_schema = current_schema()
                                """)) {
            while (row.next()) {
                names.add(row.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryScriptThatFlywayKnows(Vendor vendor) throws IOException {
        Database database = Database.of(vendor.equip(new Home(folder)));
        DriverManagerDataSource source = source(database);
        assertThat(Tables.areThere(source, database)).isFalse();

        Tables.make(source, database);

        assertThat(Tables.areThere(source, database)).isTrue();
        assertThat(Tables.flyway(source, database).info().pending()).isEmpty();
        assertThat(Tables.flyway(source, database).info().applied())
                .extracting(MigrationInfo::getScript)
                .containsExactly(
                        "V1__batch.sql",
                        "V2__outcomes.sql",
                        "V3__letter.sql",
                        "V4__many_runs.sql",
                        "V5__reading.sql",
                        "V6__claims_of_a_year.sql");
    }

    @ParameterizedTest
    @EnumSource
    void asksFlywayWhereTheRecordIsNotThisProgramsAndWhole(Vendor vendor)
            throws IOException, SQLException {
        Home home = vendor.equip(new Home(folder));
        Database database = Database.of(home);
        DriverManagerDataSource source = source(database);
        Tables.make(source, database);

        for (String change :
                new String[] {
                    "set \"checksum\" = 1 where \"version\" = '3'",
                    "set \"success\" = false where \"version\" = '4'",
                    "set \"version\" = '7' where \"version\" = '6'"
                }) {
            execute(home, "create table kept as select * from \"flyway_schema_history\"");
            execute(home, "update \"flyway_schema_history\" " + change);
            assertThat(Tables.areThere(source, database)).as(change).isFalse();
            execute(home, "delete from \"flyway_schema_history\"");
            execute(home, "insert into \"flyway_schema_history\" select * from kept");
            execute(home, "drop table kept");
            assertThat(Tables.areThere(source, database)).isTrue();
        }
    }

    /// As after a kill between the third script and the fourth, and as an older program left it.
    @ParameterizedTest
    @EnumSource
    void makesWhatAnEndedProgramDidNotComeTo(Vendor vendor) throws IOException, SQLException {
        Home home = vendor.equip(new Home(folder));
        Database database = Database.of(home);
        DriverManagerDataSource source = source(database);
        Flyway.configure()
                .configuration(Tables.flyway(source, database).getConfiguration())
                .target("3")
                .load()
                .migrate();
        assertThat(Tables.areThere(source, database)).isFalse();

        Tables.make(source, database);

        assertThat(Tables.areThere(source, database)).isTrue();
    }

    /// Whatever ends the making in the middle, the next program makes all anew.
    @Test
    void leavesASignWhereTheMakingDidNotEnd() throws IOException, SQLException {
        Home home = Vendor.H2.equip(new Home(folder));
        Database database = Database.of(home);
        DriverManagerDataSource source = source(database);
        Path sign = home.inner().resolve("esep.half-made");
        execute(home, "create table claim (half integer)");
        assertThatThrownBy(() -> Tables.make(source, database)).isInstanceOf(FlywayException.class);
        assertThat(sign).exists();

        try (HikariDataSource pool = database.pool(1)) {
            assertThat(sign).doesNotExist();
            Tables.make(pool, database);
            assertThat(Tables.areThere(pool, database)).isTrue();
        }

        assertThat(sign).doesNotExist();
        assertThat(home.inner().resolve("esep.unusable.mv.db")).exists();
    }

    @Test
    void makesTablesInAFileBelowTheUsersOwnFolder() throws IOException {
        String name = "esep-test-" + ProcessHandle.current().pid();
        Path own = Path.of(System.getProperty("user.home"));
        Database database = new Database("jdbc:h2:file:~/" + name, "sa", "");
        try (HikariDataSource pool = database.pool(1)) {
            Tables.make(pool, database);
            assertThat(Tables.areThere(pool, database)).isTrue();
        } finally {
            Files.deleteIfExists(own.resolve(name + ".mv.db"));
        }
        assertThat(own.resolve(name + ".half-made")).doesNotExist();
    }

    @Test
    void dropsAllThatItMadeAndNothingElse() throws IOException, SQLException {
        Home home = Vendor.POSTGRESQL.equip(new Home(folder));
        Database database = Database.of(home);
        DriverManagerDataSource source = source(database);
        Tables.drop(database);
        assertThat(names(home)).isEmpty();
        Tables.make(source, database);
        execute(home, "create table somebody_elses (id integer)");
        assertThat(names(home)).hasSizeGreaterThan(14);

        Tables.drop(database);

        assertThat(names(home)).containsExactly("flyway_schema_history", "somebody_elses");
        Tables.make(source, database);
        assertThat(Tables.areThere(source, database)).isTrue();
        execute(home, "drop table claim");
        Tables.drop(database);
        assertThat(names(home)).containsExactly("flyway_schema_history", "somebody_elses");
    }
}
