package kz.esep.intake.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// A workbook's zip that has the same bytes whenever and wherever it is made. POI puts its parts
/// right into it, in the order of their names, so that they are packed once.
public final class SteadyZip extends ZipArchiveOutputStream {

    /// Not the format's first day, 1980-01-01: for that some writers add a field that depends on
    /// the machine's zone.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final byte[] XML = {'<', '?', 'x', 'm', 'l'};

    private final Map<String, Part> own;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private String name = "";
    private @Nullable IOException failure;

    /// Writes a part of the package in its own way.
    @FunctionalInterface
    public interface Part {
        /// @param made what POI would have written
        void write(byte[] made, OutputStream out) throws IOException;
    }

    private SteadyZip(Map<String, Part> own, int level, OutputStream out) {
        super(CloseShieldOutputStream.wrap(out));
        this.own = own;
        setLevel(level);
    }

    static void write(XSSFWorkbook workbook, OutputStream out) throws IOException {
        write(workbook, Map.of(), Deflater.DEFAULT_COMPRESSION, out);
    }

    /// Writes a workbook; the stream stays open.
    ///
    /// @param own the parts that are not just as POI makes them, by their names in the package:
    ///   `xl/workbook.xml`
    /// @param level of the zip, from 1 to 9
    public static void write(
            XSSFWorkbook workbook, Map<String, Part> own, int level, OutputStream out)
            throws IOException {
        try (SteadyZip zip = new SteadyZip(own, level, out)) {
            try {
                workbook.write(zip);
            } catch (OpenXML4JRuntimeException e) {
                // POI says that it could not write a part, and keeps to itself why
                if (zip.failure == null) {
                    throw e;
                }
                zip.failure.addSuppressed(e);
                throw zip.failure;
            }
        }
    }

    @Override
    public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
        name = entry.getName();
        ZipArchiveEntry steady = new ZipArchiveEntry(name);
        steady.setTimeLocal(TIME);
        try {
            super.putArchiveEntry(steady);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        made.write(bytes, offset, length);
    }

    @Override
    public void closeArchiveEntry() throws IOException {
        byte[] whole = withoutReturns(made.toByteArray());
        made.reset();
        Raw entry = new Raw();
        try {
            own.getOrDefault(name, (bytes, out) -> out.write(bytes)).write(whole, entry);
            super.closeArchiveEntry();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /// Where a line of XML ends with a carriage return, the machine's line separator put it: one
    /// that belongs to a text is written `&#13;`.
    private static byte[] withoutReturns(byte[] part) {
        boolean isXml =
                Arrays.equals(part, 0, Math.min(XML.length, part.length), XML, 0, XML.length);
        if (!isXml) {
            return part;
        }
        int kept = 0;
        for (int i = 0; i < part.length; i++) {
            boolean isReturn = part[i] == '\r' && i + 1 < part.length && part[i + 1] == '\n';
            if (!isReturn) {
                part[kept++] = part[i];
            }
        }
        return kept == part.length ? part : Arrays.copyOf(part, kept);
    }

    /// The entry itself, past what is held back.
    private final class Raw extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            SteadyZip.super.write(bytes, offset, length);
        }
    }
}
