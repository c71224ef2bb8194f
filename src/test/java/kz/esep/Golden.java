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
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, seen, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(file), seen, name);
    }
}
