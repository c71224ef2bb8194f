package kz.esep.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.intake.Seals;
import kz.esep.ledger.Archive;
import kz.esep.ledger.Sha256;

/// What reports are made from besides the received files, by path below the home.
final class Inputs {

    private Inputs() {}

    /// What the ministry itself keeps.
    static SortedMap<String, Path> data(Home home) throws IOException {
        return below(home, List.of(home.agencies(), home.plan(), home.limits()));
    }

    static SortedMap<String, Path> templates(Home home) throws IOException {
        return below(home, List.of(home.templates()));
    }

    /// SHA-256 of the ministry's data and of every template.
    static SortedMap<String, String> hashes(Home home) throws IOException {
        SortedMap<String, Path> files = data(home);
        files.putAll(templates(home));
        return hashes(files);
    }

    static SortedMap<String, String> hashes(SortedMap<String, Path> files) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            hashes.put(file.getKey(), Sha256.of(file.getValue()));
        }
        return hashes;
    }

    /// Names all that a reading or an answer follows from, besides the file: the ministry's data,
    /// the templates with their words, the sealing keys, the program.
    static String context(Home home, Seals seals) throws IOException {
        return Sha256.of(
                Version.current()
                        + " "
                        + Version.code()
                        + "\n"
                        + hashes(home)
                        + "\n"
                        + home.settings().zone()
                        + "\n"
                        + seals.mark());
    }

    private static SortedMap<String, Path> below(Home home, List<Path> places) throws IOException {
        SortedMap<String, Path> found = new TreeMap<>();
        for (Path place : places) {
            if (Files.notExists(place)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(place)) {
                files.filter(Inputs::isInput).forEach(file -> found.put(home.name(file), file));
            }
        }
        return found;
    }

    private static boolean isInput(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
    }

    /// The home with the inputs of another time, laid out from the archive.
    ///
    /// @param contents SHA-256 by path
    /// @throws DataInError if the archive lacks one of them
    static Home layOut(Home home, SortedMap<String, String> contents) throws IOException {
        Path folder = home.inner().resolve("inputs").resolve(Sha256.of(contents.toString()));
        Archive archive = new Archive(home.archive());
        for (Map.Entry<String, String> content : contents.entrySet()) {
            Path kept =
                    archive.find(content.getValue())
                            .orElseThrow(() -> DataInError.archiveLacks(content.getValue()));
            Path file = folder.resolve(content.getKey()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("An input lies outside its folder: " + content.getKey());
            }
            Files.createDirectories(file.getParent());
            Files.copy(kept, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return home.withSources(folder);
    }
}
