package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.esep.job.Home;
import kz.esep.ledger.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `esep watch` as a process of its own, which is killed and stopped as such processes are.
class WatchTest {

    private static final Home PROJECT = new Home(Path.of(""));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path folder;
    private Clone clone = new Clone(PROJECT);
    private List<Process> started = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void takesInEachFileOnceWholeAndAnsweredThroughKillsAndStops() throws Exception {
        clone = Clone.bare(folder);
        Path first = watch();
        await(first, "Watching ", 1);

        Path slow = clone.home().inbox().resolve("mz/2024-Q4_mz.xlsx");
        Files.createDirectories(slow.getParent());
        byte[] bytes = Files.readAllBytes(PROJECT.inbox().resolve("mz/2024-Q4_mz.xlsx"));
        try (OutputStream out = Files.newOutputStream(slow)) {
            for (int part = 0; part < 8; part++) {
                out.write(
                        Arrays.copyOfRange(
                                bytes, bytes.length * part / 8, bytes.length * (part + 1) / 8));
                out.flush();
                TimeUnit.MILLISECONDS.sleep(400);
            }
        }
        clone.receive("karaganda/2024-Q4_karaganda.xlsx");
        clone.receive("karaganda/2024-Q4_karaganda_tuzetu.xlsx");
        await(first, "Receipt: ", 3);
        awaitFreeLock();

        started.getFirst().destroyForcibly().waitFor();
        Path lost = receipt("mz", slow);
        // as if it had been killed between the ledger's line and the answer
        Files.delete(lost.resolve("receipt.txt"));
        clone.receive("akmola/otchet_4kv_2024.xlsx");
        Path second = watch();
        await(second, "Receipt: ", 2);
        assertThat(lines(second))
                .filteredOn(line -> line.contains("mz/2024-Q4_mz.xlsx"))
                .hasSize(1);
        assertThat(lost.resolve("receipt.txt")).exists();
        assertThat(lost.resolve("receipt.pdf")).exists();

        Files.copy(slow, slow.resolveSibling("copy.xlsx"));
        await(second, "mz/copy.xlsx: this file was received before", 1);

        Process running = started.getLast();
        running.destroy();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).isEqualTo(143);
        await(second, "Watching has ended.", 1);
        String sha256 = Sha256.of(slow);
        assertThat(received())
                .hasSize(4)
                .anyMatch(line -> line.contains(sha256))
                .doesNotHaveDuplicates();
        assertThat(clone.home().archive()).isDirectoryNotContaining("glob:**/.incoming-*");
    }

    @Test
    void waitsForTheEndOfARun() throws Exception {
        clone = Clone.bare(folder);
        Path said;
        try (FileChannel _ = clone.anotherRun()) {
            said = watch();
            clone.receive("mz/2024-Q4_mz.xlsx");
            await(said, "Another run is under way; files wait for its end.", 1);

            assertThat(lines(said)).noneMatch(line -> line.contains("Receipt: "));
            assertThat(clone.home().ledger()).doesNotExist();
        }
        await(said, "Receipt: ", 1);
        assertThat(received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "3601"})
    void refusesAnIntervalThatIsNone(String interval) throws IOException {
        clone = Clone.bare(folder);

        assertThat(clone.run("watch", "--interval=" + interval, "--lang", "en"))
                .isEqualTo(
                        new Clone.Answer(
                                64,
                                "",
                                "“"
                                        + interval
                                        + "” is not a number of seconds. Needed: a whole number from 1 to"
                                        + " 3600.\n"));
    }

    /// @return a file with what it says; a pipe would lose the last words of a process that ends
    private Path watch() throws IOException {
        Path said = folder.resolve("said-" + started.size());
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Esep.class.getName(),
                                "watch",
                                "--interval",
                                "1",
                                "--lang",
                                "en",
                                "--home",
                                clone.home().root().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        started.add(process);
        return said;
    }

    private static void await(Path said, String text, int times) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (lines(said).stream().filter(line -> line.contains(text)).count() < times) {
            assertThat(Instant.now()).as(() -> String.join("\n", lines(said))).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /// The last line may still be half written.
    private static List<String> lines(Path said) {
        try {
            return new String(Files.readAllBytes(said), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Between two looks; a look of its own may hold it just now.
    private void awaitFreeLock() throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!clone.isIdle()) {
            assertThat(Instant.now()).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Path receipt(String agency, Path file) throws IOException {
        String sha256 = Sha256.of(file);
        try (Stream<Path> folders = Files.list(clone.home().receipts().resolve(agency))) {
            return folders.filter(name -> name.toString().endsWith(sha256.substring(0, 12)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> received() throws IOException {
        return Files.readAllLines(clone.home().ledger()).stream()
                .filter(line -> line.contains("\"kind\":\"received\""))
                .toList();
    }
}
