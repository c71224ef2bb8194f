package kz.esep.ledger;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Reading;

/// The chancellery's journal of incoming papers (кіріс журналы), `incoming-register.csv`: when it
/// received which file.
///
/// Lines that begin with `#` are comments. The file may be missing; then no file is in it.
public final class IncomingRegister {

    private static final List<String> HEADER =
            List.of("incoming_number", "received_at", "sender", "path", "sha256");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /// In the order of the journal, by normalized path: with thousands of rows, nobody looks
    /// through all of them for each file.
    private final Map<String, List<Row>> byPath = new HashMap<>();

    private IncomingRegister(List<Row> rows) {
        rows.forEach(
                row -> byPath.computeIfAbsent(normal(row.path()), _ -> new ArrayList<>()).add(row));
    }

    /// One incoming paper.
    ///
    /// @param path relative to the inbox, with `/`
    /// @param sha256 empty: the first content that ever lay at the path
    record Row(String number, Instant at, String path, String sha256) {

        boolean names(String content, boolean firstAtItsPath) {
            return sha256.isEmpty() ? firstAtItsPath : sha256.equals(content);
        }
    }

    /// Whether any row names the path.
    boolean names(String path) {
        return byPath.containsKey(normal(path));
    }

    /// A Mac writes й as и and a breve.
    private static String normal(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    /// The last row that names the file.
    ///
    /// @param firstAtItsPath no other content lay at the file's path before
    Optional<Row> row(String path, String sha256, boolean firstAtItsPath) {
        return byPath.getOrDefault(normal(path), List.of()).reversed().stream()
                .filter(row -> row.names(sha256, firstAtItsPath))
                .findFirst();
    }

    /// @param zone of times that are written without one: `20.01.2025 09:15`
    public static Reading<IncomingRegister> read(Path file, ZoneId zone) {
        String name = file.getFileName().toString();
        if (!Files.exists(file)) {
            return new Reading.Accepted<>(new IncomingRegister(List.of()), List.of());
        }
        List<Row> rows = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder()
                        .detectBomHeader(true)
                        .commentStrategy(de.siegmar.fastcsv.reader.CommentStrategy.SKIP)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(file)) {
            boolean header = true;
            for (CsvRecord row : csv) {
                List<String> fields = row.getFields().stream().map(String::strip).toList();
                Place place = Place.line(name, Math.toIntExact(row.getStartingLineNumber()));
                if (header) {
                    header = false;
                    if (!fields.equals(HEADER)) {
                        findings.add(
                                Finding.of(
                                        FindingCode.INCOMING_REGISTER_HEADER,
                                        place,
                                        String.join(",", fields),
                                        Map.of("header", String.join(",", HEADER))));
                        break;
                    }
                } else {
                    read(fields, place, zone, rows, findings);
                }
            }
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            findings.add(Finding.of(FindingCode.INCOMING_REGISTER_UNREADABLE, Place.file(name)));
        }
        return findings.isEmpty()
                ? new Reading.Accepted<>(new IncomingRegister(rows), List.of())
                : new Reading.Refused<>(findings);
    }

    private static void read(
            List<String> fields, Place place, ZoneId zone, List<Row> rows, List<Finding> findings) {
        if (fields.size() != HEADER.size()) {
            findings.add(
                    Finding.of(
                            FindingCode.INCOMING_REGISTER_COLUMNS,
                            place,
                            String.join(",", fields),
                            Map.of("columns", fields.size(), "expected", HEADER.size())));
            return;
        }
        Optional<Instant> at = instant(fields.get(1), zone);
        if (at.isEmpty()) {
            findings.add(Finding.of(FindingCode.INCOMING_REGISTER_TIME, place, fields.get(1)));
        }
        if (fields.get(3).isEmpty()) {
            findings.add(Finding.of(FindingCode.INCOMING_REGISTER_PATH, place));
        }
        String sha256 = fields.get(4).toLowerCase(Locale.ROOT);
        if (!sha256.matches("([0-9a-f]{64})?")) {
            findings.add(Finding.of(FindingCode.INCOMING_REGISTER_HASH, place, fields.get(4)));
        }
        at.ifPresent(time -> rows.add(new Row(fields.get(0), time, fields.get(3), sha256)));
    }

    private static Optional<Instant> instant(String text, ZoneId zone) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
