package kz.esep.intake.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that hurt, made by [Corpus], each end in the finding that `corpus/files.csv` names: in 64
/// MiB for everything, the program included.
class CorpusTest {

    private static final Path EXPECTED = Path.of("src/test/resources/corpus/files.csv");

    @TempDir Path temporary;

    @Test
    void endsInTheExpectedFindingForEachFileAndIn64Mebibytes() throws Exception {
        Path files = Files.createDirectory(temporary.resolve("files"));
        Corpus.write(files);

        List<String> read = read(files);

        assertThat(read).isEqualTo(expected());
        assertThat(read).hasSizeGreaterThan(60);
    }

    private static List<String> expected() throws IOException {
        return Files.readAllLines(EXPECTED).stream().filter(line -> !line.startsWith("#")).toList();
    }

    private List<String> read(Path files) throws IOException, InterruptedException {
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        Process reading =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-Dfile.encoding=UTF-8",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                CorpusReading.class.getName(),
                                files.toString())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        // the limit of one file, for all of them
        boolean ended = reading.waitFor(200L * Limits.FORM.seconds(), TimeUnit.SECONDS);
        if (!ended) {
            reading.destroyForcibly();
        }
        assertThat(Files.readString(err, StandardCharsets.UTF_8)).isEmpty();
        assertThat(ended).isTrue();
        assertThat(reading.exitValue()).isZero();
        return Files.readAllLines(out);
    }
}
