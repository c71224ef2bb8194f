package kz.esep.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Reading;
import kz.esep.intake.Received;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may lie in an inbox, by name and by kind; `<202E>` stands for that character.
class InboxTest {

    private static final Instant NOW = Instant.parse("2025-01-30T06:00:00Z");
    private static final Pattern SPELLED = Pattern.compile("<([0-9A-F]{4})>");

    @TempDir Path home;

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        name                       | shown
        form.xlsx                  | form.xlsx
        -rf.xlsx                   | -rf.xlsx
        mz\\form.xlsx              | mz\\form.xlsx
        Тоқсандық есеп, 4-тоқсан.xlsx | Тоқсандық есеп, 4-тоқсан.xlsx
        отчет<0438><0306>.xlsx     | отчет<0438><0306>.xlsx
        есеп<202E>xslx.exe         | есеп[U+202E]xslx.exe
        a<000A>Итог: Принят.xlsx   | a[U+000A]Итог: Принят.xlsx
        a<001B>[2J.xlsx            | a[U+001B][2J.xlsx
        <200B>form.xlsx            | [U+200B]form.xlsx
        form<00A0>1.xlsx           | form[U+00A0]1.xlsx
        form.xlsx<0020>            | form.xlsx[U+0020]
        form.xlsx.                 | form.xlsx.
        ~$form.xlsx                |
        .~lock.form.xlsx#          |
        .form.xlsx                 |
        form.xlsx.part             |
        form.tmp                   |
        Thumbs.db                  |
        Desktop.ini                |
        """)
    // spotless:on
    void takesWhatPeopleLaidThereAndShowsNamesSafely(String name, @Nullable String shown)
            throws IOException {
        lay("mz/" + spelled(name), "content");

        assertThat(take().ledger().files())
                .extracting(Received::path)
                .isEqualTo(shown == null ? List.of() : List.of("mz/" + spelled(shown)));
    }

    @Test
    void takesANameOf255Bytes() throws IOException {
        String name = "қ".repeat(125) + ".xlsx";
        lay("mz/" + name, "content");

        assertThat(take().ledger().files())
                .extracting(Received::path)
                .containsExactly("mz/" + name);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        path                | sender
        mz/form.xlsx        | mz
        mz/2024/form.xlsx   | mz
        form.xlsx           | ''
        mz\\form.xlsx       | ''
        """)
    // spotless:on
    void knowsTheSenderByTheFirstFolder(String path, String sender) throws IOException {
        lay(path, "content");

        assertThat(take().ledger().files()).extracting(Received::sender).containsExactly(sender);
    }

    @Test
    void followsNoLinkAndOpensNoPipe() throws Exception {
        Path secret = Files.createDirectory(home.resolve("secret"));
        Files.writeString(secret.resolve("form.xlsx"), "secret");
        lay("mz/form.xlsx", "content");
        Files.createSymbolicLink(home.resolve("inbox/file.xlsx"), secret.resolve("form.xlsx"));
        Files.createSymbolicLink(home.resolve("inbox/folder"), secret);
        Files.createSymbolicLink(home.resolve("inbox/mz/deeper"), secret);
        int made =
                new ProcessBuilder("mkfifo", home.resolve("inbox/mz/pipe.xlsx").toString())
                        .start()
                        .waitFor();
        assertThat(made).isZero();

        StockTaking.Stock stock = take();

        assertThat(stock.ledger().files())
                .extracting(Received::path)
                .containsExactly("mz/form.xlsx");
        assertThat(stock.findings())
                .containsExactly(
                        Finding.of(FindingCode.INBOX_LINK, Place.file("file.xlsx")),
                        Finding.of(FindingCode.INBOX_LINK, Place.file("folder")),
                        Finding.of(FindingCode.INBOX_LINK, Place.file("mz/deeper")),
                        Finding.of(FindingCode.INBOX_NOT_A_FILE, Place.file("mz/pipe.xlsx")));
    }

    @Test
    void followsTheOperatorsOwnLinkToAShare() throws IOException {
        Path share = Files.createDirectories(home.resolve("share/mz"));
        Files.writeString(share.resolve("form.xlsx"), "content");
        Files.createSymbolicLink(home.resolve("inbox"), share.getParent());

        assertThat(take().ledger().files())
                .extracting(Received::path)
                .containsExactly("mz/form.xlsx");
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        content                | seconds old | taken
        PK<0003><0004>half     | 10          | false
        PK<0003><0004>half     | -10         | false
        PK<0003><0004>half     | 119         | false
        PK<0003><0004>half     | 120         | true
        PK<0003><0004>PK<0005><0006>end | 10 | true
        ''                     | 10          | false
        ''                     | 120         | true
        no zip                 | 10          | true
        """)
    // spotless:on
    void leavesAFileThatIsStillBeingWrittenForTheNextTime(
            String content, long secondsOld, boolean taken) throws IOException {
        Path file = lay("mz/form.xlsx", spelled(content));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(secondsOld)));

        StockTaking.Stock stock = take();

        assertThat(stock.ledger().files()).hasSize(taken ? 1 : 0);
        assertThat(stock.findings())
                .isEqualTo(
                        taken
                                ? List.of()
                                : List.of(
                                        Finding.of(
                                                FindingCode.INBOX_FILE_STILL_CHANGING,
                                                Place.file("mz/form.xlsx"))));
    }

    @Test
    void believesTheChancelleryThatAFileIsWholeAndKnowsItsNameFromAMac() throws IOException {
        Path file = lay("mz/" + spelled("<0438><0306>.xlsx"), "");
        Files.setLastModifiedTime(file, FileTime.from(NOW));
        Files.writeString(
                home.resolve("incoming-register.csv"),
                """
                incoming_number,received_at,sender,path,sha256
                17,20.01.2025 09:15,МЗ,mz/й.xlsx,
                """);

        assertThat(take().ledger().files())
                .extracting(Received::source)
                .containsExactly(Received.Source.INCOMING_REGISTER);
    }

    @Test
    void leavesNothingOfAFileThatWasNotTaken() throws IOException {
        Path file = lay("mz/form.xlsx", "");
        Files.setLastModifiedTime(file, FileTime.from(NOW));
        take();

        try (var kept = Files.walk(home.resolve("archive"))) {
            assertThat(kept.filter(Files::isRegularFile).map(Path::getFileName))
                    .containsExactly(Path.of("ledger.jsonl"));
        }
    }

    private static String spelled(String name) {
        return SPELLED.matcher(name)
                .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
    }

    private Path lay(String path, String content) throws IOException {
        Path file = home.resolve("inbox").resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, content);
    }

    private StockTaking.Stock take() {
        return switch (IncomingRegister.read(
                home.resolve("incoming-register.csv"), ZoneId.of("Asia/Almaty"))) {
            case Reading.Accepted<IncomingRegister>(IncomingRegister register, _) ->
                    new StockTaking(
                                    new Archive(home.resolve("archive")),
                                    new LedgerFile(home.resolve("archive/ledger.jsonl")),
                                    Clock.fixed(NOW, ZoneOffset.UTC))
                            .take(home.resolve("inbox"), register);
            case Reading.Refused<IncomingRegister>(List<Finding> findings) ->
                    throw new AssertionError(findings);
        };
    }
}
