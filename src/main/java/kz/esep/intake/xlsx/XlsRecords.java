package kz.esep.intake.xlsx;

import static kz.esep.findings.FindingCode.FILE_COLUMNS_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_DAMAGED;
import static kz.esep.findings.FindingCode.FILE_FILLED_ROWS_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_TEXT_TOO_LONG;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.intake.Cell;
import kz.esep.intake.Grid;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/// Makes plain cells of a legacy workbook's records, in the order in which they come.
final class XlsRecords extends AbortableHSSFListener {

    private static final int MOST_DIGITS = 15;
    private static final int CELL = 120;

    private final Limits limits;
    private final Budget budget;
    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final Map<Integer, CellStyles.Looks> looks = new HashMap<>();
    private final Map<Integer, Cell.Content> texts = new HashMap<>();
    private final List<Content> sheets = new ArrayList<>();
    private @Nullable SSTRecord shared;
    private @Nullable FormulaRecord awaitingText;
    private boolean date1904;
    private int open;
    private int filledRows;

    /// A sheet in the making. Charts inside of it are not its content.
    private static final class Content {
        final boolean worksheet;
        final SortedMap<Integer, SortedMap<Integer, Cell>> rows = new TreeMap<>();
        final Set<Integer> physical = new HashSet<>();
        final Set<Integer> hiddenRows = new HashSet<>();
        final Set<Integer> hiddenColumns = new HashSet<>();
        final List<Grid.Area> merged = new ArrayList<>();

        Content(boolean worksheet) {
            this.worksheet = worksheet;
        }
    }

    XlsRecords(Limits limits, Budget budget) {
        this.limits = limits;
        this.budget = budget;
    }

