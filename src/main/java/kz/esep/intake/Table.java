package kz.esep.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;

/// The form's table on a sheet: which row is the header, and where each column stands.
///
/// @param header the header's row number
/// @param columns the sheet's column of each form column found
/// @param alike numbers of rows below the header that hold headers again
record Table(Grid.Sheet sheet, int header, Map<FormColumn, Integer> columns, Set<Integer> alike) {

    /// A row with fewer known headers is no header.
    private static final int FEWEST = 4;

    /// The first row of a sheet that has the most known headers.
    static Optional<Table> find(Grid.Sheet sheet, FormWords words) {
        Optional<Table> best = Optional.empty();
        Set<Integer> headers = new HashSet<>();
        for (Grid.Row row : sheet.rows()) {
            Map<FormColumn, Integer> columns = columns(row.cells(), words);
            if (columns.size() >= FEWEST) {
                headers.add(row.number());
            }
            int most = best.map(table -> table.columns.size()).orElse(FEWEST - 1);
            if (columns.size() > most) {
                Map<FormColumn, Integer> all = columns(headings(sheet, row), words);
                best = Optional.of(new Table(sheet, row.number(), all, headers));
            }
        }
        return best;
    }

    private static Map<FormColumn, Integer> columns(
            SortedMap<Integer, Cell> headings, FormWords words) {
        Map<FormColumn, Integer> columns = new EnumMap<>(FormColumn.class);
        headings.forEach((at, cell) ->
                words.headers
                        .find(cell.shown())
                        .ifPresent(match -> columns.putIfAbsent(match.meaning(), at)));
        return columns;
    }

    /// The header's cells, and those that a merged area brings down to it from above.
    private static SortedMap<Integer, Cell> headings(Grid.Sheet sheet, Grid.Row header) {
        SortedMap<Integer, Cell> cells = new TreeMap<>(header.cells());
        for (Grid.Area area : sheet.merged()) {
            if (area.firstRow() < header.number() && area.lastRow() >= header.number()) {
                sheet.row(area.firstRow())
                        .map(row -> row.cell(area.firstColumn()))
                        .filter(cell -> !cell.isBlank())
                        .ifPresent(cell -> cells.putIfAbsent(area.firstColumn(), cell));
            }
        }
        return cells;
    }

    /// A page's header in the middle of the table.
    boolean repeatsHeader(Grid.Row row) {
        return row.number() > header && alike.contains(row.number());
    }

    /// The cell of a plan's column that a merged area brings down from a row above.
    Optional<Cell> fromAbove(Grid.Row row, FormColumn column) {
        Integer at = columns.get(column);
        if (at == null || sheet.merged().isEmpty()) {
            return Optional.empty();
        }
        return sheet.area(at, row.number())
                .filter(area -> area.firstRow() > header && area.firstRow() < row.number())
                .flatMap(
                        area -> sheet.row(area.firstRow()).map(top -> top.cell(area.firstColumn())))
                .filter(cell -> !cell.isBlank());
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
        SortedMap<Integer, Cell> headings = headings(sheet, sheet.row(header).orElseThrow());
        if (sheet.hidden()) {
            findings.add(Finding.of(FindingCode.SHEET_HIDDEN, file.cell(sheet.name(), "")));
        }
        headings.forEach((at, cell) -> {
            Place place = file.cell(sheet.name(), Grid.name(at, header));
            oddity(place, cell, at, words).ifPresent(findings::add);
        });
        moved(file, words).ifPresent(findings::add);
        hidden(file, words, findings);
        unheaded(file, headings, findings);
        merged(file, findings);
        for (Grid.Row row : sheet.rows()) {
            if (repeatsHeader(row)) {
                findings.add(
                        Finding.of(
                                FindingCode.HEADER_REPEATED,
                                file.cell(sheet.name(), Grid.name(0, row.number()))));
            }
        }
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

    /// The first column that does not stand where the form has it, if there is one.
    private Optional<Finding> moved(Place file, FormWords words) {
        return columns.entrySet().stream()
                .filter(column -> FormLayout.position(column.getKey()) != column.getValue())
                .min(Map.Entry.comparingByValue())
                .map(column ->
                        Finding.of(
                                FindingCode.COLUMNS_MOVED,
                                file.cell(sheet.name(), Grid.name(column.getValue(), header)),
                                "",
                                Map.of("column", words.header(column.getKey()))));
    }

    private void hidden(Place file, FormWords words, List<Finding> findings) {
        columns.forEach((column, at) -> {
            if (column.isAnswer() && sheet.hiddenColumns().contains(at)) {
                findings.add(
                        Finding.of(
                                FindingCode.COLUMN_HIDDEN,
                                file.cell(sheet.name(), Grid.name(at, header)),
                                "",
                                Map.of("column", words.header(column))));
            }
        });
    }

    /// Columns in which something stands below no header at all.
    private void unheaded(Place file, SortedMap<Integer, Cell> headings, List<Finding> findings) {
        Set<Integer> named = new HashSet<>(headings.keySet());
        for (Grid.Row row : sheet.rows()) {
            if (row.number() > header) {
                row.cells()
                        .forEach((at, cell) -> {
                            if (!cell.isBlank() && named.add(at)) {
                                findings.add(
                                        Finding.of(
                                                FindingCode.COLUMN_UNKNOWN,
                                                file.cell(
                                                        sheet.name(), Grid.name(at, row.number())),
                                                cell.shown()));
                            }
                        });
            }
        }
    }

    /// Answers in merged cells count once, for the first row.
    private void merged(Place file, List<Finding> findings) {
        Set<Integer> answers = new HashSet<>();
        columns.forEach((column, at) -> {
            if (column.isAnswer()) {
                answers.add(at);
            }
        });
        for (Grid.Area area : sheet.merged()) {
            boolean answer =
                    area.firstRow() > header
                            && area.lastRow() > area.firstRow()
                            && answers.contains(area.firstColumn());
            Optional<Cell> cell =
                    answer
                            ? sheet.row(area.firstRow()).map(row -> row.cell(area.firstColumn()))
                            : Optional.empty();
            cell.filter(given -> !given.isBlank())
                    .ifPresent(given ->
                            findings.add(
                                    Finding.of(
                                            FindingCode.ANSWER_MERGED,
                                            file.cell(
                                                    sheet.name(),
                                                    Grid.name(area.firstColumn(), area.firstRow())),
                                            given.shown(),
                                            Map.of(
                                                    "first",
                                                    Integer.toString(area.firstRow()),
                                                    "last",
                                                    Integer.toString(area.lastRow())))));
        }
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
