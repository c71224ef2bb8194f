package kz.esep.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir Path folder;

    @Test
    void removesWhatAKillLeftHalfCopiedAndNothingElse() throws IOException {
        Archive archive = new Archive(folder.resolve("archive"));
        assertThat(archive.removeHalves()).isEmpty();
        String kept = archive.keep("whole".getBytes(StandardCharsets.UTF_8));
        Path half = Files.writeString(folder.resolve("archive/.incoming-123.tmp"), "ha");
        Path ledger = Files.writeString(folder.resolve("archive/ledger.jsonl"), "");

        assertThat(archive.removeHalves()).containsExactly(".incoming-123.tmp");

        assertThat(half).doesNotExist();
        assertThat(ledger).exists();
        assertThat(archive.find(kept)).isPresent();
    }

    /// Commands that only look take stock too, without the run's lock.
    @Test
    void losesNoCopyThatIsMadeWhileOthersAreRemoved() throws Exception {
        Archive archive = new Archive(folder.resolve("archive"));
        AtomicInteger made = new AtomicInteger();
        AtomicInteger removed = new AtomicInteger();
        Thread remover =
                Thread.ofPlatform()
                        .start(() -> {
                            while (made.get() >= 0) {
                                int before = made.get();
                                removed.addAndGet(halves(archive));
                                // a run removes once, not for ever
                                while (made.get() == before) {
                                    Thread.onSpinWait();
                                }
                            }
                        });
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < 300 || (removed.get() == 0 && i < 20_000); i++) {
            kept.add(archive.keep(("content " + i).getBytes(StandardCharsets.UTF_8)));
            made.incrementAndGet();
        }
        made.set(-1);
        remover.join();

        for (String sha256 : kept) {
            assertThat(archive.find(sha256)).isPresent();
        }
        assertThat(removed.get()).isPositive();
    }

    private static int halves(Archive archive) {
        try {
            return archive.removeHalves().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
