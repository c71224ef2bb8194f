package kz.esep.intake.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.esep.findings.FindingCode;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FormColumn;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that hurt end as a finding.
class HostileFilesTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir Path temporary;

    private void assertRefused(byte[] file, FindingCode code) throws IOException {
        FileOutcome outcome = Clerk.read(temporary, "mz", file);

        assertThat(outcome.verdict()).isEqualTo(FileOutcome.Verdict.REJECTED);
        assertThat(outcome.findings()).extracting(finding -> finding.code()).containsExactly(code);
        assertThat(outcome.rows().close()).isTrue();
    }

    private static byte[] form() throws IOException {
        return Clerk.filled(
                Clerk.form(Clerk.content("mz")),
                hand -> hand.type(2, FormColumn.STATUS, "орындалуда"));
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused(new byte[0], FindingCode.FILE_EMPTY);
    }

    @Test
    void refusesGarbageAndOtherKindsOfFiles() throws IOException {
        assertRefused(
                "%PDF-1.7 есеп".getBytes(StandardCharsets.UTF_8), FindingCode.FILE_NOT_A_WORKBOOK);
        assertRefused(new byte[1000], FindingCode.FILE_NOT_A_WORKBOOK);
        assertRefused(zip(Map.of("a.txt", new byte[] {1})), FindingCode.FILE_NOT_A_WORKBOOK);
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        byte[] form = form();
        assertRefused(Arrays.copyOf(form, form.length / 2), FindingCode.FILE_DAMAGED);
    }

    @Test
    void refusesAFileOverTheLimit() throws IOException {
        byte[] form = Arrays.copyOf(form(), 6 * Limits.MEBIBYTE);
        assertRefused(form, FindingCode.FILE_TOO_LARGE);
    }

    @Test
    void refusesAZipBomb() throws IOException {
        Map<String, byte[]> parts = parts(form());
        parts.put("xl/media/image1.png", new byte[10 * Limits.MEBIBYTE]);
        assertRefused(zip(parts), FindingCode.FILE_TOO_DENSE);
    }

    @Test
    void refusesNamesThatLeaveTheArchive() throws IOException {
        Map<String, byte[]> parts = parts(form());
        parts.put("../../evil.xml", new byte[] {1});
        assertRefused(zip(parts), FindingCode.FILE_SUSPICIOUS);
    }

    @Test
    void refusesADocumentTypeInAnyPart() throws IOException {
        for (String part : new String[] {SHEET, "docProps/core.xml", "xl/workbook.xml"}) {
            assertRefused(
                    changed(part, "?>", "?><!DOCTYPE a [<!ENTITY b \"c\">]>"),
                    FindingCode.FILE_SUSPICIOUS);
        }
    }

    @Test
    void refusesMacrosWhateverTheFileIsCalled() throws IOException {
        assertRefused(
                changed(
                        "[Content_Types].xml",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
                FindingCode.FILE_ACTIVE_CONTENT);
        Map<String, byte[]> parts = parts(form());
        parts.put("xl/vbaProject.bin", new byte[] {1});
        assertRefused(zip(parts), FindingCode.FILE_ACTIVE_CONTENT);
    }

    @Test
    void refusesNumbersAndReferencesThatLie() throws IOException {
        assertRefused(changed(SHEET, "<v>2.0</v>", "<v>NaN</v>"), FindingCode.FILE_DAMAGED);
        assertRefused(changed(SHEET, "r=\"A2\"", "r=\"A9\""), FindingCode.FILE_DAMAGED);
        assertRefused(changed(SHEET, "r=\"B2\"", "r=\"A2\""), FindingCode.FILE_DAMAGED);
    }

    @Test
    void refusesAMissingSheetAndAMissingText() throws IOException {
        Map<String, byte[]> parts = parts(form());
        parts.remove(SHEET);
        assertRefused(zip(parts), FindingCode.FILE_DAMAGED);
        assertRefused(
                changed(SHEET, "t=\"s\"><v>0</v>", "t=\"s\"><v>99999</v>"),
                FindingCode.FILE_DAMAGED);
    }

    @Test
    void refusesAnEncryptedFile() throws Exception {
        try (POIFSFileSystem storage = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(storage)) {
                out.write(form());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            storage.writeFilesystem(bytes);
            assertRefused(bytes.toByteArray(), FindingCode.FILE_ENCRYPTED);
        }
    }

    @Test
    void refusesAWorkbookThatIsNoForm() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("Лист1").createRow(0).createCell(0).setCellValue("Сәлем");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            assertRefused(bytes.toByteArray(), FindingCode.FORM_NOT_FOUND);
        }
    }

    private static byte[] changed(String part, String from, String to) throws IOException {
        Map<String, byte[]> parts = parts(form());
        String text = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        String other = text.substring(0, at) + to + text.substring(at + from.length());
        parts.put(part, other.getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
