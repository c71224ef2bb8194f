package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.IntakeContext;
import kz.esep.intake.Received;
import kz.esep.intake.Seals;
import kz.esep.intake.xlsx.WorkbookIntake;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.ledger.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On the demonstration's own workbooks, which hold every kind of finding that agencies cause.
class KeptReadingsTest {

    private static final Home PROJECT = new Home(Path.of(""));

    @TempDir Path shelf;
    private final List<String> read = new ArrayList<>();
    private Workbooks workbooks = (_, received) -> unread(received);

    @BeforeEach
    void open() {
        MinistryData data = MinistryData.load(PROJECT);
        WorkbookIntake intake =
                new WorkbookIntake(
                        new IntakeContext(
                                data.register(),
                                data.plans().plans(),
                                Speech.of(PROJECT.messages(), Language.KK),
                                Speech.of(PROJECT.messages(), Language.RU),
                                Seals.demonstration()),
                        data.limits());
        workbooks =
                (snapshot, received) -> {
                    read.add(received.path());
                    return intake.read(snapshot, received);
                };
    }

    private static FileOutcome unread(Received received) {
        throw new IllegalStateException(received + " is not to be read");
    }

    private static Received received(Path file, long line) throws IOException {
        Path path = PROJECT.inbox().relativize(file);
        return new Received(
                line,
                path.toString(),
                path.getName(0).toString(),
                Sha256.of(file),
                Files.size(file),
                Instant.parse("2025-01-09T04:00:00Z"),
                Received.Source.FIRST_SEEN,
                "");
    }

    private static List<Path> inbox() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.inbox())) {
            return files.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList();
        }
    }

    @Test
    void saysOfEachWorkbookWhatItsFirstReadingSaid() throws IOException {
        List<FileOutcome> first = new ArrayList<>();
        List<FileOutcome> again = new ArrayList<>();
        List<FileOutcome> heads = new ArrayList<>();

        for (Path file : inbox()) {
            first.add(keeping("today").read(file, received(file, 7)));
        }
        int needed = read.size();
        for (Path file : inbox()) {
            again.add(keeping("today").read(file, received(file, 7)));
            heads.add(keeping("today").head(file, received(file, 7)));
        }

        assertThat(first).hasSizeGreaterThan(50);
        assertThat(again).isEqualTo(first);
        assertThat(heads).isEqualTo(first.stream().map(FileOutcome::head).toList());
        assertThat(read).hasSize(needed);
    }

    @Test
    void readsAnewWhatFollowsFromOtherData() throws IOException {
        Path file = inbox().getFirst();

        keeping("today").read(file, received(file, 7));
        keeping("today").read(file, received(file, 8));
        keeping("tomorrow").read(file, received(file, 7));

        assertThat(read).hasSize(3);
    }

    @Test
    void readsAnewWhatACrashOrADiskDamaged() throws IOException {
        Path file = inbox().getFirst();
        FileOutcome outcome = keeping("today").read(file, received(file, 7));
        Path kept = kept().getFirst();
        byte[] whole = Files.readAllBytes(kept);

        Files.write(kept, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(keeping("today").read(file, received(file, 7))).isEqualTo(outcome);
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        Files.write(kept, changed);
        assertThat(keeping("today").read(file, received(file, 7))).isEqualTo(outcome);
        Files.write(kept, new byte[0]);
        assertThat(keeping("today").head(file, received(file, 7))).isEqualTo(outcome.head());

        assertThat(read).hasSize(4);
    }

    @Test
    void forgetsDataThatAreLongNotUsed() throws IOException {
        Path file = inbox().getFirst();
        for (int day = 1; day <= 6; day++) {
            keeping("day " + day).read(file, received(file, 7));
            Files.setLastModifiedTime(
                    shelf.resolve("day " + day),
                    java.nio.file.attribute.FileTime.fromMillis(day * 1000L));
        }

        keeping("day 1").read(file, received(file, 7));

        try (Stream<Path> contexts = Files.list(shelf)) {
            assertThat(contexts.map(context -> context.getFileName().toString()))
                    .containsExactlyInAnyOrder("day 1", "day 4", "day 5", "day 6");
        }
    }

    private KeptReadings keeping(String context) throws IOException {
        return new KeptReadings(workbooks, shelf, context);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(shelf)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
