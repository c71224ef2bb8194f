package kz.esep.intake.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.intake.Cell;
import kz.esep.intake.Grid;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;

/// Reads a legacy `.xls` as plain cells. The whole file is loaded: the pre-flight caps its size.
final class XlsCells {

    private static final int MOST_DIGITS = 15;

    private XlsCells() {}

    static Grid read(Path file) throws IOException {
        try (POIFSFileSystem storage = new POIFSFileSystem(file.toFile(), true);
                HSSFWorkbook workbook = new HSSFWorkbook(storage, false)) {
            boolean date1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
            List<Grid.Sheet> sheets = new ArrayList<>();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                HSSFSheet sheet = workbook.getSheetAt(i);
                boolean hidden = workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE;
                sheets.add(new Grid.Sheet(sheet.getSheetName(), hidden, rows(sheet, date1904)));
            }
            return new Grid(sheets, properties(workbook));
        }
    }

    private static List<Grid.Row> rows(HSSFSheet sheet, boolean date1904) {
        List<Grid.Row> rows = new ArrayList<>();
        for (org.apache.poi.ss.usermodel.Row each : sheet) {
            HSSFRow row = (HSSFRow) each;
            SortedMap<Integer, Cell> cells = new TreeMap<>();
            for (org.apache.poi.ss.usermodel.Cell cell : row) {
                cells.put(cell.getColumnIndex(), cell((HSSFCell) cell, date1904));
            }
            rows.add(new Grid.Row(row.getRowNum() + 1, row.getZeroHeight(), cells));
        }
        return rows;
    }

    private static Cell cell(HSSFCell cell, boolean date1904) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
        String format = Optional.ofNullable(cell.getCellStyle().getDataFormatString()).orElse("");
        Cell.Content content =
                switch (type) {
                    case NUMERIC -> {
                        BigDecimal number =
                                BigDecimal.valueOf(cell.getNumericCellValue())
                                        .round(new MathContext(MOST_DIGITS));
                        boolean date =
                                DateUtil.isADateFormat(cell.getCellStyle().getDataFormat(), format);
                        yield date
                                ? SerialDay.content(number, date1904)
                                : new Cell.Content.Figure(number);
                    }
                    case STRING -> Cell.Content.text(cell.getStringCellValue());
                    case BOOLEAN -> new Cell.Content.Truth(cell.getBooleanCellValue());
                    case ERROR ->
                            new Cell.Content.Fault(
                                    FormulaError.forInt(cell.getErrorCellValue()).getString());
                    case BLANK, _NONE, FORMULA -> new Cell.Content.Blank();
                };
        return new Cell(content, formula, format.contains("%"));
    }

    private static Map<String, String> properties(HSSFWorkbook workbook) {
        Map<String, String> properties = new HashMap<>();
        DocumentSummaryInformation summary = workbook.getDocumentSummaryInformation();
        CustomProperties custom = summary == null ? null : summary.getCustomProperties();
        if (custom != null) {
            custom.forEach((name, value) -> {
                if (value instanceof String text) {
                    properties.put(name, text);
                }
            });
        }
        return properties;
    }
}
