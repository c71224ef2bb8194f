package kz.esep.intake.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import kz.esep.intake.Cell;
import kz.esep.intake.Grid;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.officeDocument.x2006.customProperties.CTProperty;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/// Reads an `.xlsx` as plain cells, without loading POI's model of it.
///
/// POI's own sheet handler formats numbers (0.125 becomes `13%`) and overlooks 1904 dates, and its
/// model takes a formula without a value for 0. Hence a handler of our own.
final class XlsxCells {

    private static final int MOST_DIGITS = 15;

    private XlsxCells() {}

    static Grid read(Path file)
            throws IOException,
                    OpenXML4JException,
                    SAXException,
                    ParserConfigurationException,
                    XmlException {
        // READ: by default POI opens for writing and rewrites the file on closing it
        try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(workbook);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(workbook, false);
            StylesTable styles = reader.getStylesTable();
            Contents contents = new Contents();
            parse(reader.getWorkbookData(), contents);
            List<Grid.Sheet> sheets = new ArrayList<>();
            for (Contents.Entry entry : contents.sheets) {
                Rows rows = new Rows(strings, styles, contents.date1904);
                parse(reader.getSheet(entry.relation()), rows);
                sheets.add(new Grid.Sheet(entry.name(), entry.hidden(), rows.rows));
            }
            return new Grid(sheets, properties(workbook));
        }
    }

    private static Map<String, String> properties(OPCPackage workbook)
            throws IOException, OpenXML4JException, XmlException {
        Map<String, String> properties = new HashMap<>();
        POIXMLProperties.CustomProperties custom =
                new POIXMLProperties(workbook).getCustomProperties();
        for (CTProperty property : custom.getUnderlyingProperties().getPropertyList()) {
            if (property.isSetLpwstr()) {
                properties.put(property.getName(), property.getLpwstr());
            }
        }
        return properties;
    }

    private static void parse(InputStream part, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        try (part) {
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(handler);
            parser.parse(new InputSource(part));
        }
    }

    /// The workbook part: which sheets there are, and from when days count.
    private static final class Contents extends DefaultHandler {
        record Entry(String name, boolean hidden, String relation) {}

        private final List<Entry> sheets = new ArrayList<>();
        private boolean date1904;

        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes) {
            if (name.equals("sheet")) {
                String state = attributes.getValue("state");
                sheets.add(
                        new Entry(
                                attributes.getValue("name"),
                                state != null && !state.equals("visible"),
                                relation(attributes)));
            } else if (name.equals("workbookPr")) {
                String value = attributes.getValue("date1904");
                date1904 = "1".equals(value) || "true".equals(value);
            }
        }

        /// The prefix of the relation's name space is the writer's choice.
        private static String relation(Attributes attributes) {
            for (int i = 0; i < attributes.getLength(); i++) {
                if (attributes.getLocalName(i).equals("id")
                        && attributes.getURI(i).endsWith("/relationships")) {
                    return attributes.getValue(i);
                }
            }
            return "";
        }
    }

    /// A sheet part: rows of typed cells.
    private static final class Rows extends DefaultHandler {
        private final ReadOnlySharedStringsTable strings;
        private final StylesTable styles;
        private final boolean date1904;
        private final Map<Integer, Looks> looks = new HashMap<>();
        private final List<Grid.Row> rows = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();
        private SortedMap<Integer, Cell> cells = new TreeMap<>();
        private int row;
        private boolean hidden;
        private int column = -1;
        private String type = "n";
        private int style;
        private boolean formula;
        private boolean collecting;
        private boolean phonetic;

        private record Looks(boolean date, boolean percent) {}

        Rows(ReadOnlySharedStringsTable strings, StylesTable styles, boolean date1904) {
            this.strings = strings;
            this.styles = styles;
            this.date1904 = date1904;
        }

        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes) {
            switch (name) {
                case "row" -> {
                    String number = attributes.getValue("r");
                    row = number == null ? row + 1 : Integer.parseInt(number);
                    String hide = attributes.getValue("hidden");
                    hidden = "1".equals(hide) || "true".equals(hide);
                    cells = new TreeMap<>();
                    column = -1;
                }
                case "c" -> {
                    String reference = attributes.getValue("r");
                    column = reference == null ? column + 1 : new CellReference(reference).getCol();
                    String written = attributes.getValue("t");
                    type = written == null ? "n" : written;
                    String index = attributes.getValue("s");
                    style = index == null ? 0 : Integer.parseInt(index);
                    formula = false;
                    value.setLength(0);
                }
                case "f" -> formula = true;
                case "v" -> collecting = true;
                case "t" -> collecting = !phonetic;
                case "rPh" -> phonetic = true;
                default -> {
                    // nothing that intake asks for
                }
            }
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            if (collecting) {
                value.append(letters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String name, String qName) {
            switch (name) {
                case "v", "t" -> collecting = false;
                case "rPh" -> phonetic = false;
                case "c" -> {
                    Looks look = looks.computeIfAbsent(style, this::looks);
                    cells.put(column, new Cell(content(look), formula, look.percent()));
                }
                case "row" -> rows.add(new Grid.Row(row, hidden, cells));
                default -> {
                    // nothing that intake asks for
                }
            }
        }

        private Cell.Content content(Looks look) {
            String raw = value.toString();
            if (raw.isEmpty()) {
                return formula && !type.equals("str")
                        ? new Cell.Content.Uncalculated()
                        : new Cell.Content.Blank();
            }
            return switch (type) {
                case "s" ->
                        Cell.Content.text(
                                strings.getItemAt(Integer.parseInt(raw.strip())).getString());
                case "inlineStr", "str" ->
                        Cell.Content.text(new XSSFRichTextString(raw).getString());
                case "b" ->
                        new Cell.Content.Truth(
                                raw.strip().equals("1") || raw.strip().equals("true"));
                case "e" -> new Cell.Content.Fault(raw.strip());
                case "d" -> new Cell.Content.Day(LocalDate.parse(raw.strip().substring(0, 10)));
                default -> number(raw.strip(), look);
            };
        }

        private Cell.Content number(String raw, Looks look) {
            if (raw.isEmpty()) {
                return new Cell.Content.Blank();
            }
            BigDecimal number = new BigDecimal(raw).round(new MathContext(MOST_DIGITS));
            return look.date()
                    ? SerialDay.content(number, date1904)
                    : new Cell.Content.Figure(number);
        }

        private Looks looks(int index) {
            if (index >= styles.getNumCellStyles()) {
                return new Looks(false, false);
            }
            XSSFCellStyle cellStyle = styles.getStyleAt(index);
            String format = cellStyle.getDataFormatString();
            return new Looks(
                    DateUtil.isADateFormat(cellStyle.getDataFormat(), format),
                    format != null && format.contains("%"));
        }
    }
}
