package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.esep.cli.Clone.Answer;
import kz.esep.job.Home;
import kz.esep.ledger.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator does who has to trust what lies there, on a small plan, by the command line.
class TrustTest {

    private static final String DOCUMENT = "output/2024-H1/ru/consolidated.pdf";

    @TempDir static Path folder;
    private static Clone clone = new Clone(new Home(Path.of("")));

    @BeforeAll
    static void report() throws IOException {
        clone = Libraries.alone(folder.resolve("clone"));
        Answer answer = clone.run("report", "--lang", "en");
        assertThat(answer.exit()).as(answer.err()).isZero();
    }

    @Test
    void verifiesAndNamesAChangedByteInTheOperatorsLanguage() throws IOException {
        Answer agrees = clone.run("verify", "--lang", "ru");
        assertThat(agrees.exit()).as(agrees.err()).isZero();
        assertThat(agrees.out())
                .matches(
                        "Всё совпадает: 1 выпуск, \\d+ документ(а|ов)?, \\d+ строк(а|и)? журнала"
                                + " учёта, \\d+ файл(а|ов)? архива\\.\n");

        Path document = clone.home().root().resolve(DOCUMENT);
        byte[] bytes = Files.readAllBytes(document);
        String expected = Sha256.of(document);
        try {
            byte[] changed = bytes.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(document, changed);
            String found = Sha256.of(document);

            Answer russian = clone.run("verify", "--lang", "ru");
            Answer kazakh = clone.run("verify", "--lang", "kk");
            Answer folder =
                    clone.run(
                            "verify", document.getParent().getParent().toString(), "--lang", "en");
            assertThat(russian.exit()).isEqualTo(3);
            assertThat(russian.err())
                    .startsWith(
                            "output/.issues/2024-H1-1/ru/consolidated.pdf: документ изменён."
                                    + " В манифесте: "
                                    + expected
                                    + "; найдено: "
                                    + found
                                    + "\nНайдено 1 расхождение. Проверено: 1 выпуск, ");
            assertThat(kazakh.err())
                    .startsWith(
                            "output/.issues/2024-H1-1/ru/consolidated.pdf: құжат өзгертілген."
                                    + " Манифесте: "
                                    + expected
                                    + "; табылғаны: "
                                    + found
                                    + "\n1 айырмашылық табылды. Тексерілді: 1 шығарылым, ");
            assertThat(folder.err())
                    .startsWith(
                            "output/2024-H1/ru/consolidated.pdf: the document was changed. In the"
                                    + " manifest: "
                                    + expected
                                    + "; found: "
                                    + found
                                    + "\n1 difference found. Looked at: 1 issue, ");
        } finally {
            Files.write(document, bytes);
        }
        assertThat(clone.run("verify", "nowhere", "--lang", "en"))
                .isEqualTo(new Answer(64, "", "There is no folder “nowhere”.\n"));
    }
}
