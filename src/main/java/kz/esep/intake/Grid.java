package kz.esep.intake;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// A workbook as plain cells, whatever kind of file it came from.
///
/// @param properties the custom properties that are texts
public record Grid(List<Sheet> sheets, Map<String, String> properties) {

    public Grid {
        sheets = List.copyOf(sheets);
        properties = Map.copyOf(properties);
    }

    /// @param rows the physical rows, in their order
    public record Sheet(String name, boolean hidden, List<Row> rows) {
        public Sheet {
            rows = List.copyOf(rows);
        }
    }

    /// @param number from 1, as people see it
    /// @param cells by column, from 0; blank cells may be left out
    public record Row(int number, boolean hidden, SortedMap<Integer, Cell> cells) {

        public Cell cell(int column) {
            return cells.getOrDefault(column, Cell.BLANK);
        }

        public boolean isBlank() {
            return cells.values().stream().allMatch(Cell::isBlank);
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
