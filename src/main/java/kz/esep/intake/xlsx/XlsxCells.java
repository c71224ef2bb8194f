package kz.esep.intake.xlsx;

import static kz.esep.findings.FindingCode.FILE_DAMAGED;
import static kz.esep.findings.FindingCode.FILE_NOT_A_WORKBOOK;
import static kz.esep.findings.FindingCode.FILE_SHEETS_TOO_MANY;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamReader;
import kz.esep.findings.FindingCode;
import kz.esep.intake.Grid;

/// Reads an `.xlsx` as plain cells with the JDK alone, checking every part on the way.
///
/// Libraries forgive too much: a sheet whose part is missing vanishes, a number such as `NaN` is
/// one, a formula without a value is 0, 1904 dates are overlooked; and their models of a workbook
/// take a hundred times its size in memory.
final class XlsxCells {

    private final OfficePackage workbook;
    private final XmlParts xml;
    private final Limits limits;
    private final Budget budget;
    private final Formulas formulas;

    private XlsxCells(OfficePackage workbook, XmlParts xml, Limits limits, Budget budget) {
        this.workbook = workbook;
        this.xml = xml;
        this.limits = limits;
        this.budget = budget;
        this.formulas = new Formulas(limits);
    }

    static Cells read(Path file, Limits limits, Budget budget) throws IOException, Refusal {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            XmlParts xml = new XmlParts(zip, limits, budget);
            OfficePackage workbook = OfficePackage.open(zip, Files.size(file), limits, xml);
            return new XlsxCells(workbook, xml, limits, budget).read();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw Refusal.of(FILE_DAMAGED, "zip");
        }
    }

    private Cells read() throws IOException, Refusal {
        Map<String, ZipEntry> rest = workbook.xmlParts();
        OfficePackage.Relations root = workbook.relations("");
        String name =
                root.ofType("officeDocument").orElseThrow(() -> Refusal.of(FILE_NOT_A_WORKBOOK));
        Contents contents = new Contents();
        xml.walk(workbook.part(name), contents);
        rest.remove(name);
        OfficePackage.Relations relations = workbook.relations(name);
        SharedStrings strings = new SharedStrings(limits, budget);
        Optional<String> stringsPart = relations.ofType("sharedStrings");
        if (stringsPart.isPresent()) {
            xml.walk(workbook.part(stringsPart.get()), strings);
            rest.remove(stringsPart.get());
        }
        CellStyles styles = new CellStyles(limits);
        Optional<String> stylesPart = relations.ofType("styles");
        if (stylesPart.isPresent()) {
            xml.walk(workbook.part(stylesPart.get()), styles);
            rest.remove(stylesPart.get());
        }
        SheetCells.Total total = new SheetCells.Total(limits, budget);
        List<Grid.Sheet> sheets = new ArrayList<>();
        for (Contents.Entry entry : contents.sheets) {
            Optional<OfficePackage.Relation> relation = relations.of(entry.relation());
            if (relation.isPresent() && relation.get().type().equals("chartsheet")) {
                continue;
            }
            SheetCells cells = new SheetCells(strings, styles, formulas, contents.date1904, total);
            try {
                String part = relation.map(OfficePackage.Relation::target).orElse("");
                xml.walk(workbook.part(part), cells);
                rest.remove(part);
            } catch (Refusal refusal) {
                throw refusal.in(entry.name(), cells.place());
            }
            sheets.add(cells.sheet(entry.name(), entry.hidden()));
        }
        Map<String, String> properties = new HashMap<>();
        Optional<String> custom = root.ofType("custom-properties");
        if (custom.isPresent()) {
            xml.walk(workbook.part(custom.get()), new Properties(properties, budget));
            rest.remove(custom.get());
        }
        for (ZipEntry part : rest.values()) {
            xml.walk(part, new Other());
        }
        return new Cells(
                new Grid(sheets, properties, contents.date1904),
                workbook.refersOutside() || formulas.refersOutside());
    }

    /// The workbook part: which sheets there are, and from when days count.
    private final class Contents extends Other {
        record Entry(String name, boolean hidden, String relation) {}

        private final List<Entry> sheets = new ArrayList<>();
        private boolean date1904;

        @Override
        public void open(XMLStreamReader part, String name) throws Refusal {
            super.open(part, name);
            if (name.equals("sheet")) {
                String state = part.getAttributeValue(null, "state");
                String title = part.getAttributeValue(null, "name");
                sheets.add(
                        new Entry(
                                title == null ? "" : title,
                                state != null && !state.equals("visible"),
                                relation(part)));
                if (sheets.size() > limits.sheets()) {
                    throw Refusal.over(FILE_SHEETS_TOO_MANY, limits.sheets());
                }
            } else if (name.equals("workbookPr")) {
                date1904 = Xml.flag(part, "date1904");
            }
        }

        /// The prefix of the relation's name space is the writer's choice.
        private static String relation(XMLStreamReader part) {
            for (int i = 0; i < part.getAttributeCount(); i++) {
                String space = part.getAttributeNamespace(i);
                if (part.getAttributeLocalName(i).equals("id")
                        && space != null
                        && space.endsWith("/relationships")) {
                    return part.getAttributeValue(i);
                }
            }
            return "";
        }
    }

    /// Any part: its formulas are looked at, and it may not call for programs.
    private class Other implements XmlParts.Walk {
        private boolean formula;

        @Override
        public void open(XMLStreamReader part, String name) throws Refusal {
            switch (name) {
                case "ddeLink", "oleLink", "oleObject" ->
                        throw Refusal.of(FindingCode.FILE_ACTIVE_CONTENT);
                case "definedName" -> {
                    formula = true;
                    formulas.begin();
                }
                default -> {
                    // looks, not content
                }
            }
        }

        @Override
        public void text(char[] letters, int start, int length) throws Refusal {
            if (formula) {
                formulas.add(letters, start, length);
            }
        }

        @Override
        public void close(String name) throws Refusal {
            if (formula && name.equals("definedName")) {
                formula = false;
                formulas.end();
            }
        }
    }

    /// The custom properties that are texts.
    private static final class Properties implements XmlParts.Walk {
        private final Map<String, String> properties;
        private final Budget budget;
        private final StringBuilder value = new StringBuilder();
        private String name = "";
        private boolean collecting;

        Properties(Map<String, String> properties, Budget budget) {
            this.properties = properties;
            this.budget = budget;
        }

        @Override
        public void open(XMLStreamReader part, String element) {
            if (element.equals("property")) {
                name = Optional.ofNullable(part.getAttributeValue(null, "name")).orElse("");
            }
            collecting = element.equals("lpwstr");
            value.setLength(0);
        }

        @Override
        public void text(char[] letters, int start, int length) throws Refusal {
            if (collecting) {
                budget.keep(length);
                value.append(letters, start, length);
            }
        }

        @Override
        public void close(String element) {
            if (element.equals("lpwstr")) {
                properties.put(name, value.toString());
            }
            collecting = false;
        }
    }
}
