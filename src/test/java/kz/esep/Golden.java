package kz.esep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What people see, kept as text in `src/test/resources/golden`.
///
/// After a wanted change `mvn test -Dgolden.write=true` writes the files anew; the difference is
/// then read like any other change.
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    public static void assertSame(String name, String seen) throws IOException {
        Files.createDirectories(FOLDER);
        assertSame(FOLDER.resolve(name), seen);
    }

    /// @param file a text of ours that quotes what people see
    public static void assertSame(Path file, String seen) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, seen, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(file), seen, file.toString());
    }
}
