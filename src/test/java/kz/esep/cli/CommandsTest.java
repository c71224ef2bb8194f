package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.esep.Golden;
import kz.esep.cli.Clone.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands on the real plan and a few submissions: exit codes and every word.
class CommandsTest {

    private static final List<String> SCRIPT =
            List.of(
                    "--help",
                    "report --help",
                    "forms --help",
                    "status --help",
                    "plan --help",
                    "plan check --help",
                    "plan export --help",
                    "plan",
                    "plan check",
                    "plan export --out HOME/plan.json",
                    "forms --period 2024-Q4 --agency mz --agency mtszn",
                    "status",
                    "status --period 2024-Q4 --as-of 2025-01-10",
                    "status --period 2024-Q5",
                    "status --as-of yesterday",
                    "forms",
                    "forms --period 2024-Q4 --agency nobody",
                    "forms --period 2031-Q1",
                    "plan export --format xml",
                    "reprot",
                    "report --perod 2024-Q4");

    @TempDir static Path folder;
    private static Clone clone = new Clone(new kz.esep.job.Home(Path.of("")));

    @BeforeAll
    static void receive() throws IOException {
        clone = Clone.bare(folder.resolve("few"));
        for (String path :
                List.of(
                        "mz/2024-Q4_mz.xlsx",
                        "zhetisu/2024-Q4_zhetisu.xlsx",
                        "pavlodar/2024-Q4_pavlodar.xlsx")) {
            clone.receive(path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void answersInTheUsersLanguage(String language) throws IOException {
        StringBuilder transcript = new StringBuilder();
        for (String command : SCRIPT) {
            Answer answer =
                    clone.run(
                            Stream.concat(
                                            Stream.of(command.split(" "))
                                                    .map(word ->
                                                            word.replace(
                                                                    "HOME",
                                                                    clone.home()
                                                                            .root()
                                                                            .toString())),
                                            Stream.of("--lang", language))
                                    .toArray(String[]::new));
            transcript
                    .append("$ esep ")
                    .append(command)
                    .append('\n')
                    .append(answer.out())
                    .append(answer.err())
                    .append("exit ")
                    .append(answer.exit())
                    .append("\n\n");
        }
        Golden.assertSame("console_" + language + ".txt", transcript.toString());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        command                        | exit
        plan check                     | 0
        status --help                  | 0
        plan                           | 0
        reprot                         | 64
        forms                          | 64
        status --period 2024-Q5        | 64
        status --as-of yesterday       | 64
        plan export --format xml       | 64
        plan check --lang fr           | 64
        plan check extra               | 64
        status --period 2031-Q1        | 65
        """)
    // spotless:on
    void exitsWithACodeForScripts(String command, int exit) {
        assertThat(clone.run(command.split(" ")).exit()).isEqualTo(exit);
    }

    @Test
    void exportsThePlanToTheConsoleAsToAFile() throws IOException {
        Path file = folder.resolve("export.json");

        Answer printed = clone.run("plan", "export");
        clone.run("plan", "export", "--out", file.toString());

        assertThat(printed.exit()).isZero();
        assertThat(printed.out().strip())
                .isEqualTo(Files.readString(file).strip())
                .startsWith("{")
                .endsWith("}");
    }

    @Test
    void namesFileLineAndPathOfEachErrorInThePlanAndRunsNothing() throws IOException {
        Clone wrong = Clone.bare(folder.resolve("wrong"));
        Path decisions = wrong.home().plan().resolve("decisions.yaml");
        Files.writeString(
                decisions,
                Files.readString(decisions).replace("kind: take-off-control", "kind: forget"));

        for (String command : List.of("plan check", "status", "report")) {
            Answer answer =
                    wrong.run(
                            Stream.concat(Stream.of(command.split(" ")), Stream.of("--lang", "ru"))
                                    .toArray(String[]::new));

            assertThat(answer.exit()).isEqualTo(65);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err())
                    .isEqualTo(
                            """
                            Ошибка: plan/decisions.yaml:8: decisions[0].kind: ожидается одно из значений: extend, accept, return, take-off-control
                                Найдено: forget
                                Ожидается: Значение, допускаемое схемой файла, например: number: 7
                            В данных 1 ошибка. Ничего не выполнено.
                            """
                                    + (command.equals("report")
                                            ? "Исправьте названное выше и повторите ту же команду.\n"
                                            : ""));
        }
        assertThat(wrong.home().output()).doesNotExist();
        assertThat(wrong.home().archive()).doesNotExist();
    }

    @Test
    void waitsForNoOtherRun() throws IOException {
        Clone busy = Clone.bare(folder.resolve("busy"));
        try (FileChannel _ = busy.anotherRun()) {
            assertThat(busy.run("report", "--lang", "ru"))
                    .isEqualTo(
                            new Answer(
                                    75,
                                    "",
                                    "Уже идёт другой запуск (процесс 4711, компьютер"
                                            + " ministry-7, начат 30.01.2025\u00A011:00:41). Дождитесь его окончания и"
                                            + " повторите команду.\n"));
        }
    }

    @Test
    void saysWhenTheFolderHoldsNoEsep() throws IOException {
        Clone nowhere =
                new Clone(new kz.esep.job.Home(Files.createDirectory(folder.resolve("nowhere"))));

        assertThat(nowhere.run("report", "--lang", "ru"))
                .isEqualTo(
                        new Answer(
                                64,
                                "",
                                "В папке HOME нет templates/messages. Запустите команду в папке"
                                        + " Esep или укажите её: --home /srv/esep\n"));
    }

    @Test
    void saysWhenTheInboxIsEmpty() throws IOException {
        Clone empty = Clone.bare(folder.resolve("empty"));

        assertThat(empty.run("--lang", "ru", "report"))
                .isEqualTo(
                        new Answer(
                                0,
                                "В HOME/input/inbox нет ни одного принятого файла с электронной"
                                        + " отметкой министерства. Положите книги органов в эту папку,"
                                        + " у каждого органа своя подпапка, или укажите период:"
                                        + " --period 2024-Q4.\n",
                                ""));
    }
}
