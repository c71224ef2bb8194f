package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.esep.job.AnotherDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same inputs give the same bytes of every file, wherever, whenever and by whichever process.
class RepeatabilityTest {

    @TempDir Path folder;

    /// Another folder, zone, language, encoding, number of threads, age and order of the files,
    /// another day, and lines that end as on another kind of system.
    @Test
    void twoProcessesInOtherSurroundingsMakeTheSameBytes() throws Exception {
        Clone one = Libraries.alone(folder.resolve("one"));
        Clone other = copy(one, folder.resolve("a deeper folder/басқа қалта"));

        String first =
                report(
                        one,
                        Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8", "ESEP_RUN_THREADS", "1"),
                        List.of(Esep.class.getName(), "report"),
                        "-Duser.timezone=UTC",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-XX:TieredStopAtLevel=1");
        String second =
                report(
                        other,
                        Map.of("TZ", "America/St_Johns", "LC_ALL", "C.UTF-8"),
                        List.of(AnotherDay.class.getName(), "2031-07-08T09:10:11Z"),
                        "-Duser.timezone=America/St_Johns",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.language.format=ar",
                        "-Dfile.encoding=ISO-8859-9",
                        "-Dline.separator=\r\n",
                        "-XX:+UseSerialGC");

        SortedMap<String, String> bytes = Clone.hashes(one.home().output());
        assertThat(bytes.keySet())
                .as(first + second)
                .contains(
                        "2024-H1/kk/consolidated.pdf",
                        "2024-H1/ru/consolidated.xlsx",
                        "2024-H1/index.html",
                        "2024-H1/manifest.json");
        assertThat(Clone.hashes(other.home().output())).isEqualTo(bytes);
        assertThat(Files.readString(other.home().ledger()))
                .isEqualTo(Files.readString(one.home().ledger()));
        assertThat(notes(other)).isEqualTo(notes(one)).hasSizeGreaterThan(20);
    }

    /// What is kept of each document: what it was given, and what it said.
    private static List<String> notes(Clone clone) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(clone.home().inner().resolve("contents"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        lines.sort(null);
        return lines;
    }

    private static String report(
            Clone clone, Map<String, String> environment, List<String> program, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(
                List.of(
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path")));
        command.addAll(program);
        Path said = clone.home().root().resolveSibling("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(clone.home().root().toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(said.toFile());
        Process process = builder.start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(said);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    /// Files of another age.
    private static Clone copy(Clone clone, Path root) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(clone.home().root())) {
            all.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .forEach(each ->
                            files.put(clone.home().root().relativize(each).toString(), each));
        }
        // the last first: a folder lists its files in another order then
        for (Map.Entry<String, Path> file : files.reversed().entrySet()) {
            Path copy = root.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.copy(file.getValue(), copy);
            Files.setLastModifiedTime(copy, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
        }
        return new Clone(new kz.esep.job.Home(root));
    }
}
