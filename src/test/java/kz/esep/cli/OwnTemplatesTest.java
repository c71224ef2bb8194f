package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kz.esep.cli.Clone.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The operator's own copy of the templates.
class OwnTemplatesTest {

    @TempDir Path folder;

    @Test
    void areUsedInsteadAndTheirMistakesNamedOnceWithFileLineAndColumn() throws IOException {
        Clone clone = Clone.bare(folder.resolve("home"));
        clone.receive("mz/2024-Q4_mz.xlsx");
        Path own = folder.resolve("own");
        Files.move(clone.home().templates(), own);
        Path template = own.resolve("pdf/discipline.ftlh");
        Files.writeString(
                template,
                Files.readString(template)
                        .replace("<#list report.senders", "<#list report.sender"));

        Answer answer = clone.run("report", "--lang", "ru", "--templates", own.toString());

        assertThat(answer.exit()).isEqualTo(65);
        assertThat(answer.err())
                .startsWith("Ошибка: templates/pdf/discipline.ftlh:")
                .contains("В шаблоне ошибка: нет значения «report.sender».")
                .endsWith(
                        """
                        В данных 1 ошибка. Ничего не выполнено.
                        Исправьте названное выше и повторите ту же команду.
                        """);
        assertThat(answer.err().lines().filter(line -> line.startsWith("Ошибка"))).hasSize(1);
        try (Stream<Path> output = Files.list(clone.home().output())) {
            assertThat(output.map(Path::getFileName).map(Path::toString)).doesNotContain("2024-Q4");
        }

        Files.writeString(
                template,
                Files.readString(template)
                        .replace("<#list report.sender as", "<#list report.senders as"));

        assertThat(clone.run("report", "--templates=" + own).exit()).isZero();
        assertThat(clone.home().output().resolve("2024-Q4/kk/discipline.pdf")).exists();
    }
}
