package kz.esep.render.xlsx;

import java.util.Optional;
import java.util.stream.IntStream;

/// How high a row must be for its text. Excel finds that for itself, but not for merged cells;
/// LibreOffice leaves every row of a strange file as high as one line, and cuts the rest.
///
/// Reckoned from the letters, not from a font of the machine: the same everywhere, and rather a
/// line too many than one too few.
final class Fit {

    /// No spreadsheet shows a higher row.
    static final double HIGHEST = 409;

    private static final double LINE = 1.28;

    /// What a line loses because spreadsheets round letters up to whole pixels.
    private static final double ROUNDING = 1.04;

    private static final double BOLD = 1.08;
    private static final String NARROW = " .,:;!'()[]|/-–«»\"іtfjrilI\u00A0";
    private static final String WIDE = "жмшщюыфдmw№%—@";

    private static final double WIDEST = 1.35;

    /// By letter: every letter of a workbook is measured.
    private static final double[] WIDTHS =
            IntStream.range(0, 0x530).mapToDouble(Fit::width).toArray();

    private static final double SPACE = WIDTHS[' '];

    private final Columns columns;
    private boolean needed;
    private double points;

    Fit(Columns columns) {
        this.columns = columns;
    }

    void take(String text, int column, int across, Style style) {
        if (!style.wrap()) {
            points = Math.max(points, height(1, style));
            return;
        }
        double size = style.size() / columns.basicSize() * (style.bold() ? BOLD : 1) * ROUNDING;
        int lines = lines(text, columns.width(column, across) / size);
        needed |= lines > 1;
        points = Math.max(points, height(lines, style));
    }

    /// Empty where one line is enough.
    Optional<Double> height() {
        return needed ? Optional.of(points) : Optional.empty();
    }

    private static double height(int lines, Style style) {
        return lines * style.size() * LINE + 2;
    }

    /// Lines of a text broken between words, in a column that holds so many digits.
    static int lines(String text, double width) {
        if (text.length() * WIDEST < width && text.indexOf('\n') < 0) {
            return 1;
        }
        int lines = 1;
        double used = 0;
        double word = 0;
        for (int i = 0; i <= text.length(); i++) {
            char letter = i < text.length() ? text.charAt(i) : '\n';
            if (letter != ' ' && letter != '\n') {
                word += letter < WIDTHS.length ? WIDTHS[letter] : width(letter);
                continue;
            }
            boolean first = used == 0;
            if (!first && used + SPACE + word > width) {
                lines++;
                used = 0;
                first = true;
            }
            used += word + (first ? 0 : SPACE);
            while (used > width) {
                lines++;
                used -= width;
            }
            word = 0;
            if (letter == '\n' && i < text.length()) {
                lines++;
                used = 0;
            }
        }
        return lines;
    }

    /// In digits, as columns are counted.
    private static double width(int letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return 0.6;
        }
        if (WIDE.indexOf(letter) >= 0) {
            return WIDEST;
        }
        return Character.isUpperCase(letter) ? 1.25 : 0.98;
    }
}
