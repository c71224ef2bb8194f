package kz.esep.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Whether a zip has the record that stands at its end; a file that is still being copied has not.
final class ZipEnd {

    private static final byte[] BEGINNING = {'P', 'K', 3, 4};
    private static final byte[] END = {'P', 'K', 5, 6};

    /// The record, with the longest comment.
    private static final int LONGEST = 22 + 0xFFFF;

    private ZipEnd() {}

    /// @return false for a file that is no zip
    static boolean isMissing(Path file) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(
                        file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            byte[] beginning = read(channel, 0, BEGINNING.length);
            if (indexOf(beginning, BEGINNING) != 0) {
                return false;
            }
            long from = Math.max(0, channel.size() - LONGEST);
            return indexOf(read(channel, from, LONGEST), END) < 0;
        }
    }

    private static byte[] read(SeekableByteChannel channel, long from, int most)
            throws IOException {
        int size = (int) Math.min(most, Math.max(0, channel.size() - from));
        ByteBuffer bytes = ByteBuffer.allocate(size);
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        return bytes.array();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
