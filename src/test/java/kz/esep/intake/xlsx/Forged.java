package kz.esep.intake.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.esep.intake.FormColumn;
import kz.esep.intake.FormLayout;
import kz.esep.intake.Grid;

/// A filled-in form whose parts and bytes can be changed at will.
final class Forged {

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels";
    static final String SHEET_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels";
    static final String TYPES = "[Content_Types].xml";
    static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// Where an entry of the zip's directory has these.
    static final int FLAGS = 8;

    static final int METHOD = 10;
    static final int CHECKSUM = 16;
    static final int PACKED = 20;
    static final int UNPACKED = 24;
    static final int NAME = 46;

    private static final byte[] FORM = filledIn();

    private final Map<String, byte[]> parts;

    private Forged(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /// The form of `mz`: one row answered, with numbers and texts.
    static Forged form() {
        return of(FORM);
    }

    static Forged of(byte[] workbook) {
        return new Forged(parts(workbook));
    }

    private static byte[] filledIn() {
        try {
            return Clerk.filled(
                    Clerk.form(Clerk.content("mz")),
                    hand -> {
                        hand.type(2, FormColumn.STATUS, "орындалуда");
                        hand.type(2, FormColumn.VALUE, 42.5);
                        hand.type(2, FormColumn.PROGRESS_RU, "Ведётся работа");
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytesOfForm() {
        return FORM.clone();
    }

    /// The row of the answered measure.
    static int answeredRow() {
        String sheet = form().text(SHEET);
        int value = sheet.indexOf("<v>42.5</v>");
        int reference = sheet.lastIndexOf(" r=\"", value) + 4;
        String cell = sheet.substring(reference, sheet.indexOf('"', reference));
        return Integer.parseInt(cell.replaceAll("\\D", ""));
    }

    static String cellOf(FormColumn column) {
        return Grid.name(FormLayout.position(column), answeredRow());
    }

    String text(String part) {
        return new String(
                Optional.ofNullable(parts.get(part)).orElseThrow(), StandardCharsets.UTF_8);
    }

    Forged put(String part, byte[] bytes) {
        parts.put(part, bytes);
        return this;
    }

    Forged put(String part, String text) {
        return put(part, text.getBytes(StandardCharsets.UTF_8));
    }

    Forged remove(String part) {
        if (parts.remove(part) == null) {
            throw new IllegalArgumentException("no part " + part);
        }
        return this;
    }

    /// Replaces the first occurrence, which must be there.
    Forged change(String part, String from, String to) {
        String text = text(part);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(part + " has no " + from);
        }
        return put(part, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /// Rows below the table.
    Forged rows(CharSequence rows) {
        return change(SHEET, "</sheetData>", rows + "</sheetData>");
    }

    /// A part with its content type and a relationship from the sheet.
    Forged related(String type, String target, String mode) {
        String relation =
                "<Relationship Id=\"x1\" Type=\"%s\" Target=\"%s\"%s/>"
                        .formatted(type, target, mode);
        if (parts.containsKey(SHEET_RELATIONS)) {
            return change(SHEET_RELATIONS, "</Relationships>", relation + "</Relationships>");
        }
        return put(
                SHEET_RELATIONS,
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relation
                        + "</Relationships>");
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Writes a number into an entry of the zip's directory, which then says what is not so.
    static byte[] lie(byte[] zip, String part, int field, int width, long value) {
        int at = directoryEntry(zip, part) + field;
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        if (width == 2) {
            bytes.putShort(at, (short) value);
        } else {
            bytes.putInt(at, (int) value);
        }
        return zip;
    }

    /// What an entry of the zip's directory says.
    static long said(byte[] zip, String part, int field) {
        return ByteBuffer.wrap(zip)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt(directoryEntry(zip, part) + field)
                & 0xFFFFFFFFL;
    }

    static int directoryEntry(byte[] zip, String part) {
        byte[] name = part.getBytes(StandardCharsets.UTF_8);
        for (int at = zip.length - NAME - name.length; at >= 0; at--) {
            if (zip[at] == 'P'
                    && zip[at + 1] == 'K'
                    && zip[at + 2] == 1
                    && zip[at + 3] == 2
                    && Arrays.equals(
                            zip, at + NAME, at + NAME + name.length, name, 0, name.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("no entry " + part);
    }

    static Map<String, byte[]> parts(byte[] workbook) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
