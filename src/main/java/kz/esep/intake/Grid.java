package kz.esep.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// A workbook as plain cells, whatever kind of file it came from.
///
/// @param properties the custom properties that are texts
/// @param date1904 its days count from 1904
public record Grid(List<Sheet> sheets, Map<String, String> properties, boolean date1904) {

    public Grid {
        sheets = List.copyOf(sheets);
        properties = Map.copyOf(properties);
    }

    /// @param rows the rows in which something stands, in their order
    /// @param blank how many further physical rows the file has
    /// @param hiddenColumns from 0
    public record Sheet(
            String name,
            boolean hidden,
            List<Row> rows,
            int blank,
            Set<Integer> hiddenColumns,
            List<Area> merged) {
        public Sheet {
            rows = List.copyOf(rows);
            hiddenColumns = Set.copyOf(hiddenColumns);
            merged = List.copyOf(merged);
        }

        /// Physical rows.
        public int size() {
            return rows.size() + blank;
        }

        Optional<Row> row(int number) {
            return rows.stream().filter(row -> row.number() == number).findFirst();
        }

        /// The merged area that a cell belongs to.
        Optional<Area> area(int column, int row) {
            return merged.stream().filter(area -> area.holds(column, row)).findFirst();
        }
    }

    /// Merged cells: rows from 1, columns from 0, the last ones belong to it.
    public record Area(int firstColumn, int firstRow, int lastColumn, int lastRow) {
        boolean holds(int column, int row) {
            return column >= firstColumn
                    && column <= lastColumn
                    && row >= firstRow
                    && row <= lastRow;
        }
    }

    /// @param number from 1, as people see it
    /// @param cells by column, from 0; those in which something stands
    public record Row(int number, boolean hidden, SortedMap<Integer, Cell> cells) {

        public Cell cell(int column) {
            return cells.getOrDefault(column, Cell.BLANK);
        }
    }

    /// The name of a cell: column 0 of row 12 is `A12`.
    public static String name(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row).toString();
    }
}
