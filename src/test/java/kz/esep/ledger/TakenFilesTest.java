package kz.esep.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakenFilesTest {

    private static final Instant NOW = Instant.parse("2025-01-30T06:00:00Z");

    @TempDir Path home = Path.of("");

    @Test
    void putsATakenFileWhereItLayBelowAnotherFolder() throws IOException {
        lay("mz/form.xlsx", "health");

        assertThat(move(take(Duration.ZERO))).isEmpty();

        assertThat(files("inbox")).isEmpty();
        assertThat(files("taken")).containsExactly("mz/form.xlsx: health");
    }

    @Test
    void aFileThatIsSentAgainGoesToo() throws IOException {
        lay("mz/form.xlsx", "health");
        move(take(Duration.ZERO));
        lay("mz/form.xlsx", "health");

        move(take(Duration.ZERO));

        assertThat(ledger().lines()).hasSize(1);
        assertThat(files("inbox")).isEmpty();
        assertThat(files("taken")).containsExactly("mz/form.xlsx: health");
    }

    @Test
    void anotherContentOfTheSameNameLiesBesideTheFormer() throws IOException {
        lay("mz/form.xlsx", "health");
        move(take(Duration.ZERO));
        lay("mz/form.xlsx", "corrected");

        move(take(Duration.ZERO));

        assertThat(files("taken"))
                .containsExactlyInAnyOrder(
                        "mz/form.xlsx: health",
                        "mz/form-%s.xlsx: corrected"
                                .formatted(Sha256.of("corrected").substring(0, 12)));
    }

    @Test
    void whatSomebodyHasOpenStays() throws IOException {
        lay("mz/form.xlsx", "health");
        lay("mz/~$form.xlsx", "lock");

        assertThat(move(take(Duration.ZERO))).isEmpty();

        assertThat(files("inbox"))
                .containsExactlyInAnyOrder("mz/form.xlsx: health", "mz/~$form.xlsx: lock");
    }

    @Test
    void whatWasWrittenAnewMeanwhileStaysForTheNextTime() throws IOException {
        lay("mz/form.xlsx", "health");
        StockTaking.Stock stock = take(Duration.ZERO);
        lay("mz/form.xlsx", "newer!");

        assertThat(move(stock)).isEmpty();

        assertThat(files("inbox")).containsExactly("mz/form.xlsx: newer!");
        assertThat(take(Duration.ZERO).ledger().lines()).hasSize(2);
    }

    @Test
    void saysWhatItCouldNotMove() throws IOException {
        lay("mz/form.xlsx", "health");
        Files.writeString(home.resolve("taken"), "no folder");

        assertThat(move(take(Duration.ZERO)))
                .containsExactly(
                        Finding.of(FindingCode.INBOX_FILE_NOT_MOVED, Place.file("mz/form.xlsx")));
        assertThat(files("inbox")).containsExactly("mz/form.xlsx: health");
    }

    @Test
    void aFileIsTakenWhenItHasBeenQuietLongEnough() throws IOException {
        Path file = lay("mz/form.xlsx", "health");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(59)));

        StockTaking.Stock restless = take(Duration.ofSeconds(60));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
        StockTaking.Stock quiet = take(Duration.ofSeconds(60));

        assertThat(restless.taken()).isEmpty();
        assertThat(restless.findings())
                .containsExactly(
                        Finding.of(
                                FindingCode.INBOX_FILE_STILL_CHANGING, Place.file("mz/form.xlsx")));
        assertThat(quiet.ledger().lines()).hasSize(1);
    }

    private StockTaking.Stock take(Duration quiet) {
        return new StockTaking(
                        new Archive(home.resolve("archive")),
                        new LedgerFile(home.resolve("archive/ledger.jsonl")),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        quiet)
                .take(home.resolve("inbox"), noRegister());
    }

    private IncomingRegister noRegister() {
        return switch (IncomingRegister.read(home.resolve("none.csv"), ZoneId.of("Asia/Almaty"))) {
            case Reading.Accepted<IncomingRegister>(IncomingRegister register, _) -> register;
            case Reading.Refused<IncomingRegister>(List<Finding> findings) ->
                    throw new AssertionError(findings.toString());
        };
    }

    private List<Finding> move(StockTaking.Stock stock) {
        return new TakenFiles(home.resolve("taken")).move(stock.taken());
    }

    private Ledger ledger() {
        return new LedgerFile(home.resolve("archive/ledger.jsonl")).read();
    }

    private Path lay(String path, String content) throws IOException {
        Path file = home.resolve("inbox").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private List<String> files(String folder) throws IOException {
        Path root = home.resolve(folder);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file) + ": " + text(file))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
