package kz.esep.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finds the ministry's sealing keys: files `<id>.key` in `.esep/keys`, readable by their owner
/// alone, and the environment variable `ESEP_SEAL_KEY` (`<id>:<secret>`), which seals if it is set.
/// Else the last file by name seals; with neither, the demonstration key does.
public final class SealKeys {

    private static final String ENDING = ".key";
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    private SealKeys() {}

    /// @param folder `.esep/keys`; need not exist
    /// @param fromEnvironment the variable's value, empty if unset
    /// @throws IllegalStateException if a key is empty or others may read its file
    public static Seals load(Path folder, String fromEnvironment) throws IOException {
        TreeMap<String, byte[]> keys = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            for (Path file : keyFiles(folder)) {
                String name = file.getFileName().toString();
                keys.put(name.substring(0, name.length() - ENDING.length()), secret(file));
            }
        }
        if (!fromEnvironment.isBlank()) {
            int colon = fromEnvironment.indexOf(':');
            if (colon < 1 || colon == fromEnvironment.length() - 1) {
                throw new IllegalStateException("ESEP_SEAL_KEY is written as <id>:<secret>");
            }
            String id = fromEnvironment.substring(0, colon);
            String secret = fromEnvironment.substring(colon + 1);
            keys.put(id, secret.getBytes(StandardCharsets.UTF_8));
            return Seals.of(keys, id);
        }
        return keys.isEmpty() ? Seals.demonstration() : Seals.of(keys, keys.lastKey());
    }

    private static List<Path> keyFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static byte[] secret(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new IllegalStateException(
                    "Others may read the key " + file.getFileName() + ": chmod 600 it first");
        }
        byte[] secret = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
        if (secret.length == 0) {
            throw new IllegalStateException("The key " + file.getFileName() + " is empty");
        }
        return secret;
    }
}
