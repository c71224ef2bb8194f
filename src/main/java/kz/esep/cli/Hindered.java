package kz.esep.cli;

import java.util.Locale;
import java.util.Map;
import kz.esep.job.Hindrance;

/// Says what in the machine keeps a command from going on, and what to do about it.
final class Hindered {

    private static final String KEY = "cli.hindrance.";

    private Hindered() {}

    static ExitCode tell(Hindrance hindrance, Console console) {
        return switch (hindrance) {
            case Hindrance.DiskFull(String place) -> {
                console.complain(KEY + "disk-full", Map.of("place", place));
                yield ExitCode.FILES;
            }
            case Hindrance.NoAccess(String path) -> {
                console.complain(KEY + "no-access", Map.of("path", path));
                yield ExitCode.FILES;
            }
            case Hindrance.Missing(String path) -> {
                console.complain(KEY + "missing", Map.of("path", path));
                yield ExitCode.FILES;
            }
            case Hindrance.NoDatabase(
                            Hindrance.NoDatabase.Kind kind,
                            String database,
                            String problem) -> {
                console.complain(
                        KEY + "database-" + kind.name().toLowerCase(Locale.ROOT),
                        Map.of("database", database, "problem", problem));
                yield ExitCode.DATABASE;
            }
            case Hindrance.Memory(long megabytes) -> {
                console.complain(KEY + "memory", Map.of("megabytes", megabytes));
                yield ExitCode.MEMORY;
            }
        };
    }
}
