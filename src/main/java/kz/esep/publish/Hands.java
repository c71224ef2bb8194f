package kz.esep.publish;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kz.esep.ledger.OnDisk;

/// Everything that publishing does to names in the file system.
class Hands {

    /// Makes a link; it is on the disk when it is moved to its place.
    ///
    /// @param target relative to that place
    /// @return false where the file system, or its user, may not link
    boolean link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
            return true;
        } catch (FileSystemException | UnsupportedOperationException e) {
            return false;
        }
    }

    /// On the disk when it returns.
    void move(Path from, Path to) throws IOException {
        OnDisk.move(from, to);
    }

    /// Copies a folder with all that is in it; it is on the disk when this returns.
    void copy(Path folder, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> below = Files.walk(folder)) {
            all = below.toList();
        }
        for (Path each : all) {
            Path copy = to.resolve(folder.relativize(each).toString());
            if (Files.isDirectory(each)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(each, copy);
                OnDisk.force(copy);
            }
        }
        OnDisk.forceNames(to);
    }

    /// Removes a folder with all that is in it, or a link; it need not exist.
    void delete(Path place) throws IOException {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(place)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
