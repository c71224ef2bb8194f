package kz.esep.intake.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.esep.findings.FindingCode;

/// Looks at a foreign file's size and first bytes, whatever it is called.
final class Preflight {

    /// What a file turned out to be.
    enum Kind {
        /// A zip: an `.xlsx`, if it is a workbook at all.
        XLSX,
        /// An OLE2 file: a legacy `.xls`, or an encrypted workbook.
        XLS
    }

    private Preflight() {}

    static Kind check(Path file, Limits limits) throws IOException, Refusal {
        long size = Files.size(file);
        if (size == 0) {
            throw Refusal.of(FindingCode.FILE_EMPTY);
        }
        if (size > (long) limits.file() * Limits.MEBIBYTE) {
            throw Refusal.over(FindingCode.FILE_TOO_LARGE, limits.file());
        }
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(8);
        }
        if (startsWith(first, 'P', 'K', 3, 4)) {
            return Kind.XLSX;
        }
        if (startsWith(first, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Kind.XLS;
        }
        throw Refusal.of(FindingCode.FILE_NOT_A_WORKBOOK);
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
