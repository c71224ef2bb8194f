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
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Legacy files that hurt, and encrypted ones, which are of the same kind outside.
final class LegacyCorpus {

    private static final int BOUND_SHEET = 0x85;
    private static final int SHARED_TEXTS = 0xFC;
    private static final int BOOK = 0x1AE;
    private static final byte[] FORM = legacy(_ -> {});

    private LegacyCorpus() {}

    static Map<String, Corpus.Making> files() {
        Map<String, Corpus.Making> files = new LinkedHashMap<>();
        files.put("legacy.xls", FORM::clone);
        files.put(
                "legacy-called-xlsx.xlsx",
                () -> legacy(workbook -> workbook.getSheetAt(1).createRow(50).createCell(0)));
        files.put("legacy-1904.xls", () -> stream(LegacyCorpus::from1904));
        files.put("legacy-truncated-head.xls", () -> Arrays.copyOf(FORM, 400));
        files.put("legacy-truncated.xls", () -> Arrays.copyOf(FORM, FORM.length / 2));
        files.put("legacy-truncated-at-a-sector.xls", () -> Arrays.copyOf(FORM, 2048));
        files.put("legacy-sectors-in-a-circle.xls", LegacyCorpus::circle);
        files.put("legacy-of-noise.xls", LegacyCorpus::noise);
        files.put("legacy-password.xls", LegacyCorpus::password);
        files.put("legacy-macros.xls", () -> storage("_VBA_PROJECT_CUR"));
        files.put("legacy-embedded-object.xls", () -> storage("MBD0018F6A5"));
        files.put("legacy-macro-sheet.xls", () -> stream(bytes -> kindOfSheet(bytes, 1)));
        files.put("legacy-visual-basic-sheet.xls", () -> stream(bytes -> kindOfSheet(bytes, 6)));
        files.put("excel-95.xls", () -> stream(bytes -> version(bytes, 0x0500)));
        files.put("excel-95-stream.xls", () -> renamed("Book"));
        files.put("excel-4.xls", () -> new byte[] {9, 4, 6, 0, 0, 0, 16, 0, 0, 0, 10, 0, 0, 0});
        files.put("word.xls", () -> renamed("WordDocument"));
        files.put("legacy-texts-two-thousand-million.xls", () -> stream(b -> texts(b, 0x7FFFFFF0)));
        files.put("legacy-texts-few-more.xls", () -> stream(b -> texts(b, 3_000)));
        files.put("legacy-record-over-the-end.xls", () -> stream(LegacyCorpus::longRecord));
        files.put("legacy-without-end.xls", () -> stream(b -> Arrays.copyOf(b, b.length - 4)));
        files.put(
                "legacy-cut-in-a-record.xls",
                () -> stream(b -> Arrays.copyOf(b, b.length / 2 + 1)));
        files.put("legacy-dde.xls", () -> stream(b -> inserted(b, BOOK, "cmd\u0003/c calc")));
        files.put("legacy-link.xls", () -> stream(b -> inserted(b, BOOK, "\u0001other.xls")));
        files.put("legacy-text-out-of-range.xls", () -> stream(LegacyCorpus::badText));
        files.put("legacy-blank-rows.xls", LegacyCorpus::blankRows);
        files.put("legacy-cells-many.xls", LegacyCorpus::manyCells);
        files.put("another-workbook.xls", LegacyCorpus::another);
        files.put("encrypted-agile.xlsx", () -> encrypted(EncryptionMode.agile));
        files.put("encrypted-standard.xlsx", () -> encrypted(EncryptionMode.standard));
        return files;
    }

