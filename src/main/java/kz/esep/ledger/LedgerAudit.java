package kz.esep.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The ledger, looked at line by line to its end: unlike [LedgerFile], which refuses a chain that
/// does not hold, this says of every line what is wrong.
///
/// A line that was changed is named itself, where its hash was left as it was. Where the hash was
/// made anew, the next line no longer follows it. Where all hashes to the end were made anew, the
/// ledger holds in itself; then the heads that manifests quote tell it.
///
/// @param lines by number, those that are what was once written
/// @param hashes that stand in the lines, by number, also in those that were changed
public record LedgerAudit(
        SortedMap<Long, Line> lines, SortedMap<Long, String> hashes, List<Difference> differences) {

    public LedgerAudit {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
        hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
        differences = List.copyOf(differences);
    }

    /// @param file which need not exist
    public static LedgerAudit of(Path file) throws IOException {
        return new Reader(name(file))
                .read(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
    }

    private static String name(Path file) {
        return Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
    }

    /// The readable entries of a kind, in their order.
    public <E extends Entry> Stream<E> entries(Class<E> kind) {
        return lines.values().stream().map(Line::entry).filter(kind::isInstance).map(kind::cast);
    }

    private static final class Reader {

        private final String name;
        private final SortedMap<Long, Line> lines = new TreeMap<>();
        private final SortedMap<Long, String> hashes = new TreeMap<>();
        private final List<Difference> differences = new ArrayList<>();

        Reader(String name) {
            this.name = name;
        }

        LedgerAudit read(byte[] bytes) {
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            String whole = new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
            String previous = Line.NO_LINE_BEFORE;
            long number = 0;
            for (String text : whole.lines().toList()) {
                number++;
                Line.Claimed claimed = Line.claimed(text);
                if (!claimed.holds()) {
                    say(number, "line-changed", Map.of());
                } else if (claimed.number() > number) {
                    say(
                            number,
                            "lines-missing",
                            Map.of(
                                    "from", String.valueOf(number),
                                    "to", String.valueOf(claimed.number() - 1)));
                    number = claimed.number();
                } else if (!claimed.previous().equals(previous) || claimed.number() != number) {
                    say(
                            number,
                            "line-does-not-follow",
                            Map.of("before", String.valueOf(number - 1)));
                }
                keep(number, claimed);
                previous = claimed.hash();
            }
            if (end < bytes.length) {
                say(number + 1, "line-torn", Map.of());
            }
            return new LedgerAudit(lines, hashes, differences);
        }

        private void keep(long number, Line.Claimed claimed) {
            hashes.put(number, claimed.hash());
            claimed.entry()
                    .ifPresent(entry -> lines.put(number, new Line(number, entry, claimed.hash())));
        }

        private void say(long number, String key, Map<String, ?> values) {
            differences.add(Difference.of(name + ":" + number, key, values));
        }
    }
}
