package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kz.esep.Golden;
import kz.esep.cli.Clone.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `esep config`, and what wrong settings are answered with: every word.
class ConfigTest {

    @TempDir static Path folder = Path.of("");
    private static Clone clone = new Clone(new kz.esep.job.Home(Path.of("")));

    @BeforeAll
    static void lay() throws IOException {
        clone = Clone.bare(folder.resolve("home"));
        Files.writeString(
                clone.home().root().resolve("own.yaml"),
                """
                inbox:
                  mode: move
                mail:
                  host: mail.example.kz
                  from: esep@example.kz
                """);
        Files.writeString(
                clone.home().root().resolve("wrong.yaml"),
                """
                zone: Asia/Nowhere
                inbox:
                  mod: move
                  mode: carry
                watch:
                  interval-seconds: 0
                database:
                  password: 20250101
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void showsWhatIsInForceFromWhereAndWhatIsWrong(String language) throws IOException {
        Map<String, String> secrets = Map.of("ESEP_MAIL_PASSWORD", "hunter2");
        Answer right = run(secrets, "config", "own.yaml", language);
        Answer wrong = run(Map.of("ESEP_MAIL_PORTS", "25"), "status", "wrong.yaml", language);

        assertThat(right.exit()).isZero();
        assertThat(right.out() + wrong.err()).doesNotContain("hunter2", "20250101");
        assertThat(wrong.exit()).isEqualTo(78);
        Golden.assertSame(
                "config_" + language + ".txt",
                right.out() + right.err() + "---\n" + wrong.out() + wrong.err());
    }

    @Test
    void helpsWhereTheSettingsAreWrong() {
        assertThat(run(Map.of(), "--help", "wrong.yaml", "en").exit()).isZero();
    }

    @Test
    void aMissingFileIsAnError() {
        Answer answer = run(Map.of(), "config", "missing.yaml", "en");

        assertThat(answer.exit()).isEqualTo(78);
        assertThat(answer.err())
                .startsWith(
                        "Error: HOME/missing.yaml: The data file cannot be read: there is no such"
                                + " file, or it may not be read");
    }

    @Test
    void speaksTheLanguageThatIsSet() throws IOException {
        Path kazakh = clone.home().root().resolve("kazakh.yaml");
        Files.writeString(kazakh, "language: kk\n");

        Answer answer =
                clone.run(Map.of("ESEP_CONFIG", kazakh.toString(), "LANG", "ru_RU"), "reprot");

        assertThat(answer.err()).startsWith("esep командасы");
    }

    private static Answer run(
            Map<String, String> environment, String command, String file, String language) {
        return clone.run(
                environment,
                command,
                "--config",
                clone.home().root().resolve(file).toString(),
                "--lang",
                language);
    }
}
