package kz.esep.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.job.Home;
import kz.esep.ledger.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationDataTest {

    private static final Home PROJECT = new Home(Path.of(""));

    /// The file that LibreOffice saved is kept as it is committed, and so is the same both times.
    @Test
    void makesTheSameBytesTwice(@TempDir Path folder) throws IOException, InterruptedException {
        Home one = new Home(folder.resolve("one"));
        Home other = new Home(folder.resolve("other"));
        DemonstrationData.make(PROJECT, one, new Home(folder.resolve("first-scratch")));
        DemonstrationData.make(PROJECT, other, new Home(folder.resolve("second-scratch")));

        SortedMap<String, String> hashes = hashes(one.input());
        assertThat(hashes).hasSize(Letter.all().size() + 1);
        assertThat(hashes(other.input())).isEqualTo(hashes);
    }

    private static SortedMap<String, String> hashes(Path folder) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(folder.relativize(file).toString(), Sha256.of(file));
            }
        }
        return hashes;
    }
}
