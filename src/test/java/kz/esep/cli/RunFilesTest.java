package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.esep.cli.Clone.Answer;
import kz.esep.job.RunReport;
import kz.esep.job.RunReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a command leaves for whoever looks after the program: log, report and metrics.
class RunFilesTest {

    @TempDir Path folder = Path.of("");

    @Test
    void aRunThatIsRefusedSaysSoInTheOperatorsLanguageEverywhere() throws IOException {
        Clone clone = Clone.bare(folder);
        Path decisions = clone.home().plan().resolve("decisions.yaml");
        Files.writeString(
                decisions,
                Files.readString(decisions).replace("kind: take-off-control", "kind: forget"));

        Answer answer = clone.run("report", "--lang", "ru");

        RunReport report = RunReports.in(clone.home()).all().getFirst();
        assertThat(answer.exit()).isEqualTo(65);
        assertThat(report.outcome()).isEqualTo("refused");
        assertThat(report.exitCode()).contains(65);
        assertThat(String.join("\n", report.messages()) + "\n").isEqualTo(answer.err());
        assertThat(report.messages().getLast())
                .isEqualTo("Исправьте названное выше и повторите ту же команду.");
        assertThat(report.log())
                .isEqualTo(clone.home().root().resolve(".esep/logs/report.log").toString());
        assertThat(log(clone, "report"))
                .containsExactlyElementsOf(
                        Stream.of(
                                        Stream.of(
                                                "INFO  Esep 0.1.0 запущен: report --lang ru;"
                                                        + " процесс PID; папка HOME"),
                                        answer.err().lines().map(line -> "INFO  " + line),
                                        Stream.of("INFO  Завершено с кодом 65"))
                                .flatMap(lines -> lines)
                                .toList());
        assertThat(Files.readString(clone.home().root().resolve(".esep/metrics/esep.prom")))
                .contains("esep_run_exit_code{outcome=\"refused\"} 65.0");
    }

    @Test
    void eachCommandThatChangesSomethingHasALogAndTheOthersHaveNone() throws IOException {
        Clone clone = Clone.bare(folder);

        clone.run("plan", "check");
        clone.run("config");
        clone.run("report", "--help");
        boolean before = Files.exists(clone.home().root().resolve(".esep"));
        clone.run("report", "--lang", "en");
        clone.run("forms", "--period", "2024-Q4", "--agency", "mz", "--lang", "en");

        assertThat(before).isFalse();
        assertThat(log(clone, "report")).last().isEqualTo("INFO  Ended with the exit code 0");
        assertThat(log(clone, "forms")).hasSize(2);
    }

    @Test
    void aFaultOfTheProgramSaysWhereItsStoryIs() throws IOException {
        Clone clone = Clone.bare(folder);
        Files.createDirectories(clone.home().ledger());

        Answer answer = clone.run("status", "--lang", "en");

        assertThat(answer.exit()).isEqualTo(70);
        assertThat(answer.err())
                .startsWith("The program stopped on a fault: java.io.UncheckedIOException: ")
                .endsWith(
                        "The whole story, for whoever looks after the program:"
                                + " HOME/.esep/logs/fault.log\n");
        assertThat(Files.readString(clone.home().logs().resolve("fault.log")))
                .contains(" ERROR A fault\njava.io.UncheckedIOException: ")
                .contains("\tat kz.esep.ledger.LedgerFile.");
    }

    @Test
    void aLogThatGrowsBeginsANewFileAndTheOldestGoes() throws IOException {
        Clone clone = Clone.bare(folder);
        Path own = folder.resolve("own.yaml");
        Files.writeString(own, "log: {file-mib: 1, files: 2}\n");
        clone.run("forms", "--period", "2031-Q1", "--config", own.toString());
        Path logs = clone.home().logs();

        for (int i = 0; i < 30; i++) {
            org.slf4j.LoggerFactory.getLogger("kz.esep.test").info("{}", "x".repeat(100_000));
        }

        try (Stream<Path> files = Files.list(logs)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("forms.log", "forms.1.log");
        }
    }

    private static List<String> log(Clone clone, String command) throws IOException {
        return Files.readString(clone.home().logs().resolve(command + ".log"))
                .replace(clone.home().root().toString(), "HOME")
                .replace("PID", "?")
                .replaceAll("(процесс|process) [0-9]+", "$1 PID")
                .lines()
                .map(line -> line.replaceFirst("^[-0-9]{10} [:.0-9]{12} ", ""))
                .toList();
    }
}
