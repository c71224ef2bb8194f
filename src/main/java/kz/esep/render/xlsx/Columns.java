package kz.esep.render.xlsx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A sheet's columns: their widths and styles, and which cells reach into them from rows above.
final class Columns {

    /// The edges that spreadsheets take off a column's width, in characters.
    private static final double PADDING = 0.71;

    private static final double WIDEST = 255;
    private static final double UNDECLARED = 8.43;

    private final Style basic;
    private final List<Column> declared = new ArrayList<>();
    private final Map<Integer, Reaching> reaching = new TreeMap<>();

    private record Column(double width, Optional<Style> style) {}

    /// A cell of a row above, over several rows.
    ///
    /// @param rows how many rows it still covers
    private record Reaching(int rows, Style style) {}

    Columns(Style basic) {
        this.basic = basic;
    }

    /// @return the new column's number, from 0
    int add(Tag tag, double width, Optional<Style> style) {
        if (width > WIDEST) {
            throw tag.mistake("is at most 255 characters wide, not " + tag.required("width"));
        }
        declared.add(new Column(width, style));
        return declared.size() - 1;
    }

    /// A width in characters as spreadsheets count it.
    static int units(double width) {
        return (int) Math.min((width + PADDING) * 256, WIDEST * 256);
    }

    /// In points: of the letters that a column's width is counted in.
    double basicSize() {
        return basic.size();
    }

    Style style(int column) {
        return column < declared.size() ? declared.get(column).style().orElse(basic) : basic;
    }

    /// How many characters are in `count` columns from one on.
    double width(int column, int count) {
        double width = 0;
        for (int i = column; i < column + count; i++) {
            width += i < declared.size() ? declared.get(i).width() : UNDECLARED;
        }
        return width;
    }

    /// Gives the rest of a merged cell its look: borders are drawn cell by cell.
    void cover(SheetRows row, int column, int across, int down, Style style, Styles styles) {
        for (int i = column; i < column + across; i++) {
            if (i > column) {
                row.put(i, Value.EMPTY, styles.of(style, Value.GENERAL, false));
            }
            if (down > 1) {
                reaching.put(i, new Reaching(down - 1, style));
            }
        }
    }

    /// Puts the cells that reach into a new row from above.
    ///
    /// @return the columns that they take
    BitSet reachingInto(SheetRows row, Styles styles) {
        BitSet taken = new BitSet();
        reaching.replaceAll((column, cell) -> {
            row.put(column, Value.EMPTY, styles.of(cell.style(), Value.GENERAL, false));
            taken.set(column);
            return new Reaching(cell.rows() - 1, cell.style());
        });
        reaching.values().removeIf(cell -> cell.rows() == 0);
        return taken;
    }
}