    /// The filled-in form as an office program would save it the old way.
    static byte[] legacy(Consumer<HSSFWorkbook> change) {
        try (XSSFWorkbook form = new XSSFWorkbook(new ByteArrayInputStream(Forged.bytesOfForm()));
                HSSFWorkbook legacy = new HSSFWorkbook()) {
            HSSFCellStyle day = legacy.createCellStyle();
            day.setDataFormat((short) 14);
            for (Sheet sheet : form) {
                HSSFSheet copy = legacy.createSheet(sheet.getSheetName());
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        copy(cell, copy, day);
                    }
                }
            }
            change.accept(legacy);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            legacy.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Cell cell, HSSFSheet sheet, HSSFCellStyle day) {
        HSSFCell copy =
                (sheet.getRow(cell.getRowIndex()) == null
                                ? sheet.createRow(cell.getRowIndex())
                                : sheet.getRow(cell.getRowIndex()))
                        .createCell(cell.getColumnIndex());
        switch (cell.getCellType()) {
            case NUMERIC -> {
                copy.setCellValue(cell.getNumericCellValue());
                if (DateUtil.isCellDateFormatted(cell)) {
                    copy.setCellStyle(day);
                }
            }
            case STRING -> copy.setCellValue(cell.getStringCellValue());
            default -> copy.setBlank();
        }
    }

    private static byte[] circle() {
        byte[] file = FORM.clone();
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int table = 512 * (1 + bytes.getInt(76));
        // every sector is followed by the first one
        for (int i = 0; i < 120; i++) {
            bytes.putInt(table + 4 * i, 0);
        }
        return file;
    }

    private static byte[] noise() {
        byte[] file = FORM.clone();
        new Random(7).nextBytes(file);
        System.arraycopy(FORM, 0, file, 0, 512);
        return file;
    }

    private static byte[] password() {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            return legacy(_ -> {});
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] storage(String name) throws IOException {
        try (POIFSFileSystem storage = new POIFSFileSystem(new ByteArrayInputStream(FORM))) {
            storage.getRoot()
                    .createDirectory(name)
                    .createDocument("a", new ByteArrayInputStream(new byte[] {1}));
            return bytes(storage);
        }
    }

    private static byte[] renamed(String name) throws IOException {
        try (POIFSFileSystem storage = new POIFSFileSystem(new ByteArrayInputStream(FORM))) {
            storage.getRoot().getEntry("Workbook").renameTo(name);
            return bytes(storage);
        }
    }

    /// The form with its records changed.
    private static byte[] stream(UnaryOperator<byte[]> change) throws IOException {
        try (POIFSFileSystem storage = new POIFSFileSystem(new ByteArrayInputStream(FORM))) {
            byte[] records;
            try (var in = storage.createDocumentInputStream("Workbook")) {
                records = in.readAllBytes();
            }
            storage.getRoot().getEntry("Workbook").delete();
            storage.createDocument(new ByteArrayInputStream(change.apply(records)), "Workbook");
            return bytes(storage);
        }
    }

    private static byte[] bytes(POIFSFileSystem storage) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        storage.writeFilesystem(bytes);
        return bytes.toByteArray();
    }

    private static ByteBuffer buffer(byte[] records) {
        return ByteBuffer.wrap(records).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Where the first record of a kind begins.
    private static int find(byte[] records, int kind) {
        ByteBuffer bytes = buffer(records);
        for (int at = 0; at + 4 <= records.length; at += 4 + (bytes.getShort(at + 2) & 0xFFFF)) {
            if ((bytes.getShort(at) & 0xFFFF) == kind) {
                return at;
            }
        }
        throw new IllegalArgumentException("no record of the kind " + kind);
    }

    private static byte[] from1904(byte[] records) {
        buffer(records).putShort(find(records, 0x22) + 4, (short) 1);
        return records;
    }

    private static byte[] kindOfSheet(byte[] records, int kind) {
        records[find(records, BOUND_SHEET) + 4 + 5] = (byte) kind;
        return records;
    }

    private static byte[] version(byte[] records, int version) {
        buffer(records).putShort(4, (short) version);
        return records;
    }

    private static byte[] texts(byte[] records, int count) {
        buffer(records).putInt(find(records, SHARED_TEXTS) + 8, count);
        return records;
    }

    private static byte[] longRecord(byte[] records) {
        buffer(records).putShort(find(records, SHARED_TEXTS) + 2, (short) 0xFFFF);
        return records;
    }

    private static byte[] badText(byte[] records) {
        buffer(records).putInt(find(records, 0xFD) + 4 + 6, 60_000);
        return records;
    }

    /// A record before the texts: the names of other books.
    private static byte[] inserted(byte[] records, int kind, String path) {
        int at = find(records, SHARED_TEXTS);
        byte[] name = path.getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[records.length + 4 + 5 + name.length];
        System.arraycopy(records, 0, whole, 0, at);
        ByteBuffer bytes = buffer(whole);
        bytes.putShort(at, (short) kind);
        bytes.putShort(at + 2, (short) (5 + name.length));
        bytes.putShort(at + 6, (short) name.length);
        System.arraycopy(name, 0, whole, at + 9, name.length);
        System.arraycopy(records, at, whole, at + 9 + name.length, records.length - at);
        return whole;
    }

    private static byte[] another() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("Лист1").createRow(0).createCell(0).setCellValue("Сәлем");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] blankRows() {
        return legacy(workbook -> {
            for (int i = 5_000; i < 65_000; i++) {
                workbook.getSheetAt(0).createRow(i).setHeight((short) 300);
            }
        });
    }

    private static byte[] manyCells() {
        return legacy(workbook -> {
            HSSFCellStyle style = workbook.createCellStyle();
            for (int i = 5_000; i < 6_000; i++) {
                Row row = workbook.getSheetAt(0).createRow(i);
                for (int j = 0; j < 250; j++) {
                    row.createCell(j).setCellStyle(style);
                }
            }
        });
    }

    private static byte[] encrypted(EncryptionMode mode) throws Exception {
        try (POIFSFileSystem storage = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(storage)) {
                out.write(Forged.bytesOfForm());
            }
            return bytes(storage);
        }
    }
}
