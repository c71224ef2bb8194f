package kz.esep.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is there also after a power cut.
///
/// A file system keeps a file's content and the name in its folder apart, and writes both when it
/// likes: who needs a name to be there has to force the folder too.
public final class OnDisk {

    private OnDisk() {}

    /// Returns when a file's content, or a folder's list of names, is on the disk.
    public static void force(@Nullable Path place) throws IOException {
        if (place == null) {
            throw new IllegalArgumentException("nothing lies above a root");
        }
        boolean folder = Files.isDirectory(place);
        if (folder && !isPosix(place)) {
            // Windows opens no folder; NTFS journals names by itself
            return;
        }
        try (FileChannel channel =
                FileChannel.open(
                        place, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Gives something whole another name, in one step that is on the disk when this returns.
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(parent(to));
        if (!parent(from).equals(parent(to))) {
            force(parent(from));
        }
    }

    /// Makes a folder and those above it that are missing.
    ///
    /// @param folder as [Path#getParent()] gives it
    public static void folders(@Nullable Path folder) throws IOException {
        if (folder == null) {
            throw new IllegalArgumentException("a root needs no folder");
        }
        Deque<Path> missing = new ArrayDeque<>();
        for (Path each = folder.toAbsolutePath();
                each != null && Files.notExists(each);
                each = each.getParent()) {
            missing.push(each);
        }
        // also complains where a file has the name
        Files.createDirectories(folder);
        for (Path made : missing) {
            force(parent(made));
        }
    }

    /// Forces the names in a folder and in all below it; the files' content was forced when it was
    /// written.
    public static void forceNames(Path folder) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.walk(folder)) {
            folders =
                    all.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)).toList();
        }
        for (Path each : folders) {
            force(each);
        }
    }

    /// The folder that something lies in.
    ///
    /// @throws IllegalArgumentException for a file system's root
    public static Path parent(Path place) {
        Path parent = place.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("nothing lies above " + place);
        }
        return parent;
    }

    private static boolean isPosix(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
