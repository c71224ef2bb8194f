package kz.esep.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Reading;

/// Finds the ministry's sealing keys: files `<id>.key` in `.esep/keys`, readable by their owner
/// alone, and the environment variable `ESEP_SEAL_KEY` (`<id>:<secret>`), which seals if it is set.
/// Else the last file by name seals; with neither, the demonstration key does.
public final class SealKeys {

    private static final String ENDING = ".key";
    private static final String VARIABLE = "ESEP_SEAL_KEY";
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
    /// @return refused if a key has no secret, others may read its file, or it is called `demo`
    public static Reading<Seals> load(Path folder, String fromEnvironment) throws IOException {
        TreeMap<String, byte[]> keys = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            for (Path file : keyFiles(folder)) {
                String name = file.getFileName().toString();
                String id = name.substring(0, name.length() - ENDING.length());
                add(keys, findings, Place.file(name), id, secret(file));
                if (othersMayRead(file)) {
                    findings.add(Finding.of(FindingCode.SEAL_KEY_EXPOSED, Place.file(name)));
                }
            }
        }
        String current = keys.isEmpty() ? Seals.DEMO : keys.lastKey();
        if (!fromEnvironment.isBlank()) {
            Place variable = Place.file(VARIABLE);
            int colon = fromEnvironment.indexOf(':');
            if (colon < 1) {
                findings.add(Finding.of(FindingCode.SEAL_KEY_WITHOUT_ID, variable));
            } else {
                current = fromEnvironment.substring(0, colon);
                add(keys, findings, variable, current, fromEnvironment.substring(colon + 1));
            }
        }
        if (!findings.isEmpty()) {
            return new Reading.Refused<>(findings);
        }
        return new Reading.Accepted<>(
                keys.isEmpty() ? Seals.demonstration() : Seals.of(keys, current), List.of());
    }

    private static void add(
            Map<String, byte[]> keys,
            List<Finding> findings,
            Place place,
            String id,
            String secret) {
        if (id.equals(Seals.DEMO)) {
            findings.add(Finding.of(FindingCode.SEAL_KEY_CALLED_DEMO, place));
        }
        if (secret.isBlank()) {
            findings.add(Finding.of(FindingCode.SEAL_KEY_EMPTY, place));
        }
        keys.put(id, secret.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> keyFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static boolean othersMayRead(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }

    private static String secret(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
