package kz.esep.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Reads `--as-of`: a day means its last second in the ministry's zone.
final class AsOfOption {

    private AsOfOption() {}

    static Optional<Instant> read(@Nullable String written, ZoneId zone, CommandLine line) {
        if (written == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    written.contains("T")
                            ? OffsetDateTime.parse(written).toInstant()
                            : LocalDate.parse(written)
                                    .atTime(LocalTime.of(23, 59, 59))
                                    .atZone(zone)
                                    .toInstant());
        } catch (DateTimeException e) {
            throw new WrongValue(line, "cli.usage.as-of", Map.of("found", written));
        }
    }
}
