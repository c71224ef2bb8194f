package kz.esep.render.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Whether two language versions of a workbook say the same, cell by cell.
public final class WorkbookTwins {

    private final Set<String> typed;
    private final Function<String, List<String>> figures;
    private final BiPredicate<String, String> foreign;
    private final List<String> differences = new ArrayList<>();

    private WorkbookTwins(
            Set<String> typed,
            Function<String, List<String>> figures,
            BiPredicate<String, String> foreign) {
        this.typed = typed;
        this.figures = figures;
        this.foreign = foreign;
    }

    /// @param typed what agencies wrote, which may stand in either version as it is
    /// @param figures of a text
    /// @param foreign whether a text has words that are not of the language
    public static List<String> differences(
            byte[] kazakh,
            byte[] russian,
            Set<String> typed,
            Function<String, List<String>> figures,
            BiPredicate<String, String> foreign)
            throws IOException {
        WorkbookTwins twins = new WorkbookTwins(typed, figures, foreign);
        try (XSSFWorkbook kk = Listing.open(kazakh);
                XSSFWorkbook ru = Listing.open(russian)) {
            twins.same("sheets", kk.getNumberOfSheets(), ru.getNumberOfSheets());
            for (int i = 0; i < kk.getNumberOfSheets() && twins.differences.isEmpty(); i++) {
                twins.compare(kk.getSheetAt(i), ru.getSheetAt(i));
            }
        }
        return twins.differences;
    }

    private void same(String what, Object kk, Object ru) {
        if (!kk.equals(ru)) {
            differences.add("%s: %s | %s".formatted(what, kk, ru));
        }
    }

    private void compare(XSSFSheet kk, XSSFSheet ru) {
        String name = kk.getSheetName();
        if (!name.equals("Esep")) {
            same(name + " named", false, name.equals(ru.getSheetName()));
        }
        same(name + " rows", kk.getLastRowNum(), ru.getLastRowNum());
        same(name + " merged", kk.getMergedRegions(), ru.getMergedRegions());
        same(
                name + " frozen",
                String.valueOf(kk.getPaneInformation() == null),
                String.valueOf(ru.getPaneInformation() == null));
        same(name + " filter", filter(kk), filter(ru));
        same(name + " charts", charts(kk), charts(ru));
        for (Row row : kk) {
            XSSFRow other = ru.getRow(row.getRowNum());
            same(
                    name + " row " + (row.getRowNum() + 1) + " cells",
                    row.getLastCellNum(),
                    other == null ? -1 : other.getLastCellNum());
            for (Cell cell : row) {
                XSSFCell twin = other == null ? null : other.getCell(cell.getColumnIndex());
                if (twin == null) {
                    differences.add(name + "!" + cell.getAddress() + " has no twin");
                } else {
                    compare(name, (XSSFCell) cell, twin);
                }
            }
        }
    }

    private static String filter(XSSFSheet sheet) {
        return sheet.getCTWorksheet().isSetAutoFilter()
                ? sheet.getCTWorksheet().getAutoFilter().getRef()
                : "";
    }

    private static int charts(XSSFSheet sheet) {
        return sheet.getDrawingPatriarch() == null
                ? 0
                : sheet.getDrawingPatriarch().getCharts().size();
    }

    private void compare(String sheet, XSSFCell kk, XSSFCell ru) {
        CellAddress at = kk.getAddress();
        String where = sheet + "!" + at;
        boolean quoted = isTyped(kk) || isTyped(ru);
        if (!quoted) {
            same(where + " type", kk.getCellType(), ru.getCellType());
        }
        same(where + " link", kk.getHyperlink() == null, ru.getHyperlink() == null);
        if (kk.getCellType() == CellType.NUMERIC && ru.getCellType() == CellType.NUMERIC) {
            same(where, kk.getNumericCellValue(), ru.getNumericCellValue());
            same(where + " format", format(kk), format(ru));
        } else if (kk.getCellType() == CellType.STRING && !quoted) {
            String kazakh = kk.getStringCellValue();
            String russian = ru.getStringCellValue();
            if (!figures.apply(kazakh).equals(figures.apply(russian))) {
                differences.add(where + ": " + kazakh + " | " + russian);
            }
            if (foreign.test(kazakh, "kk")) {
                differences.add(where + " is no Kazakh: " + kazakh);
            }
            if (foreign.test(russian, "ru")) {
                differences.add(where + " is no Russian: " + russian);
            }
        }
    }

    private boolean isTyped(XSSFCell cell) {
        return cell.getCellType() == CellType.STRING
                && typed.stream().anyMatch(cell.getStringCellValue()::contains);
    }

    /// Russian parts the sign from the number.
    private static String format(XSSFCell cell) {
        return cell.getCellStyle()
                .getDataFormatString()
                .replace("\"\u00A0\"%", "%")
                .replace("\" \"%", "%");
    }
}
