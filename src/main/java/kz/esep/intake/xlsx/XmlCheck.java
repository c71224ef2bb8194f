package kz.esep.intake.xlsx;

import static kz.esep.findings.FindingCode.FILE_ACTIVE_CONTENT;
import static kz.esep.findings.FindingCode.FILE_DAMAGED;
import static kz.esep.findings.FindingCode.FILE_SUSPICIOUS;
import static kz.esep.findings.FindingCode.FILE_UNREADABLE;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks through XML parts within limits: no document type, no entities, honest sizes and
/// checksums, and in sheets honest rows, references and numbers.
final class XmlCheck {

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})");
    private static final Pattern ROW = Pattern.compile("[1-9]\\d{0,6}");
    private static final Pattern NUMBER =
            Pattern.compile("\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?\\s*");
    private static final int LAST_COLUMN = 16_384;

    private final ZipFile zip;
    private final Limits limits;
    private final long deadline;
    private final XMLInputFactory factory = factory();
    private int cells;
    private int records;

    /// What to do with each element that opens.
    interface Visitor {
        void open(XMLStreamReader part, String name) throws Refusal;
    }

    XmlCheck(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.milliseconds() * 1_000_000L;
    }

    /// The JDK's own: `newInstance` takes whatever parser lies on the class path.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    void parse(ZipEntry part, Visitor visitor) throws IOException, Refusal {
        walk(
                part,
                new Walk() {
                    @Override
                    public void open(XMLStreamReader xml) throws Refusal {
                        visitor.open(xml, xml.getLocalName());
                    }
                });
    }

    void sheet(ZipEntry part) throws IOException, Refusal {
        walk(part, new SheetWalk());
    }

    private void walk(ZipEntry part, Walk walk) throws IOException, Refusal {
        try (InputStream in = new Counted(zip.getInputStream(part), part)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            int depth = 0;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (depth > limits.depth()) {
                            throw Refusal.of(FILE_SUSPICIOUS, "xml depth");
                        }
                        walk.open(xml);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        walk.close(xml.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE ->
                            walk.text(xml);
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw Refusal.of(FILE_SUSPICIOUS, "xml entities");
                    default -> {
                        // comments and processing instructions say nothing
                    }
                }
            }
        } catch (Broken broken) {
            throw broken.refusal;
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof Broken broken
                    ? broken.refusal
                    : Refusal.of(FILE_DAMAGED, "xml");
        }
    }

    /// What a part's elements and texts mean.
    private interface Walk {
        void open(XMLStreamReader xml) throws Refusal;

        default void close(String name) throws Refusal {}

        default void text(XMLStreamReader xml) throws Refusal {}
    }

    /// A sheet: rows in order, each cell once and where it says it is, numbers that are numbers.
    private final class SheetWalk implements Walk {
        private final BitSet columns = new BitSet();
        private final StringBuilder value = new StringBuilder();
        private int row;
        private int rows;
        private int column;
        private int formula;
        private boolean inValue;
        private boolean inFormula;
        private String type = "n";

        @Override
        public void open(XMLStreamReader xml) throws Refusal {
            switch (xml.getLocalName()) {
                case "row" -> row(xml.getAttributeValue(null, "r"));
                case "c" -> cell(xml);
                case "v" -> {
                    inValue = true;
                    value.setLength(0);
                }
                case "f" -> {
                    inFormula = true;
                    formula = 0;
                }
                case "oleObject", "control" -> throw Refusal.of(FILE_ACTIVE_CONTENT);
                case "col", "cfRule", "mergeCell", "dataValidation" -> {
                    records++;
                    if (records > limits.records()) {
                        throw Refusal.of(FILE_SUSPICIOUS, "sheet records");
                    }
                }
                default -> {
                    // looks, not content
                }
            }
        }

        private void row(String number) throws Refusal {
            int next = row + 1;
            if (number != null) {
                if (!ROW.matcher(number).matches()) {
                    throw Refusal.of(FILE_DAMAGED, "row number");
                }
                next = Integer.parseInt(number);
            }
            rows++;
            if (next <= row) {
                throw Refusal.of(FILE_DAMAGED, "row order");
            }
            if (rows > limits.rows()) {
                throw Refusal.of(FILE_SUSPICIOUS, "rows");
            }
            row = next;
            column = 0;
            columns.clear();
        }

        private void cell(XMLStreamReader xml) throws Refusal {
            String reference = xml.getAttributeValue(null, "r");
            column = reference == null ? column + 1 : column(reference);
            if (column > LAST_COLUMN || columns.get(column)) {
                throw Refusal.of(FILE_DAMAGED, "cell reference");
            }
            columns.set(column);
            cells++;
            if (cells > limits.cells()) {
                throw Refusal.of(FILE_SUSPICIOUS, "cells");
            }
            String written = xml.getAttributeValue(null, "t");
            type = written == null ? "n" : written;
        }

        private int column(String reference) throws Refusal {
            var matcher = REFERENCE.matcher(reference);
            if (!matcher.matches() || Integer.parseInt(matcher.group(2)) != row) {
                throw Refusal.of(FILE_DAMAGED, "cell reference");
            }
            int number = 0;
            for (char letter : matcher.group(1).toCharArray()) {
                number = number * 26 + letter - 'A' + 1;
            }
            return number;
        }

        @Override
        public void text(XMLStreamReader xml) throws Refusal {
            if (inFormula) {
                formula += xml.getTextLength();
                if (formula > limits.formulaLength()) {
                    throw Refusal.of(FILE_SUSPICIOUS, "formula length");
                }
            } else if (inValue) {
                value.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                if (value.length() > limits.textLength()) {
                    throw Refusal.of(FILE_SUSPICIOUS, "text length");
                }
            }
        }

        @Override
        public void close(String name) throws Refusal {
            switch (name) {
                case "f" -> inFormula = false;
                case "v" -> {
                    inValue = false;
                    // POI takes NaN, 1e400 and 0x1p3 for numbers
                    boolean number = type.equals("n") && !value.toString().isBlank();
                    if (number && !NUMBER.matcher(value).matches()) {
                        throw Refusal.of(FILE_DAMAGED, "number");
                    }
                }
                default -> {
                    // nothing was open
                }
            }
        }
    }

    /// Counts the bytes that really come, whatever the directory says, and watches the clock.
    private final class Counted extends FilterInputStream {
        private final ZipEntry part;
        private final CRC32 sum = new CRC32();
        private long count;

        Counted(InputStream in, ZipEntry part) {
            super(in);
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            int read = super.read(bytes, start, length);
            if (read > 0) {
                count += read;
                sum.update(bytes, start, read);
                if (count > part.getSize()) {
                    throw new Broken(Refusal.of(FILE_SUSPICIOUS, "zip size"));
                }
                if (System.nanoTime() > deadline) {
                    throw new Broken(Refusal.of(FILE_UNREADABLE, "time"));
                }
            } else if (count != part.getSize() || sum.getValue() != part.getCrc()) {
                throw new Broken(Refusal.of(FILE_DAMAGED, "zip checksum"));
            }
            return read;
        }
    }

    /// A refusal on its way out of a stream.
    private static final class Broken extends IOException {
        private final transient Refusal refusal;

        Broken(Refusal refusal) {
            super(refusal.getMessage());
            this.refusal = refusal;
        }
    }
}
