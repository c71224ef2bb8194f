package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import kz.esep.cli.Clone.Answer;
import kz.esep.job.Home;
import org.flywaydb.core.Flyway;
import org.h2.api.Trigger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A run whose sums do not close, because its database loses a claim on the way.
class DoesNotCloseTest {

    @TempDir static Path folder;
    private static Clone clone = new Clone(new Home(Path.of("")));

    /// The fault: the first claim of each file is gone as soon as it is stored.
    public static final class LosesAClaim implements Trigger {

        @Override
        public void fire(Connection db, Object[] old, Object[] stored) throws SQLException {
            try (PreparedStatement delete =
                    db.prepareStatement("delete from claim where line = ? and position = 0")) {
                delete.setObject(1, stored[0]);
                delete.executeUpdate();
            }
        }
    }

    @BeforeAll
    static void plant() throws IOException, SQLException {
        clone = Clone.bare(folder.resolve("home"));
        clone.receive("mz/2024-Q4_mz.xlsx");
        Files.createDirectories(clone.home().inner());
        String url = "jdbc:h2:file:" + clone.home().inner().resolve("esep");
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        try (Connection db = DriverManager.getConnection(url, "sa", "");
                Statement statement = db.createStatement()) {
            statement.execute(
                    "create trigger lose after insert on claim for each row call '%s'"
                            .formatted(LosesAClaim.class.getName()));
        }
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        language | lost                                                        | said | log
        kk       | mz/2024-Q4_mz.xlsx: 9 жол қабылданған, бірақ 8 мәлімет алынған. | 1 есептеу нәтижесі сәйкес келмейді. Бұл – бағдарламаның қатесі; ештеңе жарияланған жоқ. Осы жолдарды бағдарламаға қолдау көрсететін адамға жіберіңіз. | Бағдарламаны сүйемелдейтін маманға арналған толық мәлімет:
        ru       | mz/2024-Q4_mz.xlsx: принято строк – 9, но взято сведений – 8.   | Не сходится 1 подсчёт. Это ошибка программы; ничего не опубликовано. Передайте эти строки тому, кто сопровождает программу. | Подробности для специалиста, сопровождающего программу:
        en       | mz/2024-Q4_mz.xlsx: 9 rows accepted, but 8 claims taken.        | One count does not close. This is a fault of the program; nothing was published. Send these lines to whoever looks after the program. | The whole story, for whoever looks after the program:
        """)
    // spotless:on
    void saysWhatDoesNotCloseAndEndsAsAFault(
            String language, String lost, String said, String log) {
        Answer answer = clone.run("report", "--lang", language);

        assertThat(answer.exit()).isEqualTo(70);
        assertThat(answer.err())
                .isEqualTo(lost + "\n" + said + "\n" + log + " HOME/.esep/logs/report.log\n");
    }

    @Test
    void publishesNothing() throws IOException {
        assertThat(clone.run("report").exit()).isEqualTo(70);

        assertThat(clone.home().output().resolve("2024-Q4")).doesNotExist();
        assertThat(Files.readString(clone.home().ledger()))
                .contains("\"kind\":\"received\"")
                .doesNotContain("\"kind\":\"issue\"");
    }
}
