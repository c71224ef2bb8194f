package kz.esep.render.tagged;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/// The table of a TrueType file that says how wide each of its glyphs is. OpenPDF embeds few
/// glyphs, but copies this table whole, a third of what it embeds: here the glyphs that a document
/// does without lose their widths before. Changes the file's bytes, which OpenPDF reads anew for
/// each document.
final class AdvanceWidths {
    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;
    private static final int CHECKSUM = 4;
    private static final int OFFSET = 8;
    private static final int LENGTH = 12;

    /// Where the table `hhea` counts the glyphs that have a width of their own.
    private static final int COUNT = 34;

    /// Of a glyph with a width of its own: width and left side bearing.
    private static final int METRIC = 4;

    private final ByteBuffer file;
    private final int entry;
    private final int begin;
    private final int count;
    private final byte[] whole;

    /// @param file read by nobody else
    AdvanceWidths(byte[] file) {
        this.file = ByteBuffer.wrap(file);
        this.entry = entry("hmtx");
        this.begin = this.file.getInt(entry + OFFSET);
        this.count = this.file.getShort(this.file.getInt(entry("hhea") + OFFSET) + COUNT);
        this.whole = Arrays.copyOfRange(file, begin, begin + this.file.getInt(entry + LENGTH));
    }

    private int entry(String table) {
        int tables = file.getShort(CHECKSUM);
        for (int at = DIRECTORY; at < DIRECTORY + tables * ENTRY; at += ENTRY) {
            if (table.equals(new String(file.array(), at, 4, StandardCharsets.US_ASCII))) {
                return at;
            }
        }
        throw new IllegalArgumentException("The font has no table " + table);
    }

    /// Keeps the widths of some glyphs.
    void keep(BitSet glyphs) {
        Arrays.fill(file.array(), begin, begin + whole.length, (byte) 0);
        // the last is that of all glyphs without one of their own
        keep(count - 1);
        glyphs.stream().forEach(this::keep);
        sign();
    }

    private void keep(int glyph) {
        if (glyph < count) {
            int at = glyph * METRIC;
            System.arraycopy(whole, at, file.array(), begin + at, METRIC);
        }
    }

    /// Puts all widths back.
    void keepAll() {
        System.arraycopy(whole, 0, file.array(), begin, whole.length);
        sign();
    }

    private void sign() {
        int sum = 0;
        for (int at = 0; at + 3 < whole.length; at += Integer.BYTES) {
            sum += file.getInt(begin + at);
        }
        for (int at = whole.length & ~3; at < whole.length; at++) {
            sum += (file.get(begin + at) & 0xff) << (24 - 8 * (at & 3));
        }
        file.putInt(entry + CHECKSUM, sum);
    }
}
