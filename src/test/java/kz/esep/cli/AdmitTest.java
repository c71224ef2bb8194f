package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.esep.cli.Clone.Answer;
import kz.esep.intake.FormLayout;
import kz.esep.ledger.Sha256;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `esep admit`: a form of Almaty region without seal in the inbox's root, and what the operator
/// says of it.
class AdmitTest {

    @TempDir Path folder;
    private Clone clone = new Clone(new kz.esep.job.Home(Path.of("")));
    private String sha = "";

    @BeforeEach
    void lay() throws IOException {
        clone = Clone.bare(folder);
        Path file = clone.home().inbox().resolve("unsigned.xlsx");
        unseal(Path.of("input/inbox/almaty-region/2024-Q4_almaty-region.xlsx"), file);
        sha = Sha256.of(file);
    }

    /// As a form comes that somebody copied into a new workbook: without its hidden identity.
    private static void unseal(Path form, Path copy) throws IOException {
        try (InputStream in = Files.newInputStream(form);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(copy)) {
            workbook.removeSheetAt(workbook.getSheetIndex(FormLayout.IDENTITY_SHEET));
            workbook.getProperties()
                    .getCustomProperties()
                    .getUnderlyingProperties()
                    .setPropertyArray(
                            new org.openxmlformats
                                            .schemas
                                            .officeDocument
                                            .x2006
                                            .customProperties
                                            .CTProperty[0]);
            workbook.write(out);
        }
    }

    @Test
    void holdsTheFileAndSaysHowToAdmitIt() {
        Answer answer = clone.run("status", "--period", "2024-Q4", "--lang", "ru");

        assertThat(answer.out())
                .endsWith(
                        """
                        Не принят 1 файл:
                          unsigned.xlsx: Отложен. Форма без электронной отметки лежит в общей папке; отправитель неизвестен, файл ожидает решения оператора.
                            Если известно, чей он: esep admit SHA --agency ОРГАН --period ПЕРИОД
                        """
                                .replace("SHA", sha.substring(0, 12)));
    }

    @Test
    void readsTheFileAsThatAgencysFromThenOn() throws IOException {
        clone.run("status");
        Files.createDirectories(
                clone.home()
                        .receipts()
                        .resolve("_unassigned")
                        .resolve("20250101T0900-" + sha.substring(0, 12)));

        assertThat(
                        admit(sha.substring(0, 8), "almaty-region", "2024-Q4", "ru")
                                .out()
                                .replace('\u00A0', ' '))
                .startsWith(
                        "unsigned.xlsx: файл принят как представленный органом almaty-region,"
                                + " период – IV квартал 2024 года. Принято строк: ");

        assertThat(clone.run("status", "--period", "2024-Q4", "--lang", "ru").out())
                .contains("с опозданием на", "Алматинская область (almaty-region)")
                .contains("сведения не представлены: Акмолинская область (akmola)")
                .doesNotContain("Не принят");
        List<String> lines = aboutFiles();
        int received = lineOf(lines.getFirst());
        assertThat(lines)
                .hasSize(2)
                .last()
                .asString()
                .startsWith(
                        "{\"line\":"
                                + (received + 1)
                                + ",\"kind\":\"admitted\",\"of\":"
                                + received
                                + ",\"agency\":\"almaty-region\",\"period\":\"2024-Q4\",\"at\":\"");
        assertThat(Files.readString(receipts("almaty-region").getFirst().resolve("receipt.txt")))
                .contains(
                        "Файл рассмотрен по решению оператора как представленный органом:"
                                + " Алматинская область.");
        assertThat(receipts("_unassigned")).isEmpty();
    }

    @Test
    void lastWordCounts() throws IOException {
        admit(sha, "almaty-region", "2024-Q4", "en");
        Answer again = admit(sha, "almaty-region", "2024-Q4", "en");
        assertThat(again)
                .isEqualTo(
                        new Answer(
                                0,
                                "unsigned.xlsx: the file was accepted before (almaty-region,"
                                        + " quarter\u00A0IV\u00A0of\u00A02024). Nothing was changed.\n",
                                ""));
        assertThat(admit(sha, "almaty-region", "2024-Q3", "en").exit()).isEqualTo(65);
        assertThat(aboutFiles()).hasSize(2);
    }

    @Test
    void recordsNothingThatDoesNotHelp() throws IOException {
        Files.writeString(clone.home().inbox().resolve("note.xlsx"), "no workbook");
        Answer refused = admit(Sha256.of("no workbook"), "mz", "2024-Q4", "en");

        assertThat(refused.exit()).isEqualTo(65);
        assertThat(refused.err())
                .endsWith(
                        "note.xlsx: nothing in this file could be accepted even so. Nothing was recorded.\n");
        assertThat(admit("00000000", "mz", "2024-Q4", "en"))
                .isEqualTo(
                        new Answer(
                                65,
                                "",
                                "No file received has a checksum that begins with “00000000”. A"
                                        + " file’s receipt names its checksum.\n"));
        assertThat(admit("1234567", "mz", "2024-Q4", "en").exit()).isEqualTo(64);
        assertThat(admit(sha, "nobody", "2024-Q4", "en").exit()).isEqualTo(64);
        assertThat(aboutFiles()).hasSize(2);
    }

    @Test
    void leavesAloneWhatFolderOrSealVouchFor() throws IOException {
        clone.receive("akmola/otchet_4kv_2024.xlsx");
        Path form = clone.home().inbox().resolve("akmola/otchet_4kv_2024.xlsx");

        assertThat(admit(Sha256.of(form), "mz", "2024-Q4", "en"))
                .isEqualTo(
                        new Answer(
                                65,
                                "",
                                "akmola/otchet_4kv_2024.xlsx: the file’s folder or seal says whose"
                                        + " it is (akmola, quarter\u00A0IV\u00A0of\u00A02024). Nothing was recorded. If it is"
                                        + " another agency’s, put it into that agency’s folder.\n"));
    }

    @Test
    void tellsInTheUsersLanguageThatAKeyCannotBeUsed() throws IOException {
        Files.createDirectories(clone.home().keys());
        Files.writeString(clone.home().keys().resolve("2025.key"), " ");
        Files.setPosixFilePermissions(
                clone.home().keys().resolve("2025.key"),
                java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));

        assertThat(clone.run("status", "--lang", "ru"))
                .isEqualTo(
                        new Answer(
                                65,
                                "",
                                """
                                Ошибка: 2025.key: Ключ электронной отметки пуст.
                                    Ожидается: Секретная строка ключа: head -c 32 /dev/urandom | base64
                                В данных 1 ошибка. Ничего не выполнено.
                                """));
    }

    private Answer admit(String hash, String agency, String period, String language) {
        return clone.run("admit", hash, "--agency", agency, "--period", period, "--lang", language);
    }

    /// The ledger's lines but those that keep the ministry's own data.
    private List<String> aboutFiles() throws IOException {
        return Files.readAllLines(clone.home().ledger()).stream()
                .filter(line -> !line.contains("\"kind\":\"data\""))
                .toList();
    }

    private static int lineOf(String line) {
        return Integer.parseInt(line.replaceAll("^\\{\"line\":(\\d+),.*", "$1"));
    }

    private List<Path> receipts(String agency) throws IOException {
        Path folders = clone.home().receipts().resolve(agency);
        if (!Files.exists(folders)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folders)) {
            return found.toList();
        }
    }
}
