package kz.esep.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// One run at a time: a lock that the operating system frees when its process dies.
///
/// The file says who holds it. The locked byte lies far behind that text, since Windows lets nobody
/// read a locked part.
final class RunLock implements AutoCloseable {

    private static final long FAR = Long.MAX_VALUE - 1;

    private static final int READINGS = 20;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Who holds the lock.
    ///
    /// @param process its number, 0 if unknown
    /// @param machine its name, empty if unknown
    record Holder(long process, String machine, Instant since) {

        /// This process.
        static Holder self(Clock clock) {
            return new Holder(
                    ProcessHandle.current().pid(),
                    Machine.name(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS));
        }

        /// `4711 2025-01-30T06:00:00Z ministry-7`, in at most so many letters.
        String quoted(int longest) {
            String text = process + " " + since + " " + machine;
            return text.substring(0, Math.min(longest, text.length()));
        }

        /// @param otherwise when it began, if the text does not say
        static Holder quoted(String text, Instant otherwise) {
            String[] words = text.strip().split(" ", 3);
            try {
                return new Holder(
                        Long.parseLong(words[0]),
                        words.length > 2 ? words[2] : "",
                        Instant.parse(words.length > 1 ? words[1] : ""));
            } catch (NumberFormatException | DateTimeParseException e) {
                return new Holder(0, "", otherwise);
            }
        }
    }

    /// @return empty if another process holds it
    static Optional<RunLock> take(Path file, Holder self) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock(FAR, 1, false) == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            self.quoted(Integer.MAX_VALUE).getBytes(StandardCharsets.UTF_8)));
            return Optional.of(new RunLock(channel));
        } catch (java.nio.channels.OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        }
    }

    /// What the lock's file says; process 0 if it says nothing. Whoever comes in the instant
    /// between a holder's taking the lock and its saying so waits for the words, a second at most.
    static Holder holder(Path file) throws IOException {
        Holder holder = read(file);
        for (int i = 0; i < READINGS && holder.process() == 0; i++) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return holder;
            }
            holder = read(file);
        }
        return holder;
    }

    private static Holder read(Path file) throws IOException {
        return Holder.quoted(Files.readString(file), Files.getLastModifiedTime(file).toInstant());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
