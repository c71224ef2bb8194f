package kz.esep.render.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.esep.language.Language;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// Writes one `<sheet>`, row by row.
final class SheetWriter {

    private static final Set<String> SHEET =
            Set.of(
                    "name",
                    "orientation",
                    "pages-wide",
                    "repeat-cols",
                    "freeze-cols",
                    "tab-colour",
                    "gridlines");
    private static final String[] PARTS = {"header", "footer", "col", "when", "row", "chart"};
    private static final String[] CELLS = {"cell"};
    private static final Set<String> COL = Set.of("width", "style", "repeat");
    private static final Set<String> ROW =
            Set.of("style", "height", "heading", "filter", "data", "new-page");
    private static final Set<String> CELL = Set.of("type", "style", "colspan", "rowspan", "to");

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final SheetRows data;
    private final Markup markup;
    private final Tag tag;
    private final Styles styles;
    private final Language language;
    private final Columns columns;
    private final List<Link> links = new ArrayList<>();
    private final List<Highlight> highlights = new ArrayList<>();
    private final Map<String, ChartRows> charted = new HashMap<>();

    private int rows;
    private @Nullable CellRangeAddress heading;
    private @Nullable CellRangeAddress filter;

    /// A link to a sheet, which may come later.
    record Link(Tag cell, String sheet) {
        void leadsTo(Set<String> sheets) {
            if (!sheets.contains(sheet)) {
                throw cell.mistake("leads to a sheet that is not there: " + sheet);
            }
        }
    }

    private SheetWriter(WorkbookFile file, Markup markup, Tag tag, Styles styles, Language language)
            throws IOException {
        this.workbook = file.workbook();
        this.sheet = workbook.createSheet(tag.required("name"));
        this.data = file.rowsOf(sheet);
        this.markup = markup;
        this.tag = tag;
        this.styles = styles;
        this.language = language;
        this.columns = new Columns(styles.basic());
    }

    /// @return the links to be checked when all sheets are known
    static List<Link> write(
            WorkbookFile file, Markup markup, Tag tag, Styles styles, Language language)
            throws IOException {
        String name = tag.having(SHEET).required("name");
        try {
            WorkbookUtil.validateSheetName(name);
        } catch (IllegalArgumentException e) {
            throw new MarkupException(
                    tag.place(), "\"" + name + "\" cannot name a sheet: " + e.getMessage(), e);
        }
        if (name.indexOf(',') >= 0) {
            // POI takes it for the comma between repeated rows and columns
            throw tag.mistake("has a comma in its name: " + name);
        }
        SheetWriter writer = new SheetWriter(file, markup, tag, styles, language);
        writer.fill();
        writer.finish();
        return writer.links;
    }

    private void fill() throws IOException {
        Page.setUp(sheet, tag);
        sheet.setDisplayGridlines(tag.flag("gridlines"));
        Style.colour(tag, "tab-colour")
                .ifPresent(colour -> sheet.setTabColor(new XSSFColor(colour)));
        Optional<Tag> child = markup.child("sheet", PARTS);
        while (child.isPresent()) {
            Tag part = child.get();
            switch (part.name()) {
                case "header" -> {
                    Page.edge(sheet.getHeader(), part);
                    markup.empty(part);
                }
                case "footer" -> {
                    Page.edge(sheet.getFooter(), part);
                    markup.empty(part);
                }
                case "col" -> column(part);
                case "when" -> {
                    highlights.add(Highlight.of(part, styles));
                    markup.empty(part);
                }
                case "chart" -> chart(ChartWriter.checked(part));
                default -> row(part);
            }
            child = markup.child("sheet", PARTS);
        }
    }

    private void column(Tag part) {
        part.having(COL).required("width");
        if (rows > 0) {
            throw part.mistake("stands before the first row");
        }
        for (int i = part.count("repeat", 1); i > 0; i--) {
            double width = part.measure("width").orElseThrow();
            sheet.setColumnWidth(columns.add(part, width, style(part)), Columns.units(width));
        }
        markup.empty(part);
    }

