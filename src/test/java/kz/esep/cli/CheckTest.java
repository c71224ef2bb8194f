package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.esep.cli.Clone.Answer;
import kz.esep.job.Home;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `esep check` on the demonstration's files.
class CheckTest {

    @TempDir static Path folder;
    private static Clone clone = new Clone(new Home(Path.of("")));

    @BeforeAll
    static void lay() throws IOException {
        clone = Clone.whole(folder.resolve("home"));
        Files.writeString(folder.resolve("note.xlsx"), "no workbook");
        Files.copy(
                clone.home().inbox().resolve("akmola/otchet_4kv_2024.xlsx"),
                folder.resolve("form.xlsx"));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        arguments                                                    | exit
        HOME/input/inbox/akmola/otchet_4kv_2024.xlsx                 | 0
        FOLDER/form.xlsx --agency akmola                             | 0
        FOLDER/form.xlsx --agency akmola --period 2024-Q4            | 0
        FOLDER/form.xlsx --agency akmola --period 2024-Q3            | 65
        FOLDER/form.xlsx --agency mz                                 | 65
        FOLDER/form.xlsx --agency nobody                             | 64
        HOME/input/inbox/zhetisu/2024-Q4_zhetisu.xlsx                | 0
        HOME/input/inbox/almaty-region/2024-Q4_almaty-region.xlsx    | 2
        HOME/input/inbox/pavlodar/2024-Q4_pavlodar.xlsx              | 65
        FOLDER/note.xlsx                                             | 65
        FOLDER/none.xlsx                                             | 64
        FOLDER                                                       | 64
        """)
    // spotless:on
    void exitsWithTheFilesFate(String arguments, int exit) {
        Answer answer =
                clone.run(
                        ("check " + arguments)
                                .replace("HOME", clone.home().root().toString())
                                .replace("FOLDER", folder.toString())
                                .split(" "));

        assertThat(answer.exit()).as(answer.out() + answer.err()).isEqualTo(exit);
    }

    @Test
    void answersInBothLanguagesAndRecordsNothing() {
        Answer answer = clone.run("check", folder.resolve("note.xlsx").toString());

        assertThat(answer.out().replace('\u00A0', ' '))
                .isEqualTo(
                        """
                        ФАЙЛДЫ ТЕКСЕРУ НӘТИЖЕСІ

                        Орган: анықталмады
                        Файл: note.xlsx
                        Нәтиже: Қабылданбады. Файлдан ештеңе қабылданған жоқ. Ескертулерді жойып, файлды қайта ұсыныңыз.
                        Жолдар: қаралды – 0, оның ішінде қабылданды – 0, қабылданбады – 0, ескерілмеді – 0
                        Бұл – тексеру ғана: файл тіркелген жоқ және ұсынылған болып саналмайды.

                        Ескертулер: 1

                        1. Қате. Файл Excel кітабы емес.
                           Орны: бүкіл файл
                           Күтіледі: Толтырылған нысан .xlsx түрінде; PDF немесе сурет қабылданбайды. Мысалы: esep-2024-Q4.xlsx.

                        Файлдың бақылау сомасы (SHA-256):
                        SHA-256

                        ------------------------------------------------------------------------

                        РЕЗУЛЬТАТ ПРОВЕРКИ ФАЙЛА

                        Орган: не определён
                        Файл: note.xlsx
                        Итог: Отклонён. Из файла ничего не принято. Устраните замечания и представьте файл снова.
                        Строки: просмотрено – 0, из них принято – 0, отклонено – 0, пропущено – 0
                        Это только проверка: файл не записан и не считается представленным.

                        Замечания: 1

                        1. Ошибка. Файл не является книгой Excel.
                           Место: весь файл
                           Ожидается: Заполненная форма в виде .xlsx; PDF и изображения не принимаются. Например: esep-2024-Q4.xlsx.

                        Контрольная сумма файла (SHA-256):
                        SHA-256
                        """
                                .replace(
                                        "SHA-256\n",
                                        kz.esep.ledger.Sha256.of("no workbook") + "\n"));
        assertThat(clone.home().archive()).doesNotExist();
        assertThat(clone.home().output()).doesNotExist();
        assertThat(clone.home().inner()).doesNotExist();
    }
}
