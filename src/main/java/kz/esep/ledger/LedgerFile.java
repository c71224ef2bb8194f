package kz.esep.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// `ledger.jsonl`: the journal on disk, one JSON object a line, only ever appended to.
///
/// A last line without its line feed was torn by a crash before anybody could rely on it: reading
/// passes over it, the next entry overwrites it.
public final class LedgerFile {

    private final Path file;

    public LedgerFile(Path file) {
        this.file = file;
    }

    /// @throws LedgerBroken if the chain does not hold
    public Ledger read() {
        try {
            return Files.exists(file)
                    ? parse(whole(Files.readAllBytes(file)))
                    : new Ledger(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger cannot be read", e);
        }
    }

    /// Adds entries that follow from what the ledger says now; no other process can add any in
    /// between. They are on the disk when this returns.
    ///
    /// @return the ledger with them
    public Ledger extend(Function<Ledger, List<? extends Entry>> entries) {
        try {
            Path folder = OnDisk.parent(file);
            OnDisk.folders(folder);
            boolean first = Files.notExists(file);
            try (FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE)) {
                channel.lock();
                if (first) {
                    OnDisk.force(folder);
                }
                byte[] kept = whole(everything(channel));
                Ledger ledger = parse(kept);
                String added = text(ledger, entries.apply(ledger));
                if (!added.isEmpty()) {
                    channel.truncate(kept.length);
                    channel.position(kept.length);
                    ByteBuffer bytes = StandardCharsets.UTF_8.encode(added);
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                return parse(everything(channel));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger cannot be written", e);
        }
    }

    /// Through the channel that holds the lock: on Windows no other one may read.
    private static byte[] everything(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {}
        return bytes.array();
    }

    private static String text(Ledger ledger, List<? extends Entry> entries) {
        StringBuilder text = new StringBuilder();
        String previous = ledger.lastHash();
        long number = ledger.lines().size();
        for (Entry entry : entries) {
            number++;
            String line = Line.write(number, entry, previous);
            previous = Line.read(number, line, previous).hash();
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static byte[] whole(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return java.util.Arrays.copyOf(bytes, end);
    }

    private static Ledger parse(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        String previous = Line.NO_LINE_BEFORE;
        for (String text : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            Line line = Line.read(lines.size() + 1, text, previous);
            lines.add(line);
            previous = line.hash();
        }
        return new Ledger(lines);
    }
}
