package kz.esep.plan;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Reading;
import kz.esep.language.Bilingual;
import kz.esep.language.Sentence;

/// Reads `opening.csv`: UTF-8, commas, a header, lines that begin with `#` are comments.
///
/// The columns may stand in any order; the paths of its findings are their names. The column `plan`
/// need not be there; a line that names no plan is about the default one.
final class OpeningFile {

    private static final List<String> COLUMNS =
            List.of(
                    "measure",
                    "year",
                    "agency",
                    "status",
                    "date",
                    "document",
                    "note_kk",
                    "note_ru");
    private static final SortedMap<String, OpeningEntry.Standing> STANDINGS =
            new TreeMap<>(
                    Map.of(
                            "done", OpeningEntry.Standing.DONE,
                            "unsettled", OpeningEntry.Standing.UNSETTLED,
                            "closed", OpeningEntry.Standing.CLOSED));

    private final String name;
    private final DutyBook duties;
    private final List<Finding> findings = new ArrayList<>();
    private final SortedMap<String, List<OpeningEntry>> entries = new TreeMap<>();
    private final Set<List<Object>> seen = new HashSet<>();

    private OpeningFile(String name, DutyBook duties) {
        this.name = name;
        this.duties = duties;
    }

    /// @return the entries by plan
    static Reading<Map<String, List<OpeningEntry>>> read(Path file, String name, DutyBook duties) {
        OpeningFile opening = new OpeningFile(name, duties);
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .detectBomHeader(true)
                        .ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : lines) {
                if (!opening.hasColumns(line)) {
                    break;
                }
                opening.new Line(line).enter();
            }
        } catch (CsvParseException e) {
            opening.unreadable(
                    Sentence.of(
                            "yaml.problem.syntax",
                            Map.of("detail", String.valueOf(e.getMessage()))));
        } catch (IOException | UncheckedIOException e) {
            opening.unreadable(Sentence.of("yaml.problem.no-access"));
        }
        return opening.findings.isEmpty()
                ? new Reading.Accepted<>(opening.entries, List.of())
                : new Reading.Refused<>(opening.findings);
    }

    private void unreadable(Sentence problem) {
        findings.add(
                Finding.of(
                        FindingCode.DATA_UNREADABLE,
                        Place.file(name),
                        "",
                        Map.of("problem", problem)));
    }

    private boolean hasColumns(NamedCsvRecord line) {
        for (String column : COLUMNS) {
            if (line.findField(column).isEmpty()) {
                findings.add(
                        Finding.of(
                                FindingCode.DATA_AGAINST_SCHEMA,
                                Place.file(name),
                                "",
                                Map.of(
                                        "path",
                                        column,
                                        "problem",
                                        Sentence.of("yaml.problem.required"))));
            }
        }
        return findings.stream().noneMatch(finding -> finding.place().cell().isEmpty());
    }

    /// One line; it reads every cell before it decides.
    private final class Line {

        private final NamedCsvRecord cells;
        private final int number;
        private final int before = findings.size();

        Line(NamedCsvRecord cells) {
            this.cells = cells;
            this.number = (int) cells.getStartingLineNumber();
        }

        void enter() {
            String named = cells.findField("plan").map(String::strip).orElse("");
            String plan = named.isEmpty() ? duties.defaultPlan() : named;
            entry(plan)
                    .ifPresent(entry ->
                            entries.computeIfAbsent(plan, _ -> new ArrayList<>()).add(entry));
        }

        private Optional<OpeningEntry> entry(String plan) {
            Obligation.Key key =
                    new Obligation.Key(number("measure"), number("year"), text("agency"));
            String status = text("status");
            if (!STANDINGS.containsKey(status)) {
                against(
                        "status",
                        Sentence.of(
                                "yaml.problem.enum",
                                Map.of("choices", String.join(", ", STANDINGS.keySet()))));
            }
            Optional<LocalDate> date = date("date");
            Bilingual note = new Bilingual(text("note_kk"), text("note_ru"));
            String document = text("document");
            if (findings.size() == before) {
                duties.problem(plan, key).ifPresent(this::unknown);
                if (!seen.add(List.of(plan, key))) {
                    add(
                            FindingCode.DATA_CONTRADICTION,
                            "measure",
                            Sentence.of("plan.problem.entered-twice"));
                }
            }
            return findings.size() > before
                    ? Optional.empty()
                    : Optional.of(
                            new OpeningEntry(
                                    key,
                                    Objects.requireNonNull(STANDINGS.get(status)),
                                    date,
                                    document,
                                    note,
                                    number));
        }

        private String text(String column) {
            return cells.getField(column).strip();
        }

        private int number(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                against(column, Sentence.of("yaml.problem.type", Map.of("expected", "integer")));
                return 0;
            }
        }

        private Optional<LocalDate> date(String column) {
            try {
                return Optional.of(text(column))
                        .filter(text -> !text.isEmpty())
                        .map(LocalDate::parse);
            } catch (DateTimeParseException e) {
                against(column, Sentence.of("yaml.problem.format"));
                return Optional.empty();
            }
        }

        private void against(String column, Sentence problem) {
            add(FindingCode.DATA_AGAINST_SCHEMA, column, problem);
        }

        private void unknown(Sentence problem) {
            add(FindingCode.DATA_UNKNOWN_REFERENCE, "measure", problem);
        }

        private void add(FindingCode code, String column, Sentence problem) {
            findings.add(
                    Finding.of(
                            code,
                            Place.line(name, number),
                            text(column),
                            Map.of("path", column, "problem", problem)));
        }
    }
}
