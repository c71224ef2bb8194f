package kz.esep.job;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What in the machine keeps a run from going on, and people can put right; then the same command
/// goes on from there.
public sealed interface Hindrance {

    /// @param place on the disk that is full
    record DiskFull(String place) implements Hindrance {}

    /// @param path that may not be read or written
    record NoAccess(String path) implements Hindrance {}

    /// @param path that is not there, as a share that is not mounted
    record Missing(String path) implements Hindrance {}

    /// @param database without secrets
    /// @param problem in the words of the driver or the server
    record NoDatabase(Kind kind, String database, String problem) implements Hindrance {

        /// What is the matter with it.
        public enum Kind {
            UNREACHABLE,
            REFUSED,
            LOST,
            DAMAGED
        }
    }

    /// @param broker without secrets
    /// @param refused it is there, and does not know this user
    /// @param problem in its own words
    record NoBroker(String broker, boolean refused, String problem) implements Hindrance {}

    /// @param megabytes the program was given
    record Memory(long megabytes) implements Hindrance {}

    /// Systems say it in their own words, and the file systems of shares in others.
    List<String> NO_ROOM =
            List.of(
                    "no space left on device",
                    "disk quota exceeded",
                    "not enough space on the disk",
                    "no room left");

    /// What a share says whose server is gone.
    List<String> NOBODY_THERE =
            List.of(
                    "transport endpoint is not connected",
                    "stale file handle",
                    "host is down",
                    "input/output error",
                    "network name cannot be found",
                    "network path was not found",
                    "no such device");

    /// @param failure that ended a run, with its causes
    /// @param begun the database had been reached before
    /// @return empty if it is none of these, and so a fault of the program
    static Optional<Hindrance> of(Throwable failure, Home home, boolean begun) {
        List<Throwable> causes = causes(failure).toList();
        return causes.stream()
                .<Hindrance>mapMulti((cause, found) -> files(cause, home).ifPresent(found))
                .findFirst()
                .or(() -> database(causes, Database.of(home), begun))
                .or(() -> missing(causes));
    }

    /// A failure with its causes.
    static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                // a circle of causes has been seen in drivers
                .limit(50);
    }

    private static Optional<Hindrance> files(Throwable cause, Home home) {
        String said = Optional.ofNullable(cause.getMessage()).orElse("").toLowerCase(Locale.ROOT);
        return switch (cause) {
            case OutOfMemoryError _ ->
                    Optional.of(new Memory(Runtime.getRuntime().maxMemory() / (1024 * 1024)));
            case IOException _ when NO_ROOM.stream().anyMatch(said::contains) ->
                    Optional.of(new DiskFull(home.root().toString()));
            // H2 keeps the words and not always the cause
            case SQLException _ when NO_ROOM.stream().anyMatch(said::contains) ->
                    Optional.of(new DiskFull(home.root().toString()));
            case Broker.Lost lost ->
                    Optional.of(new NoBroker(lost.broker(), lost.isRefused(), lost.problem()));
            case AccessDeniedException denied -> Optional.of(new NoAccess(file(denied, home)));
            case FileSystemException gone when NOBODY_THERE.stream().anyMatch(said::contains) ->
                    Optional.of(new Missing(file(gone, home)));
            default -> Optional.empty();
        };
    }

    private static Optional<Hindrance> missing(List<Throwable> causes) {
        return causes.stream()
                .filter(cause ->
                        cause instanceof NoSuchFileException
                                || cause instanceof NotDirectoryException)
                .map(cause -> ((FileSystemException) cause).getFile())
                .filter(file -> file != null)
                .<Hindrance>map(Missing::new)
                .findFirst();
    }

    private static String file(FileSystemException failure, Home home) {
        return Optional.ofNullable(failure.getFile()).orElse(home.root().toString());
    }

    private static Optional<Hindrance> database(
            List<Throwable> causes, Database database, boolean begun) {
        return causes.stream()
                .<NoDatabase.Kind>mapMulti((cause, found) -> kind(cause, begun).ifPresent(found))
                .reduce((_, inner) -> inner)
                .map(kind ->
                        new NoDatabase(
                                kind, database.shown(), problem(causes.getLast().getMessage())));
    }

    private static String problem(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static Optional<NoDatabase.Kind> kind(Throwable cause, boolean begun) {
        NoDatabase.Kind away = begun ? NoDatabase.Kind.LOST : NoDatabase.Kind.UNREACHABLE;
        return switch (cause) {
            case RunGuard.Lost _ -> Optional.of(NoDatabase.Kind.LOST);
            case SQLTransientConnectionException _ -> Optional.of(away);
            case SQLException sql -> kind(sql, away);
            default -> Optional.empty();
        };
    }

    /// By the SQL state, and by H2's own numbers where it has no state for the matter.
    private static Optional<NoDatabase.Kind> kind(SQLException failure, NoDatabase.Kind away) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
            return Optional.of(away);
        }
        if (state.startsWith("28") || state.startsWith("3D") || state.startsWith("42501")) {
            return Optional.of(NoDatabase.Kind.REFUSED);
        }
        return switch (failure.getErrorCode()) {
            // closed, already in use, broken connection, input and output
            case 90_020, 90_028, 90_031, 90_067, 90_098, 90_121 -> Optional.of(away);
            // damaged, of another version
            case 90_030, 90_048 -> Optional.of(NoDatabase.Kind.DAMAGED);
            default -> Optional.empty();
        };
    }
}
