package kz.esep.render.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet as the file holds them, `<row>` by `<row>`: in memory while they are few,
/// else in a temporary file. They wait there, for what stands before them in a sheet is known last.
///
/// Written here and not by POI's streaming sheets, which take twice the time: cells become objects
/// and then text, and the text is packed, unpacked and packed again.
final class SheetRows implements Closeable {

    private static final int IN_MEMORY = 1 << 20;
    private static final int BUFFER = 1 << 14;

    /// The most bytes that are written without looking whether they have room.
    private static final int ROOM = 64;

    /// A number of up to so many digits is the same to every reader as it was written; a longer one
    /// is written as the computer holds it.
    private static final int SAFE_DIGITS = 15;

    /// From here on, days are counted as everybody does: spreadsheets know a 29 February 1900.
    private static final LocalDate PLAIN_DAYS = LocalDate.of(1900, 3, 1);

    /// Of 1970-01-01, in spreadsheets.
    private static final long EPOCH = 25_569;

    private static final byte[] ROW = ascii("<row r=\"");
    private static final byte[] HEIGHT = ascii("\" customHeight=\"1\" ht=\"");
    private static final byte[] FILLED = ascii("\">");
    private static final byte[] ROW_END = ascii("</row>");
    private static final byte[] CELL = ascii("<c r=\"");
    private static final byte[] STYLE = ascii("\" s=\"");
    private static final byte[] EMPTY = ascii("\"/>");
    private static final byte[] NUMBER = ascii("\"><v>");
    private static final byte[] NUMBER_END = ascii("</v></c>");
    private static final byte[] TEXT = ascii("\" t=\"inlineStr\"><is><t>");
    private static final byte[] TEXT_END = ascii("</t></is></c>");
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    /// What stands for a character below 128 that cannot stand for itself. A tab or a line break
    /// might be taken for one space.
    private static final byte[][] REFERENCES = new byte[0x80][0];

    static {
        REFERENCES['&'] = ascii("&amp;");
        REFERENCES['<'] = ascii("&lt;");
        REFERENCES['>'] = ascii("&gt;");
        REFERENCES['\t'] = ascii("&#9;");
        REFERENCES['\n'] = ascii("&#10;");
        REFERENCES['\r'] = ascii("&#13;");
    }

    private final DeferredFileOutputStream written =
            DeferredFileOutputStream.builder()
                    .setThreshold(IN_MEMORY)
                    .setPrefix("esep-")
                    .setSuffix(".xml")
                    .get();
    private final byte[] buffer = new byte[BUFFER];
    private int used;

    private byte[][] letters = new byte[0][];

    /// The row at hand, by column.
    private @Nullable Value[] values = new Value[0];

    private int[] styles = new int[0];
    private int width;

    private int firstRow = Integer.MAX_VALUE;
    private int lastRow;
    private int firstColumn = Integer.MAX_VALUE;
    private int lastColumn;

    SheetRows() throws IOException {}

    /// Puts a cell into the row at hand, in any order.
    ///
    /// @param column from 0
    /// @param style the number of a style of the workbook
    void put(int column, Value value, int style) {
        if (column >= values.length) {
            grow(column + 1);
        }
        values[column] = value;
        styles[column] = style;
        width = Math.max(width, column + 1);
    }

    private void grow(int needed) {
        int from = values.length;
        values = Arrays.copyOf(values, Math.max(needed, 2 * from));
        styles = Arrays.copyOf(styles, values.length);
        letters = Arrays.copyOf(letters, values.length);
        for (int i = from; i < letters.length; i++) {
            letters[i] = ascii(CellReference.convertNumToColString(i));
        }
    }

    /// Writes the row at hand and begins another.
    ///
    /// @param number from 0
    /// @param height in points; empty for the usual one
    void end(int number, Optional<Double> height) throws IOException {
        byte[] row = ascii(Integer.toString(number + 1));
        bytes(ROW);
        bytes(row);
        if (height.isPresent()) {
            bytes(HEIGHT);
            bytes(ascii(Float.toString(height.get().floatValue())));
        }
        if (width == 0) {
            bytes(EMPTY);
            return;
        }
        bytes(FILLED);
        for (int i = 0; i < width; i++) {
            Value value = values[i];
            if (value != null) {
                cell(row, i, value);
                firstColumn = Math.min(firstColumn, i);
                values[i] = null;
            }
        }
        bytes(ROW_END);
        firstRow = Math.min(firstRow, number);
        lastRow = number;
        lastColumn = Math.max(lastColumn, width - 1);
        width = 0;
    }

    private void cell(byte[] row, int column, Value value) throws IOException {
        bytes(CELL);
        bytes(letters[column]);
        bytes(row);
        bytes(STYLE);
        bytes(ascii(Integer.toString(styles[column])));
        switch (value) {
            case Value.Empty() -> bytes(EMPTY);
            case Value.Text(String text, _) -> text(text);
            case Value.Figure(var number) -> number(number);
            case Value.Percent(var percent) -> number(percent.movePointLeft(2));
            case Value.Day(var day) -> number(serial(day));
            case Value.Moment(var moment) -> number(Double.toString(DateUtil.getExcelDate(moment)));
        }
    }

    private void number(BigDecimal number) throws IOException {
        boolean plain =
                number.precision() <= SAFE_DIGITS
                        && number.scale() >= 0
                        && number.scale() <= SAFE_DIGITS;
        number(plain ? number.toPlainString() : Double.toString(number.doubleValue()));
    }

    private static String serial(LocalDate day) {
        return day.isBefore(PLAIN_DAYS)
                ? Double.toString(DateUtil.getExcelDate(day))
                : Long.toString(day.toEpochDay() + EPOCH);
    }

    private void number(String number) throws IOException {
        bytes(NUMBER);
        bytes(ascii(number));
        bytes(NUMBER_END);
    }

    private void text(String text) throws IOException {
        bytes(TEXT);
        utf8(text);
        bytes(TEXT_END);
    }

    private void utf8(String text) throws IOException {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (used > BUFFER - ROOM) {
                flush();
            }
            char c = text.charAt(i);
            if (c < 0x80) {
                byte[] reference = REFERENCES[c];
                if (reference.length == 0) {
                    buffer[used++] = (byte) c;
                } else {
                    bytes(reference);
                }
            } else if (c < 0x800) {
                buffer[used++] = (byte) (0xC0 | (c >> 6));
                buffer[used++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                buffer[used++] = (byte) (0xE0 | (c >> 12));
                buffer[used++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                buffer[used++] = (byte) (0x80 | (c & 0x3F));
            } else if (i + 1 < length && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                buffer[used++] = (byte) (0xF0 | (point >> 18));
                buffer[used++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                buffer[used++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                buffer[used++] = (byte) (0x80 | (point & 0x3F));
            } else {
                bytes(REPLACEMENT);
            }
        }
    }

    /// Where the sheet has cells; empty where it has none.
    Optional<CellRangeAddress> dimension() {
        return firstRow > lastRow
                ? Optional.empty()
                : Optional.of(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    }

    /// Everything written so far; no row can follow.
    void writeTo(OutputStream out) throws IOException {
        flush();
        written.close();
        written.writeTo(out);
    }

    @Override
    public void close() throws IOException {
        written.close();
        if (written.getPath() != null) {
            Files.delete(written.getPath());
        }
    }

    private void bytes(byte[] some) throws IOException {
        if (used + some.length > BUFFER) {
            flush();
        }
        System.arraycopy(some, 0, buffer, used, some.length);
        used += some.length;
    }

    private void flush() throws IOException {
        written.write(buffer, 0, used);
        used = 0;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
