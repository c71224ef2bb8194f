package kz.esep.intake.xlsx;

import static kz.esep.findings.FindingCode.FILE_ACTIVE_CONTENT;
import static kz.esep.findings.FindingCode.FILE_CELLS_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_COLUMNS_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_DAMAGED;
import static kz.esep.findings.FindingCode.FILE_FILLED_ROWS_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_RECORDS_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_ROWS_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_TEXT_TOO_LONG;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import kz.esep.intake.Cell;
import kz.esep.intake.Grid;

/// A sheet part becomes rows of typed cells: rows in order, each cell once and where it says it is,
/// numbers that are numbers.
final class SheetCells implements XmlParts.Walk {

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})");
    private static final Pattern AREA =
            Pattern.compile(
                    "\\$?([A-Z]{1,3})\\$?([1-9]\\d{0,6}):\\$?([A-Z]{1,3})\\$?([1-9]\\d{0,6})");
    private static final Pattern ROW = Pattern.compile("[1-9]\\d{0,6}");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;
    private static final int LONGEST_NUMBER = 64;
    private static final int MOST_DIGITS = 15;

    private final SharedStrings strings;
    private final CellStyles styles;
    private final Formulas formulas;
    private final boolean date1904;
    private final Total total;
    private final Limits limits;
    private final List<Grid.Row> rows = new ArrayList<>();
    private final List<Grid.Area> merged = new ArrayList<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final BitSet columns = new BitSet();
    private final StringBuilder value = new StringBuilder();
    private SortedMap<Integer, Cell> cells = new TreeMap<>();
    private int blank;
    private int row;
    private boolean hidden;

    /// From 1; 0 outside of cells.
    private int column;

    private boolean inCell;
    private String type = "n";
    private int style;
    private boolean formula;
    private boolean inFormula;
    private boolean collecting;
    private boolean phonetic;

    /// What all sheets of a workbook hold together.
    static final class Total {
        private final Limits limits;
        private final Budget budget;
        private int rows;
        private int filledRows;
        private int cells;
        private int records;

        Total(Limits limits, Budget budget) {
            this.limits = limits;
            this.budget = budget;
        }

        void row() throws Refusal {
            rows++;
            if (rows > limits.rows()) {
                throw Refusal.over(FILE_ROWS_TOO_MANY, limits.rows());
            }
        }

        void filledRow() throws Refusal {
            filledRows++;
            budget.keep(100);
            if (filledRows > limits.filledRows()) {
                throw Refusal.over(FILE_FILLED_ROWS_TOO_MANY, limits.filledRows());
            }
        }

        void cell() throws Refusal {
            cells++;
            if (cells > limits.cells()) {
                throw Refusal.over(FILE_CELLS_TOO_MANY, limits.cells());
            }
        }

        void filledCell(int column) throws Refusal {
            budget.keep(120);
            if (column > limits.columns()) {
                throw Refusal.over(FILE_COLUMNS_TOO_MANY, limits.columns());
            }
        }

        void record() throws Refusal {
            records++;
            if (records > limits.records()) {
                throw Refusal.over(FILE_RECORDS_TOO_MANY, limits.records());
            }
        }
    }

    SheetCells(
            SharedStrings strings,
            CellStyles styles,
            Formulas formulas,
            boolean date1904,
            Total total) {
        this.strings = strings;
        this.styles = styles;
        this.formulas = formulas;
        this.date1904 = date1904;
        this.total = total;
        this.limits = total.limits;
    }

    Grid.Sheet sheet(String name, boolean isHidden) {
        return new Grid.Sheet(name, isHidden, rows, blank, hiddenColumns, merged);
    }

    /// The cell that is being read: `F12`, or nothing.
    String place() {
        return inCell && column > 0 && row > 0 ? Grid.name(column - 1, row) : "";
    }

    @Override
    public void open(XMLStreamReader xml, String name) throws Refusal {
        switch (name) {
            case "row" -> row(xml);
            case "c" -> cell(xml);
            case "v" -> collecting = true;
            case "t" -> collecting = !phonetic;
            case "rPh" -> phonetic = true;
            case "f" -> {
                formula = true;
                inFormula = true;
                formulas.begin();
            }
            case "formula", "formula1", "formula2" -> {
                inFormula = true;
                formulas.begin();
            }
            case "oleObject", "control" -> throw Refusal.of(FILE_ACTIVE_CONTENT);
            case "col" -> {
                total.record();
                column(xml);
            }
            case "mergeCell" -> {
                total.record();
                merged(xml.getAttributeValue(null, "ref"));
            }
            case "cfRule", "dataValidation", "hyperlink", "brk" -> total.record();
            default -> {
                // looks, not content
            }
        }
    }

    private void row(XMLStreamReader xml) throws Refusal {
        inCell = false;
        String number = xml.getAttributeValue(null, "r");
        int next = row + 1;
        if (number != null) {
            if (!ROW.matcher(number).matches()) {
                throw Refusal.of(FILE_DAMAGED, "row number");
            }
            next = Integer.parseInt(number);
        }
        total.row();
        if (next <= row || next > LAST_ROW) {
            throw Refusal.of(FILE_DAMAGED, "row order");
        }
        row = next;
        hidden = Xml.flag(xml, "hidden");
        column = 0;
        columns.clear();
        cells = new TreeMap<>();
    }

    private void cell(XMLStreamReader xml) throws Refusal {
        String reference = xml.getAttributeValue(null, "r");
        column = reference == null ? column + 1 : columnOf(reference);
        inCell = true;
        if (row == 0 || column > LAST_COLUMN || columns.get(column)) {
            throw Refusal.of(FILE_DAMAGED, "cell reference");
        }
        columns.set(column);
        total.cell();
        String written = xml.getAttributeValue(null, "t");
        type = written == null ? "n" : written;
        style = style(xml.getAttributeValue(null, "s"));
        formula = false;
        value.setLength(0);
    }

    private static int style(String written) throws Refusal {
        try {
            return written == null ? 0 : Integer.parseInt(written);
        } catch (NumberFormatException e) {
            throw Refusal.of(FILE_DAMAGED, "style");
        }
    }

    private int columnOf(String reference) throws Refusal {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) != row) {
            throw Refusal.of(FILE_DAMAGED, "cell reference");
        }
        return number(matcher.group(1));
    }

    /// The number of a column's letters, from 1.
    private static int number(String letters) {
        int number = 0;
        for (int i = 0; i < letters.length(); i++) {
            number = number * 26 + letters.charAt(i) - 'A' + 1;
        }
        return number;
    }

    private void column(XMLStreamReader xml) {
        String first = xml.getAttributeValue(null, "min");
        String last = xml.getAttributeValue(null, "max");
        boolean numbers =
                first != null
                        && last != null
                        && ROW.matcher(first).matches()
                        && ROW.matcher(last).matches();
        if (numbers && Xml.flag(xml, "hidden")) {
            int end = Math.min(limits.columns(), Integer.parseInt(last));
            for (int i = Integer.parseInt(first); i <= end; i++) {
                hiddenColumns.add(i - 1);
            }
        }
    }

    private void merged(String area) {
        Matcher matcher = AREA.matcher(area == null ? "" : area);
        if (matcher.matches()) {
            merged.add(
                    new Grid.Area(
                            number(matcher.group(1)) - 1,
                            Integer.parseInt(matcher.group(2)),
                            number(matcher.group(3)) - 1,
                            Integer.parseInt(matcher.group(4))));
        }
    }

    @Override
    public void text(char[] letters, int start, int length) throws Refusal {
        if (inFormula) {
            formulas.add(letters, start, length);
        } else if (collecting) {
            value.append(letters, start, length);
            // seven letters may stand for one: _x0041_
            if (value.length() > 7L * limits.text()) {
                throw Refusal.over(FILE_TEXT_TOO_LONG, limits.text());
            }
        }
    }

    @Override
    public void close(String name) throws Refusal {
        switch (name) {
            case "v", "t" -> collecting = false;
            case "rPh" -> phonetic = false;
            case "f", "formula", "formula1", "formula2" -> {
                inFormula = false;
                formulas.end();
            }
            case "c" -> {
                CellStyles.Looks looks = styles.get(style);
                Cell cell = new Cell(content(looks), formula, looks.percent());
                if (!cell.isBlank()) {
                    total.filledCell(column);
                    cells.put(column - 1, cell);
                }
                inCell = false;
            }
            case "row" -> {
                if (cells.isEmpty()) {
                    blank++;
                } else {
                    total.filledRow();
                    rows.add(new Grid.Row(row, hidden, Collections.unmodifiableSortedMap(cells)));
                }
                cells = new TreeMap<>();
            }
            default -> {
                // looks, not content
            }
        }
    }

    private Cell.Content content(CellStyles.Looks looks) throws Refusal {
        if (value.isEmpty()) {
            return formula && !type.equals("str")
                    ? new Cell.Content.Uncalculated()
                    : new Cell.Content.Blank();
        }
        return switch (type) {
            case "inlineStr", "str" -> text();
            case "s" -> strings.get(value.toString().strip());
            case "b" -> truth(value.toString().strip());
            case "e" -> new Cell.Content.Fault(value.toString().strip());
            case "d" -> day(value.toString().strip());
            case "n" -> number(value.toString().strip(), looks);
            default -> throw Refusal.of(FILE_DAMAGED, "cell type");
        };
    }

    private Cell.Content text() throws Refusal {
        String text = Xml.text(value);
        if (text.length() > limits.text()) {
            throw Refusal.over(FILE_TEXT_TOO_LONG, limits.text());
        }
        total.budget.keep(text);
        return Cell.Content.text(text);
    }

    private static Cell.Content truth(String raw) throws Refusal {
        return switch (raw) {
            case "1", "true" -> new Cell.Content.Truth(true);
            case "0", "false" -> new Cell.Content.Truth(false);
            default -> throw Refusal.of(FILE_DAMAGED, "truth value");
        };
    }

    /// `2024-12-31T00:00:00`; what is no day is left to be read as a text.
    private static Cell.Content day(String raw) {
        try {
            return new Cell.Content.Day(
                    LocalDate.parse(raw.substring(0, Math.min(10, raw.length()))));
        } catch (DateTimeException e) {
            return Cell.Content.text(raw);
        }
    }

    /// Libraries take `NaN`, `1e400`, `0x1p3` and `5d` for numbers.
    private Cell.Content number(String raw, CellStyles.Looks looks) throws Refusal {
        if (raw.isEmpty()) {
            return new Cell.Content.Blank();
        }
        if (raw.length() > LONGEST_NUMBER
                || !NUMBER.matcher(raw).matches()
                || !Double.isFinite(Double.parseDouble(raw))) {
            throw Refusal.of(FILE_DAMAGED, "number");
        }
        BigDecimal number = new BigDecimal(raw).round(new MathContext(MOST_DIGITS));
        return looks.date() ? SerialDay.content(number, date1904) : new Cell.Content.Figure(number);
    }
}
