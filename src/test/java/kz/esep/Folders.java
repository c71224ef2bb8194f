package kz.esep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Folders of the project, for tests that must not touch them.
public final class Folders {

    private Folders() {}

    /// Copies a file, or every file below a folder; no links to folders, whose goals are copied by
    /// themselves.
    ///
    /// @param to made with the folders above it; must not hold any of the files
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> below = Files.walk(from)) {
            for (Path file : below.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
