package kz.esep.cli;

import java.util.Locale;
import java.util.Map;
import kz.esep.job.Hindrance;
import kz.esep.language.Sentence;

/// Says what in the machine keeps a command from going on, and what to do about it.
final class Hindered {

    private static final String KEY = "cli.hindrance.";

    private Hindered() {}

    static ExitCode tell(Hindrance hindrance, Console console) {
        console.complain(sentence(hindrance));
        return switch (hindrance) {
            case Hindrance.DiskFull _, Hindrance.NoAccess _, Hindrance.Missing _ -> ExitCode.FILES;
            case Hindrance.NoDatabase _ -> ExitCode.DATABASE;
            case Hindrance.NoBroker _ -> ExitCode.BROKER;
            case Hindrance.Memory _ -> ExitCode.MEMORY;
        };
    }

    static Sentence sentence(Hindrance hindrance) {
        return switch (hindrance) {
            case Hindrance.DiskFull(String place) ->
                    Sentence.of(KEY + "disk-full", Map.of("place", place));
            case Hindrance.NoAccess(String path) ->
                    Sentence.of(KEY + "no-access", Map.of("path", path));
            case Hindrance.Missing(String path) ->
                    Sentence.of(KEY + "missing", Map.of("path", path));
            case Hindrance.NoDatabase(
                            Hindrance.NoDatabase.Kind kind,
                            String database,
                            String problem) ->
                    Sentence.of(
                            KEY + "database-" + kind.name().toLowerCase(Locale.ROOT),
                            Map.of("database", database, "problem", problem));
            case Hindrance.NoBroker(String broker, boolean refused, String problem) ->
                    Sentence.of(
                            KEY + (refused ? "broker-refused" : "broker-lost"),
                            Map.of("broker", broker, "problem", problem));
            case Hindrance.Memory(long megabytes) ->
                    Sentence.of(KEY + "memory", Map.of("megabytes", megabytes));
        };
    }
}
