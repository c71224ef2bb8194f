package kz.esep.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;

/// The form's table on a sheet: which row is the header, and where each column stands.
///
/// @param header the header's row number
/// @param columns the sheet's column of each form column found
record Table(Grid.Sheet sheet, int header, Map<FormColumn, Integer> columns) {

    /// A row with fewer known headers is no header.
    private static final int FEWEST = 4;

    /// The first row of a sheet that has the most known headers.
    static Optional<Table> find(Grid.Sheet sheet, FormWords words) {
        Optional<Table> best = Optional.empty();
        for (Grid.Row row : sheet.rows()) {
            Map<FormColumn, Integer> columns = columns(row, words);
            int most = best.map(table -> table.columns.size()).orElse(FEWEST - 1);
            if (columns.size() > most) {
                best = Optional.of(new Table(sheet, row.number(), columns));
            }
        }
        return best;
    }

    private static Map<FormColumn, Integer> columns(Grid.Row row, FormWords words) {
        Map<FormColumn, Integer> columns = new EnumMap<>(FormColumn.class);
        row.cells()
                .forEach((at, cell) ->
                        words.headers
                                .find(cell.shown())
                                .ifPresent(match -> columns.putIfAbsent(match.meaning(), at)));
        return columns;
    }

    Cell cell(Grid.Row row, FormColumn column) {
        Integer at = columns.get(column);
        return at == null ? Cell.BLANK : row.cell(at);
    }

    /// The place of a column's cell in a row; of column A where the sheet lacks the column.
    Place place(Place file, Grid.Row row, FormColumn column) {
        return file.cell(sheet.name(), Grid.name(columns.getOrDefault(column, 0), row.number()));
    }

    /// What is odd about the header: columns missing, unknown, twice, or known by their looks.
    List<Finding> findings(Place file, FormWords words) {
        List<Finding> findings = new ArrayList<>();
        Grid.Row row =
                sheet.rows().stream()
                        .filter(candidate -> candidate.number() == header)
                        .findFirst()
                        .orElseThrow();
        row.cells()
                .forEach((at, cell) -> {
                    Place place = file.cell(sheet.name(), Grid.name(at, header));
                    oddity(place, cell, at, words).ifPresent(findings::add);
                });
        Place place = file.cell(sheet.name(), Grid.name(0, header));
        for (FormColumn column : FormColumn.values()) {
            if (!columns.containsKey(column)) {
                missing(column)
                        .ifPresent(code ->
                                findings.add(
                                        Finding.of(
                                                code,
                                                place,
                                                "",
                                                Map.of("column", words.header(column)))));
            }
        }
        return findings;
    }

    private Optional<Finding> oddity(Place place, Cell cell, int at, FormWords words) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        Optional<Vocabulary.Match<FormColumn>> match = words.headers.find(cell.shown());
        if (match.isEmpty()) {
            return Optional.of(Finding.of(FindingCode.COLUMN_UNKNOWN, place, cell.shown()));
        }
        FormColumn column = match.get().meaning();
        int first = columns.getOrDefault(column, at);
        if (first != at) {
            return Optional.of(
                    Finding.of(
                            FindingCode.COLUMN_TWICE,
                            place,
                            cell.shown(),
                            Map.of(
                                    "column",
                                    words.header(column),
                                    "other",
                                    Grid.name(first, header))));
        }
        return match.get().lookAlike()
                ? Optional.of(
                        Finding.of(
                                FindingCode.WORD_LOOK_ALIKE,
                                place,
                                cell.shown(),
                                Map.of("column", words.header(column))))
                : Optional.empty();
    }

    /// Plan columns may be missing, unless no row can be understood without them.
    private static Optional<FindingCode> missing(FormColumn column) {
        return switch (column) {
            case MEASURE, YEAR, STATUS -> Optional.of(FindingCode.COLUMN_MISSING);
            default ->
                    column.isAnswer() ? Optional.of(FindingCode.COLUMN_LEFT_OUT) : Optional.empty();
        };
    }
}
