package kz.esep.render.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A workbook as a list of its filled cells: `A1 text Есеп`, `B2 number 88.5 [0.0] 88.5`.
public final class Listing {

    private Listing() {}

    static XSSFWorkbook open(byte[] xlsx) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(xlsx));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String of(byte[] xlsx) throws IOException {
        StringBuilder listing = new StringBuilder();
        try (XSSFWorkbook workbook = open(xlsx)) {
            for (Sheet sheet : workbook) {
                listing.append("# ").append(sheet.getSheetName()).append('\n');
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        String line = line(cell);
                        if (!line.isEmpty()) {
                            listing.append(cell.getAddress())
                                    .append(' ')
                                    .append(line.replace("\n", "⏎"))
                                    .append('\n');
                        }
                    }
                }
            }
        }
        return listing.toString();
    }

    private static String line(Cell cell) {
        String shown =
                " ["
                        + cell.getCellStyle().getDataFormatString()
                        + "] "
                        + new DataFormatter(Locale.ROOT).formatCellValue(cell);
        return switch (cell.getCellType()) {
            case BLANK -> "";
            case NUMERIC ->
                    DateUtil.isCellDateFormatted(cell)
                            ? "date " + cell.getLocalDateTimeCellValue() + shown
                            : "number " + cell.getNumericCellValue() + shown;
            case STRING -> {
                String kind = cell.getHyperlink() == null ? "text " : "link ";
                yield kind
                        + cell.getStringCellValue()
                        + (cell.getHyperlink() == null
                                ? ""
                                : " → " + cell.getHyperlink().getAddress());
            }
            default -> cell.getCellType() + " " + cell;
        };
    }
}
