package kz.esep.intake.xlsx;

import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;

/// Makes a row as high as its longest text needs, estimated: no program measures rows on opening.
///
/// The height is not marked as the user's own, so that the row grows when an answer is typed.
final class RowHeight {

    /// Letters of our small type per unit of column width, on the safe side.
    private static final double LETTERS = 1.2;

    private static final float LEAST = 28;
    private static final float MOST = 400;

    private RowHeight() {}

    static void fit(XSSFRow row, float lineHeight) {
        int lines = 1;
        for (int i = 0; i < row.getLastCellNum(); i++) {
            XSSFCell cell = row.getCell(i);
            if (cell != null) {
                double width = row.getSheet().getColumnWidth(i) / 256.0 * LETTERS;
                lines = Math.max(lines, lines(cell.toString(), width));
            }
        }
        row.setHeightInPoints(Math.clamp(lines * lineHeight + 4, LEAST, MOST));
        row.getCTRow().setCustomHeight(false);
    }

    private static int lines(String text, double width) {
        return text.lines().mapToInt(line -> (int) Math.ceil((line.length() + 1) / width)).sum();
    }
}