    private void row(Tag part) throws IOException {
        part.having(ROW);
        Optional<Style> rowStyle = style(part);
        Optional<ChartRows> charted = part.optional("data").map(this::charted);
        charted.ifPresent(own -> own.add(part, rows));
        Fit fit = new Fit(columns);
        BitSet taken = columns.reachingInto(data, styles);
        int column = taken.nextClearBit(0);
        int width = 0;
        Optional<Tag> child = markup.child("row", CELLS);
        while (child.isPresent()) {
            Tag cell = child.get().having(CELL);
            Style style = style(cell).or(() -> rowStyle).orElse(columns.style(column));
            String text = markup.text();
            Value value = Value.of(cell, text);
            data.put(column, value, styles.of(style, value.format(language), isQuoted(value)));
            int at = column;
            charted.ifPresent(own -> own.put(at, value));
            link(cell, column);
            int across = cell.count("colspan", 1);
            int down = cell.count("rowspan", 1);
            if (!taken.isEmpty() && taken.get(column, column + across).cardinality() > 0) {
                throw cell.mistake("covers a cell that reaches down from a row above");
            }
            if (across > 1 || down > 1) {
                sheet.addMergedRegionUnsafe(
                        new CellRangeAddress(rows, rows + down - 1, column, column + across - 1));
                columns.cover(data, column, across, down, style, styles);
            }
            if (down == 1) {
                fit.take(text, column, across, style);
            }
            width = column + across;
            column = taken.nextClearBit(width);
            child = markup.child("row", CELLS);
        }
        data.end(
                rows,
                part.measure("height")
                        .or(fit::height)
                        .map(points -> Math.min(points, Fit.HIGHEST)));
        mark(part, width);
        rows++;
    }

    /// The text would be a formula if somebody typed it.
    private static boolean isQuoted(Value value) {
        return value instanceof Value.Text text && text.formulaLike();
    }

    private ChartRows charted(String name) {
        return charted.computeIfAbsent(name, _ -> new ChartRows(rows));
    }

    /// A chart takes as many empty rows as it says.
    private void chart(Tag part) {
        ChartRows shown = charted.get(part.required("data"));
        if (shown == null) {
            throw part.mistake("shows the data " + part.required("data") + ", of which no row is");
        }
        new ChartWriter(sheet, part, shown, language).write(rows, markup);
        rows += part.count("rows", ChartWriter.ROWS);
    }

    private Optional<Style> style(Tag user) {
        return user.optional("style").map(name -> styles.named(user, name));
    }

    private void link(Tag cell, int column) {
        boolean isLink = cell.optional("type").filter("link"::equals).isPresent();
        if (!isLink && cell.optional("to").isPresent()) {
            throw cell.mistake("has \"to\", but is not of the type link");
        }
        if (isLink) {
            Link link = new Link(cell, cell.required("to"));
            links.add(link);
            XSSFHyperlink leads =
                    workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            leads.setAddress("'" + link.sheet().replace("'", "''") + "'!A1");
            leads.setCellReference(new CellReference(rows, column).formatAsString());
            sheet.addHyperlink(leads);
        }
    }

    private void mark(Tag row, int width) {
        if (row.flag("new-page") && rows > 0) {
            sheet.setRowBreak(rows - 1);
        }
        if (row.flag("heading")) {
            int first = heading == null ? rows : heading.getFirstRow();
            if (heading != null && heading.getLastRow() != rows - 1) {
                throw row.mistake("is a heading apart from the sheet's other heading rows");
            }
            heading = new CellRangeAddress(first, rows, -1, -1);
        }
        if (row.flag("filter")) {
            if (filter != null) {
                throw row.mistake("is the sheet's second row with filters");
            }
            filter = new CellRangeAddress(rows, rows, 0, width - 1);
        }
    }

    private void finish() {
        int frozenColumns = tag.count("freeze-cols", 0);
        int frozenRows = heading == null ? 0 : heading.getLastRow() + 1;
        if (frozenColumns > 0 || frozenRows > 0) {
            sheet.createFreezePane(frozenColumns, frozenRows);
        }
        if (heading != null) {
            sheet.setRepeatingRows(heading);
        }
        if (rows > frozenRows) {
            highlights.forEach(highlight -> highlight.on(sheet, frozenRows, rows - 1));
        }
        if (filter != null) {
            filter.setLastRow(rows - 1);
            sheet.setAutoFilter(filter);
        }
    }
}
