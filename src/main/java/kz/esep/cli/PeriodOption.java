package kz.esep.cli;

import java.util.Map;
import java.util.Optional;
import kz.esep.plan.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Reads `--period`.
final class PeriodOption {

    private PeriodOption() {}

    static Optional<Period> read(@Nullable String written, CommandLine line) {
        if (written == null) {
            return Optional.empty();
        }
        return Optional.of(
                Period.parse(written)
                        .orElseThrow(() ->
                                new WrongValue(
                                        line, "cli.usage.period", Map.of("found", written))));
    }
}
