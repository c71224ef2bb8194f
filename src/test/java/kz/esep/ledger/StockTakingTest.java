package kz.esep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Reading;
import kz.esep.intake.Received;
import kz.esep.plan.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockTakingTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final Instant NOW = Instant.parse("2025-01-30T06:00:00Z");
    private static final String HEADER = "incoming_number,received_at,sender,path,sha256\n";

    @TempDir Path home;

    @Test
    void takesFilesByPathAndPassesOverWhatOfficeProgramsLeave() throws IOException {
        lay("mz/form.xlsx", "health");
        lay("abai/form.xlsx", "abai");
        lay("stray.xlsx", "whose?");
        lay("mz/~$form.xlsx", "lock");
        lay("mz/.~lock.form.xlsx#", "lock");
        lay(".DS_Store", "mac");
        Files.createSymbolicLink(home.resolve("inbox/link.xlsx"), home.resolve("inbox/stray.xlsx"));

        assertThat(take(home, NOW).files())
                .extracting(Received::line, Received::path, Received::folder)
                .containsExactly(
                        tuple(1L, "abai/form.xlsx", "abai"),
                        tuple(2L, "mz/form.xlsx", "mz"),
                        tuple(3L, "stray.xlsx", ""));
    }

    @Test
    void leavesTheInboxAsItIsAndKeepsTheContent() throws IOException {
        Path file = lay("mz/form.xlsx", "health");
        Received received = take(home, NOW).files().getFirst();
        Files.delete(file);

        Path kept = archive(home).find(received.sha256()).orElseThrow();
        assertThat(Files.readString(kept)).isEqualTo("health");
        assertThat(kept)
                .isEqualTo(
                        home.resolve("archive")
                                .resolve(received.sha256().substring(0, 2))
                                .resolve(received.sha256()));
    }

    @Test
    void doesNotTakeAKnownContentOfAFolderAgain() throws IOException {
        lay("mz/form.xlsx", "health");
        take(home, NOW);
        lay("mz/copy of form.xlsx", "health");
        lay("mp/form.xlsx", "health");

        assertThat(take(home, NOW.plus(Duration.ofDays(1))).files())
                .extracting(Received::path)
                .containsExactly("mz/form.xlsx", "mp/form.xlsx");
    }

    @Test
    void believesTheChancelleryElseTheClock() throws IOException {
        lay("mz/form.xlsx", "health");
        lay("mp/form.xlsx", "education");
        lay("mne/form.xlsx", "economy");
        write(
                "incoming-register.csv",
                HEADER
                        + "17,20.01.2025 09:15,МЗ,mz/form.xlsx,\n"
                        + "18,2025-01-21T10:00:00+05:00,\"МП, канцелярия\",mp/form.xlsx,"
                        + Sha256.of("education")
                        + "\n");

        assertThat(take(home, NOW).files())
                .extracting(Received::path, Received::at, Received::source)
                .containsExactly(
                        tuple("mne/form.xlsx", NOW, Received.Source.FIRST_SEEN),
                        tuple(
                                "mp/form.xlsx",
                                Instant.parse("2025-01-21T05:00:00Z"),
                                Received.Source.INCOMING_REGISTER),
                        tuple(
                                "mz/form.xlsx",
                                Instant.parse("2025-01-20T04:15:00Z"),
                                Received.Source.INCOMING_REGISTER));
    }

    @Test
    void recordsALaterWordOfTheChancelleryAsANewLine() throws IOException {
        lay("mz/form.xlsx", "health");
        Ledger before = take(home, NOW);
        write("incoming-register.csv", HEADER + "17,20.01.2025 09:15,МЗ,mz/form.xlsx,\n");
        Ledger after = take(home, NOW);

        assertThat(after.lines()).startsWith(before.lines().getFirst()).hasSize(2);
        assertThat(after.files().getFirst().at()).isEqualTo(Instant.parse("2025-01-20T04:15:00Z"));
        assertThat(take(home, NOW)).isEqualTo(after);
    }

    @Test
    void appliesALineWithoutHashToTheFirstContentOfAPathOnly() throws IOException {
        write("incoming-register.csv", HEADER + "17,20.01.2025 09:15,МЗ,mz/form.xlsx,\n");
        lay("mz/form.xlsx", "health");
        take(home, NOW);
        lay("mz/form.xlsx", "health, corrected");

        assertThat(take(home, NOW).files())
                .extracting(Received::source)
                .containsExactly(Received.Source.INCOMING_REGISTER, Received.Source.FIRST_SEEN);
    }

    @Test
    void writesTheSameBytesInTwoClones() throws IOException {
        for (String clone : List.of("first", "second")) {
            Path root = home.resolve(clone);
            for (String agency : List.of("mz", "mp", "abai")) {
                Path file = root.resolve("inbox").resolve(agency).resolve("form.xlsx");
                Files.createDirectories(file.getParent());
                Files.writeString(file, agency);
            }
            Files.writeString(
                    root.resolve("incoming-register.csv"),
                    HEADER
                            + "1,10.01.2025 09:00,a,abai/form.xlsx,\n"
                            + "2,11.01.2025 09:00,b,mp/form.xlsx,\n"
                            + "3,12.01.2025 09:00,c,mz/form.xlsx,\n");
        }
        take(home.resolve("first"), NOW);
        take(home.resolve("second"), NOW.plus(Duration.ofDays(99)));

        assertThat(home.resolve("first/archive/ledger.jsonl"))
                .hasSameBinaryContentAs(home.resolve("second/archive/ledger.jsonl"));
    }

    @Test
    void namesTheLineThatWasTamperedWith() throws IOException {
        lay("abai/form.xlsx", "abai");
        lay("mz/form.xlsx", "health");
        lay("mp/form.xlsx", "education");
        take(home, NOW);
        Path ledger = home.resolve("archive/ledger.jsonl");
        List<String> lines = Files.readAllLines(ledger);

        Files.writeString(
                ledger,
                String.join("\n", lines).replace("\"path\":\"mp/", "\"path\":\"mx/") + "\n");
        assertThatThrownBy(() -> ledgerFile(home).read())
                .hasMessage("Line 2 of the ledger is not what was once written");

        Files.write(ledger, List.of(lines.get(0), lines.get(2)));
        assertThatThrownBy(() -> ledgerFile(home).read())
                .hasMessage("Line 2 of the ledger is not what was once written");
    }

    @Test
    void passesOverALastLineThatACrashToreAndWritesItAnew() throws IOException {
        lay("abai/form.xlsx", "abai");
        Ledger one = take(home, NOW);
        Path ledger = home.resolve("archive/ledger.jsonl");
        Files.writeString(ledger, "{\"line\":2,\"kind\":\"rec", StandardOpenOption.APPEND);

        assertThat(ledgerFile(home).read()).isEqualTo(one);
        lay("mz/form.xlsx", "health");
        assertThat(take(home, NOW).lines()).hasSize(2);
        assertThat(ledgerFile(home).read().files())
                .extracting(Received::path)
                .containsExactly("abai/form.xlsx", "mz/form.xlsx");
    }

    @Test
    void quotesTheSameHeadAfterAnIssueAndCountsFingerprints() throws IOException {
        lay("abai/form.xlsx", "abai");
        Ledger before = take(home, NOW);
        Period period = Period.quarter(2024, 4);
        assertThat(before.issueNumber("roads", period, "aa")).isEqualTo(1);

        Ledger after =
                ledgerFile(home)
                        .extend(ledger -> List.of(new Entry.Issued("roads", period, 1, "aa", "")));

        assertThat(after.head()).isEqualTo(before.head());
        assertThat(after.issueNumber("roads", period, "aa")).isEqualTo(1);
        assertThat(after.issueNumber("roads", period, "bb")).isEqualTo(2);
        assertThat(after.issueNumber("roads", Period.quarter(2024, 3), "bb")).isEqualTo(1);
        assertThat(after.issueNumber("bridges", period, "bb")).isEqualTo(1);
    }

    @Test
    void namesEveryLineOfTheJournalThatIsWrong() throws IOException {
        write(
                "incoming-register.csv",
                HEADER
                        + "17,20.13.2025 09:15,МЗ,mz/form.xlsx,\n"
                        + "18,20.01.2025 09:15,МЗ,,12ab\n"
                        + "19,20.01.2025 09:15,МЗ\n");

        assertThat(register(home))
                .isEqualTo(
                        new Reading.Refused<>(
                                List.of(
                                        Finding.of(
                                                FindingCode.INCOMING_REGISTER_TIME,
                                                Place.line("incoming-register.csv", 2),
                                                "20.13.2025 09:15"),
                                        Finding.of(
                                                FindingCode.INCOMING_REGISTER_PATH,
                                                Place.line("incoming-register.csv", 3)),
                                        Finding.of(
                                                FindingCode.INCOMING_REGISTER_HASH,
                                                Place.line("incoming-register.csv", 3),
                                                "12ab"),
                                        Finding.of(
                                                FindingCode.INCOMING_REGISTER_COLUMNS,
                                                Place.line("incoming-register.csv", 4),
                                                "19,20.01.2025 09:15,МЗ",
                                                Map.of("columns", 3, "expected", 5)))));
    }

    private Path lay(String path, String content) throws IOException {
        return write("inbox/" + path, content);
    }

    private Path write(String path, String content) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static Ledger take(Path root, Instant now) {
        return switch (register(root)) {
            case Reading.Accepted<IncomingRegister>(IncomingRegister register, _) ->
                    new StockTaking(
                                    archive(root),
                                    ledgerFile(root),
                                    Clock.fixed(now, ZoneOffset.UTC))
                            .take(root.resolve("inbox"), register)
                            .ledger();
            case Reading.Refused<IncomingRegister>(List<Finding> findings) ->
                    throw new AssertionError(findings);
        };
    }

    private static Reading<IncomingRegister> register(Path root) {
        return IncomingRegister.read(root.resolve("incoming-register.csv"), ALMATY);
    }

    private static Archive archive(Path root) {
        return new Archive(root.resolve("archive"));
    }

    private static LedgerFile ledgerFile(Path root) {
        return new LedgerFile(root.resolve("archive/ledger.jsonl"));
    }
}
