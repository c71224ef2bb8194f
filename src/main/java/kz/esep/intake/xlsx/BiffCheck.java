package kz.esep.intake.xlsx;

import static kz.esep.findings.FindingCode.FILE_ACTIVE_CONTENT;
import static kz.esep.findings.FindingCode.FILE_CELLS_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_DAMAGED;
import static kz.esep.findings.FindingCode.FILE_ENCRYPTED;
import static kz.esep.findings.FindingCode.FILE_OTHER_KIND;
import static kz.esep.findings.FindingCode.FILE_RECORDS_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_ROWS_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_SHEETS_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_STYLES_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_TEXTS_TOO_MANY;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import kz.esep.findings.FindingCode;

/// Walks through the records of a legacy workbook before POI does: counts them, and refuses
/// passwords, macros and DDE.
///
/// Each record has a kind, a length and its bytes. POI believes the counts that stand in them, such
/// as two thousand million texts in a file of 3 KB.
final class BiffCheck {

    private static final int VERSION_8 = 0x0600;
    private static final int LONGEST_RECORD = 8_228;

    private final ByteBuffer stream;
    private final Limits limits;
    private final Budget budget;
    private int sheets;
    private int rows;
    private int cells;
    private int styles;
    private int others;
    private boolean outside;

    private BiffCheck(byte[] stream, Limits limits, Budget budget) {
        this.stream = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
        this.budget = budget;
    }

    /// @return whether the workbook refers to other files or addresses
    static boolean refersOutside(byte[] stream, Limits limits, Budget budget) throws Refusal {
        BiffCheck check = new BiffCheck(stream, limits, budget);
        check.walk();
        return check.outside;
    }

    private void walk() throws Refusal {
        int open = 0;
        boolean first = true;
        while (stream.remaining() >= 4) {
            budget.watch();
            int kind = stream.getShort() & 0xFFFF;
            int length = stream.getShort() & 0xFFFF;
            if (length > stream.remaining() || length > LONGEST_RECORD) {
                throw Refusal.of(FILE_DAMAGED, "record length");
            }
            ByteBuffer record = stream.slice(stream.position(), length);
            record.order(ByteOrder.LITTLE_ENDIAN);
            if (first) {
                begin(kind, record);
                first = false;
            }
            if (kind == 0x0809) {
                open++;
            } else if (kind == 0x000A) {
                open--;
            } else {
                look(kind, record);
            }
            stream.position(stream.position() + length);
            if (open == 0 && isPadding()) {
                return;
            }
        }
        if (open != 0 || first) {
            throw Refusal.of(FILE_DAMAGED, "records end");
        }
    }

    /// Streams are filled up with zeros.
    private boolean isPadding() {
        return stream.remaining() < 4 || stream.getInt(stream.position()) == 0;
    }

    private static void begin(int kind, ByteBuffer record) throws Refusal {
        if (kind != 0x0809 || record.remaining() < 4) {
            throw Refusal.of(FILE_OTHER_KIND, "Excel before 5.0");
        }
        if ((record.getShort(0) & 0xFFFF) != VERSION_8) {
            throw Refusal.of(FILE_OTHER_KIND, "Excel 5.0/95");
        }
    }

    private void look(int kind, ByteBuffer record) throws Refusal {
        switch (kind) {
            case 0x002F -> throw Refusal.of(FILE_ENCRYPTED);
            case 0x0085 -> sheet(record);
            case 0x00FC -> texts(record);
            case 0x01AE -> book(record);
            case 0x00E0, 0x041E, 0x0031 ->
                    styles = count(styles, 1, limits.styles(), FILE_STYLES_TOO_MANY);
            case 0x0208 -> rows = count(rows, 1, limits.rows(), FILE_ROWS_TOO_MANY);
            case 0x00BD -> cells(record.remaining() / 6);
            case 0x00BE -> cells(record.remaining() / 2);
            case 0x0201, 0x0203, 0x0204, 0x0205, 0x0006, 0x00FD, 0x00D6, 0x027E -> cells(1);
            case 0x00E5 -> others(record.remaining() / 8);
            case 0x01BE, 0x01B1, 0x01B8, 0x007D -> others(1);
            default -> {
                // looks, not content
            }
        }
    }

    private static int count(int before, int more, int limit, FindingCode code) throws Refusal {
        if (before + more > limit) {
            throw Refusal.over(code, limit);
        }
        return before + more;
    }

    private void cells(int more) throws Refusal {
        cells = count(cells, more, limits.cells(), FILE_CELLS_TOO_MANY);
    }

    private void others(int more) throws Refusal {
        others = count(others, more, limits.records(), FILE_RECORDS_TOO_MANY);
    }

    /// Kinds of sheets: 0 worksheet, 1 macros of Excel 4, 2 chart, 6 Visual Basic.
    private void sheet(ByteBuffer record) throws Refusal {
        sheets = count(sheets, 1, limits.sheets(), FILE_SHEETS_TOO_MANY);
        if (record.remaining() < 8) {
            throw Refusal.of(FILE_DAMAGED, "sheet record");
        }
        int kind = record.get(5);
        if (kind == 1 || kind == 6) {
            throw Refusal.of(FILE_ACTIVE_CONTENT);
        }
    }

    /// The number of texts is believed if so many could stand in the file.
    private void texts(ByteBuffer record) throws Refusal {
        if (record.remaining() < 8) {
            throw Refusal.of(FILE_DAMAGED, "texts record");
        }
        int texts = record.getInt(4);
        if (texts < 0 || texts > stream.capacity() / 3) {
            throw Refusal.of(FILE_DAMAGED, "texts record");
        }
        count(0, texts, limits.texts(), FILE_TEXTS_TOO_MANY);
    }

    /// Another workbook, an add-in, or a program to talk to by DDE or OLE: those have their topic
    /// behind a 3.
    private void book(ByteBuffer record) throws Refusal {
        boolean own = record.remaining() == 4;
        if (own) {
            return;
        }
        byte[] bytes = new byte[record.remaining()];
        record.get(bytes);
        String path = new String(bytes, StandardCharsets.ISO_8859_1);
        if (path.indexOf(3, 5) >= 0) {
            throw Refusal.of(FILE_ACTIVE_CONTENT);
        }
        outside = true;
    }
}
