package kz.esep.demo;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The demonstration's tables, in `src/test/resources/demo`.
final class Tables {

    private static final String ANY = "*";

    private Tables() {}

    static List<NamedCsvRecord> read(String name) {
        InputStream table =
                Objects.requireNonNull(
                        Tables.class.getResourceAsStream("/demo/" + name),
                        () -> "There is no table " + name);
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .fieldSeparator('|')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a cell such as `*` or `abai vko` names a value.
    static boolean names(String cell, Object value) {
        return cell.equals(ANY) || Arrays.asList(cell.split(" ")).contains(value.toString());
    }

    static boolean namesAll(String cell) {
        return cell.equals(ANY);
    }
}
