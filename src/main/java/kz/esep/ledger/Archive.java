package kz.esep.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every content ever received, kept under its own hash: `archive/ab/ab12…`.
public final class Archive {

    /// More than ten times what a workbook may have; a file beyond it is recorded and not kept.
    public static final long LARGEST = 64L * 1024 * 1024;

    /// How a copy is called while it has no name yet; a kill may leave one behind.
    private static final String HALF = ".incoming-";

    /// How often a copy is made anew that another process took for one that a kill had left.
    private static final int ATTEMPTS = 5;

    private final Path folder;

    public Archive(Path folder) {
        this.folder = folder;
    }

    /// Whether a content of this size is kept, or only recorded.
    public static boolean keeps(long bytes) {
        return bytes <= LARGEST;
    }

    /// A private copy of a file as it was when it was read; it goes away unless it is kept.
    final class Copy {

        private final byte[] content;
        private final long bytes;
        private final String sha256;

        private Copy(byte[] content, long bytes, String sha256) {
            this.content = content;
            this.bytes = bytes;
            this.sha256 = sha256;
        }

        String sha256() {
            return sha256;
        }

        long bytes() {
            return bytes;
        }

        /// Puts the copy under its name, unless it is too large or there before. It is on the disk
        /// when this returns: a line of the ledger may rely on it.
        void keep() throws IOException {
            if (!keeps(bytes)) {
                return;
            }
            Path place = place(sha256);
            OnDisk.folders(OnDisk.parent(place));
            if (Files.exists(place)) {
                // a kill may have come between its move and the forcing of its name
                OnDisk.force(OnDisk.parent(place));
                return;
            }
            for (int attempt = 1; ; attempt++) {
                try {
                    keep(place);
                    return;
                } catch (NoSuchFileException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }

        private void keep(Path place) throws IOException {
            Path whole = Files.createTempFile(folder, HALF, ".tmp");
            try {
                try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                    ByteBuffer rest = ByteBuffer.wrap(content);
                    while (rest.hasRemaining()) {
                        channel.write(rest);
                    }
                    channel.force(true);
                }
                OnDisk.move(whole, place);
            } finally {
                Files.deleteIfExists(whole);
            }
        }
    }

    /// Copies what the file holds at this moment, in memory: most of what lies in an inbox is there
    /// since long, and nothing is to be written for it. What is too large to be kept is only
    /// hashed.
    ///
    /// @param file read once, so that a file that changes meanwhile has the hash of what was
    ///   copied; no link
    Copy copy(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return copy(in);
        }
    }

    private Copy copy(InputStream in) throws IOException {
        byte[] content = in.readNBytes(Math.toIntExact(LARGEST) + 1);
        if (keeps(content.length)) {
            return new Copy(content, content.length, Sha256.of(content));
        }
        Sha256.Counting rest = new Sha256.Counting();
        String sha256 =
                Sha256.copy(new SequenceInputStream(new ByteArrayInputStream(content), in), rest);
        return new Copy(new byte[0], rest.bytes(), sha256);
    }

    /// Keeps a content that is an input of an issue: a plan file, a template.
    ///
    /// @return its hash
    public String keepInput(Path file) throws IOException {
        return kept(copy(file));
    }

    /// Keeps a manifest, so that an issue can be made again when its folder is lost.
    ///
    /// @return its hash
    public String keep(byte[] content) throws IOException {
        return kept(copy(new ByteArrayInputStream(content)));
    }

    private static String kept(Copy copy) throws IOException {
        copy.keep();
        return copy.sha256();
    }

    /// Whether this is a copy that has no name yet.
    public static boolean isHalf(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().startsWith(HALF);
    }

    /// Removes what kills left half copied. A copy that another process is making at this moment
    /// goes too; that process makes it anew.
    ///
    /// @return the names of what is gone
    public List<String> removeHalves() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> gone = new ArrayList<>();
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, HALF + "*")) {
            for (Path half : halves) {
                if (Files.deleteIfExists(half)) {
                    gone.add(half.getFileName().toString());
                }
            }
        }
        return gone;
    }

    /// Whether a content is there under its name.
    boolean holds(String sha256) {
        return Files.exists(place(sha256));
    }

    /// The kept content; empty if it was too large to be kept, or is gone or no longer what it was.
    public Optional<Path> find(String sha256) throws IOException {
        Path place = place(sha256);
        return Files.exists(place) && Sha256.of(place).equals(sha256)
                ? Optional.of(place)
                : Optional.empty();
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
