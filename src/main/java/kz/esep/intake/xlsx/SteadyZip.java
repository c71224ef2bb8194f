package kz.esep.intake.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes a zip again so that it has the same bytes whenever and wherever it was made.
public final class SteadyZip {

    /// Not the format's first day, 1980-01-01: for that the JDK adds a field that depends on the
    /// machine's zone.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /// Where readers look first; the rest is in the order of names.
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private SteadyZip() {}

    static void rewrite(byte[] zip, OutputStream out) throws IOException {
        Path file = Files.createTempFile("esep-", ".zip");
        try {
            Files.write(file, zip);
            rewrite(file, out);
        } finally {
            Files.delete(file);
        }
    }

    /// @param zip read through its directory: what streaming writers leave behind each entry, no
    ///   reader of streams understands
    public static void rewrite(Path zip, OutputStream out) throws IOException {
        try (ZipFile from = new ZipFile(zip.toFile())) {
            ZipOutputStream to = new ZipOutputStream(out);
            to.setLevel(Deflater.DEFAULT_COMPRESSION);
            List<? extends ZipEntry> entries =
                    from.stream()
                            .sorted(
                                    Comparator.comparing((ZipEntry entry) ->
                                                    !entry.getName().equals(CONTENT_TYPES))
                                            .thenComparing(ZipEntry::getName))
                            .toList();
            for (ZipEntry entry : entries) {
                ZipEntry steady = new ZipEntry(entry.getName());
                steady.setTimeLocal(TIME);
                to.putNextEntry(steady);
                try (InputStream part = from.getInputStream(entry)) {
                    part.transferTo(to);
                }
                to.closeEntry();
            }
            to.finish();
        }
    }
}