    Grid grid(Map<String, String> properties) throws Refusal {
        if (bound.size() != sheets.size()) {
            throw Refusal.of(FILE_DAMAGED, "sheets");
        }
        BoundSheetRecord[] inOrder = BoundSheetRecord.orderByBofPosition(bound);
        List<Grid.Sheet> made = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            Content sheet = sheets.get(i);
            BoundSheetRecord named = inOrder[i];
            if (sheet.worksheet) {
                made.add(sheet(sheet, named));
            }
        }
        return new Grid(made, properties, date1904);
    }

    private static Grid.Sheet sheet(Content sheet, BoundSheetRecord named) {
        List<Grid.Row> rows = new ArrayList<>();
        sheet.rows.forEach((row, cells) ->
                rows.add(new Grid.Row(row + 1, sheet.hiddenRows.contains(row), cells)));
        return new Grid.Sheet(
                named.getSheetname(),
                named.isHidden() || named.isVeryHidden(),
                rows,
                sheet.physical.size() - rows.size(),
                sheet.hiddenColumns,
                sheet.merged);
    }

    @Override
    public short abortableProcessRecord(Record read) throws HSSFUserException {
        try {
            budget.watch();
            switch (read) {
                case BOFRecord begin -> begin(begin);
                case EOFRecord _ -> open--;
                default -> {
                    if (sheets.isEmpty()) {
                        globals(read);
                    } else if (open == 1) {
                        inSheet(read, sheets.getLast());
                    }
                }
            }
        } catch (Refusal refusal) {
            throw new HSSFUserException(refusal);
        }
        return 0;
    }

    private void begin(BOFRecord begin) {
        if (open == 0 && begin.getType() != BOFRecord.TYPE_WORKBOOK) {
            sheets.add(new Content(begin.getType() == BOFRecord.TYPE_WORKSHEET));
        }
        open++;
    }

    private void globals(Record read) throws Refusal {
        switch (read) {
            case BoundSheetRecord sheet -> bound.add(sheet);
            case DateWindow1904Record window -> date1904 = window.getWindowing() == 1;
            case FormatRecord format ->
                    formats.put(format.getIndexCode(), format.getFormatString());
            case ExtendedFormatRecord style -> styles.add(style.getFormatIndex() & 0xFFFF);
            case SSTRecord strings -> {
                shared = strings;
                for (int i = 0; i < strings.getNumUniqueStrings(); i++) {
                    String text = strings.getString(i).getString();
                    budget.keep(text);
                    if (text.length() > limits.text()) {
                        throw Refusal.over(FILE_TEXT_TOO_LONG, limits.text());
                    }
                }
            }
            default -> {
                // nothing that intake asks for
            }
        }
    }

    private void inSheet(Record read, Content sheet) throws Refusal {
        if (read instanceof CellValueRecordInterface cell) {
            cell(cell, sheet);
        } else if (read instanceof StringRecord text && awaitingText != null) {
            FormulaRecord formula = awaitingText;
            awaitingText = null;
            budget.keep(text.getString());
            put(formula, Cell.Content.text(text.getString()), true, sheet);
        } else if (read instanceof RowRecord row) {
            sheet.physical.add(row.getRowNumber());
            if (row.getZeroHeight()) {
                sheet.hiddenRows.add(row.getRowNumber());
            }
        } else if (read instanceof ColumnInfoRecord columns && columns.getHidden()) {
            int last = Math.min(limits.columns(), columns.getLastColumn());
            for (int i = columns.getFirstColumn(); i <= last; i++) {
                sheet.hiddenColumns.add(i);
            }
        } else if (read instanceof MergeCellsRecord merged) {
            for (int i = 0; i < merged.getNumAreas(); i++) {
                CellRangeAddress area = merged.getAreaAt(i);
                sheet.merged.add(
                        new Grid.Area(
                                area.getFirstColumn(),
                                area.getFirstRow() + 1,
                                area.getLastColumn(),
                                area.getLastRow() + 1));
            }
        }
    }

    private void cell(CellValueRecordInterface cell, Content sheet) throws Refusal {
        switch (cell) {
            case NumberRecord number -> put(cell, number(number.getValue(), cell), false, sheet);
            case LabelSSTRecord label -> put(cell, shared(label.getSSTIndex()), false, sheet);
            case LabelRecord label -> {
                budget.keep(label.getValue());
                put(cell, Cell.Content.text(label.getValue()), false, sheet);
            }
            case BoolErrRecord value ->
                    put(
                            cell,
                            value.isBoolean()
                                    ? new Cell.Content.Truth(value.getBooleanValue())
                                    : fault(value.getErrorValue()),
                            false,
                            sheet);
            case FormulaRecord formula -> formula(formula, sheet);
            default -> sheet.physical.add(cell.getRow());
        }
    }

    private void formula(FormulaRecord formula, Content sheet) throws Refusal {
        awaitingText = null;
        switch (formula.getCachedResultTypeEnum()) {
            case NUMERIC -> put(formula, number(formula.getValue(), formula), true, sheet);
            case BOOLEAN ->
                    put(
                            formula,
                            new Cell.Content.Truth(formula.getCachedBooleanValue()),
                            true,
                            sheet);
            case ERROR -> put(formula, fault(formula.getCachedErrorValue()), true, sheet);
            case STRING, BLANK, FORMULA, _NONE -> {
                sheet.physical.add(formula.getRow());
                awaitingText = formula;
            }
        }
    }

    private static Cell.Content fault(int code) {
        return new Cell.Content.Fault(
                FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#?");
    }

    private Cell.Content number(double value, CellValueRecordInterface cell) throws Refusal {
        if (!Double.isFinite(value)) {
            throw Refusal.of(FILE_DAMAGED, "number");
        }
        BigDecimal number = BigDecimal.valueOf(value).round(new MathContext(MOST_DIGITS));
        return looks(cell).date()
                ? SerialDay.content(number, date1904)
                : new Cell.Content.Figure(number);
    }

    private Cell.Content shared(int index) throws Refusal {
        SSTRecord strings = shared;
        if (strings == null || index < 0 || index >= strings.getNumUniqueStrings()) {
            throw Refusal.of(FILE_DAMAGED, "shared text");
        }
        return texts.computeIfAbsent(
                index, _ -> Cell.Content.text(strings.getString(index).getString()));
    }

    private void put(
            CellValueRecordInterface at, Cell.Content content, boolean formula, Content sheet)
            throws Refusal {
        int row = at.getRow();
        sheet.physical.add(row);
        Cell cell = new Cell(content, formula, looks(at).percent());
        if (cell.isBlank()) {
            return;
        }
        if (at.getColumn() >= limits.columns()) {
            throw Refusal.over(FILE_COLUMNS_TOO_MANY, limits.columns());
        }
        budget.keep(CELL);
        SortedMap<Integer, Cell> cells =
                Optional.ofNullable(sheet.rows.get(row)).orElseGet(TreeMap::new);
        if (cells.isEmpty()) {
            filledRows++;
            if (filledRows > limits.filledRows()) {
                throw Refusal.over(FILE_FILLED_ROWS_TOO_MANY, limits.filledRows());
            }
            sheet.rows.put(row, cells);
        }
        cells.put((int) at.getColumn(), cell);
    }

    private CellStyles.Looks looks(CellValueRecordInterface cell) {
        return looks.computeIfAbsent((int) cell.getXFIndex(), this::looksOf);
    }

    private CellStyles.Looks looksOf(int style) {
        if (style < 0 || style >= styles.size()) {
            return CellStyles.Looks.PLAIN;
        }
        int format = styles.get(style);
        String builtIn = BuiltinFormats.getBuiltinFormat(format);
        return CellStyles.Looks.of(
                format, formats.getOrDefault(format, builtIn == null ? "" : builtIn));
    }
}
