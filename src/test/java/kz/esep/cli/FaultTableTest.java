package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The README's table of faults claims nothing that no test proves.
class FaultTableTest {

    private static final Pattern PROOF = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

    @Test
    void everyRowNamesATestThatExists() throws IOException {
        List<String> rows =
                Files.readString(Path.of("README.md"))
                        .lines()
                        .dropWhile(line -> !line.startsWith("What was broken | "))
                        .skip(2)
                        .takeWhile(line -> line.contains(" | "))
                        .toList();
        assertThat(rows).hasSizeGreaterThan(10);
        for (String row : rows) {
            Matcher proof = PROOF.matcher(row);
            List<String> proofs = new ArrayList<>();
            while (proof.find()) {
                proofs.add(proof.group());
                assertThat(source(proof.group(1))).contains(" void " + proof.group(2) + "(");
            }
            assertThat(proofs).as(row).isNotEmpty();
        }
    }

    private static String source(String test) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Path file =
                    files.filter(path -> path.endsWith(test + ".java"))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no " + test));
            return Files.readString(file);
        }
    }
}
