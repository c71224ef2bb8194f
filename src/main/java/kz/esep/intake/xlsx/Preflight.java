package kz.esep.intake.xlsx;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import kz.esep.findings.FindingCode;

/// Looks at a foreign file before any library does, with the JDK alone: what kind it is, how much
/// it would unpack to, whether it holds programs.
///
/// POI without it accepted about half of 192 small attacks and lost a minute and its memory to one.
final class Preflight {

    /// What a file turned out to be.
    sealed interface Kind {
        /// @param refersOutside it names other files or addresses, which nobody follows
        record Xlsx(boolean refersOutside) implements Kind {}

        record Xls() implements Kind {}
    }

    private Preflight() {}

    static Kind check(Path file, Limits limits) throws IOException, Refusal {
        long size = Files.size(file);
        if (size == 0) {
            throw Refusal.of(FindingCode.FILE_EMPTY);
        }
        if (size > limits.file()) {
            throw Refusal.tooLarge(limits.file());
        }
        byte[] bytes = Files.readAllBytes(file);
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            return new Kind.Xlsx(zip(file, size, limits));
        }
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return compound(bytes);
        }
        throw Refusal.of(FindingCode.FILE_NOT_A_WORKBOOK);
    }

    private static boolean zip(Path file, long size, Limits limits) throws IOException, Refusal {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return new PackageCheck(zip, size, limits).refersOutside();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw Refusal.of(FindingCode.FILE_DAMAGED, "zip");
        }
    }

    /// An OLE2 file: a legacy workbook, or an encrypted new one.
    private static Kind compound(byte[] bytes) throws Refusal {
        if (names(bytes, "EncryptedPackage")) {
            throw Refusal.of(FindingCode.FILE_ENCRYPTED);
        }
        if (names(bytes, "_VBA_PROJECT") || names(bytes, "VBA")) {
            throw Refusal.of(FindingCode.FILE_ACTIVE_CONTENT);
        }
        if (names(bytes, "Workbook") || names(bytes, "Book")) {
            return new Kind.Xls();
        }
        throw Refusal.of(FindingCode.FILE_NOT_A_WORKBOOK);
    }

    /// Whether a storage or stream has this name: UTF-16 within the first letters of an entry.
    private static boolean names(byte[] bytes, String name) {
        byte[] wanted = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
        // directory entries lie at multiples of 128 from the header's 512 bytes
        for (int entry = 512; entry + 128 <= bytes.length; entry += 128) {
            boolean same = true;
            for (int i = 0; i < wanted.length && same; i++) {
                same = bytes[entry + i] == wanted[i];
            }
            if (same) {
                return true;
            }
        }
        return false;
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
