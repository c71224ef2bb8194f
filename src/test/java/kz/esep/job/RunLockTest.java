package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who comes second is told who was first, also where the first had no time to say so yet.
class RunLockTest {

    private static final Instant SINCE = Instant.parse("2025-01-30T06:00:00Z");
    private static final RunLock.Holder FIRST = new RunLock.Holder(4711, "ministry-7", SINCE);

    @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void settle() {
        file = folder.resolve("run.lock");
    }

    @Test
    void tellsWhoHoldsIt() throws IOException {
        try (RunLock _ = RunLock.take(file, FIRST).orElseThrow()) {
            assertThat(RunLock.take(file, FIRST)).isEmpty();
            assertThat(RunLock.holder(file)).isEqualTo(FIRST);
        }
        RunLock.Holder next = new RunLock.Holder(42, "", SINCE);
        try (RunLock _ = RunLock.take(file, next).orElseThrow()) {
            assertThat(RunLock.holder(file)).isEqualTo(next);
        }
    }

    @Test
    void waitsForTheWordsOfOneWhoHasJustTakenIt() throws Exception {
        Files.createFile(file);
        CompletableFuture<Void> saying =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                Files.writeString(file, FIRST.quoted(100));
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));

        assertThat(RunLock.holder(file)).isEqualTo(FIRST);

        saying.join();
    }

    @Test
    void knowsOnlySinceWhenOfOneWhoNeverSaysWho() throws IOException {
        Files.createFile(file);
        Files.setLastModifiedTime(file, FileTime.from(SINCE.plus(Duration.ofSeconds(5))));

        assertThat(RunLock.holder(file))
                .isEqualTo(new RunLock.Holder(0, "", SINCE.plus(Duration.ofSeconds(5))));
    }
}
