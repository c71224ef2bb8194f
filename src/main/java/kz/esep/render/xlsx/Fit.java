package kz.esep.render.xlsx;

import java.util.Optional;

/// How high a row with merged cells must be: spreadsheets find that for themselves only where no
/// cell of several columns wraps.
final class Fit {

    /// No spreadsheet shows a higher row.
    static final double HIGHEST = 409;

    private static final double LINE = 1.3;

    /// Kazakh capitals and bold type are wider than the digit that a column's width is counted in.
    private static final double CHARACTER = 1.1;

    private final Columns columns;
    private boolean needed;
    private double points;

    Fit(Columns columns) {
        this.columns = columns;
    }

    void take(String text, int column, int across, Style style) {
        needed |= across > 1 && style.wrap();
        double scale = style.size() / columns.style(Integer.MAX_VALUE).size() * CHARACTER;
        int lines = style.wrap() ? lines(text, columns.width(column, across) / scale) : 1;
        points = Math.max(points, lines * style.size() * LINE + 2);
    }

    Optional<Double> height() {
        return needed ? Optional.of(points) : Optional.empty();
    }

    /// Lines of a text broken between words.
    static int lines(String text, double width) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines++;
            double used = 0;
            for (String word : paragraph.split(" ", -1)) {
                double length = word.length();
                if (used > 0 && used + 1 + length > width) {
                    lines++;
                    used = 0;
                }
                lines += (int) (Math.max(0, length - 1) / width);
                used += length + (used > 0 ? 1 : 0);
            }
        }
        return lines;
    }
}
