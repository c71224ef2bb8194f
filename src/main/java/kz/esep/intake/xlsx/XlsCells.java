package kz.esep.intake.xlsx;

import static kz.esep.findings.FindingCode.FILE_ACTIVE_CONTENT;
import static kz.esep.findings.FindingCode.FILE_DAMAGED;
import static kz.esep.findings.FindingCode.FILE_ENCRYPTED;
import static kz.esep.findings.FindingCode.FILE_NOT_A_WORKBOOK;
import static kz.esep.findings.FindingCode.FILE_OTHER_KIND;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.HPSFException;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.DocumentNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Reads a legacy `.xls` as plain cells, record by record: POI's model of a workbook would take
/// fifty times its size.
final class XlsCells {

    /// Storages of macros and of embedded objects.
    private static final Pattern PROGRAM =
            Pattern.compile("(?i)_VBA_PROJECT.*|VBA|MBD.*|LNK[0-9A-F]+|ObjectPool|\\x01Ole10.*");

    private XlsCells() {}

    static Cells read(Path file, Limits limits, Budget budget) throws Refusal {
        try (POIFSFileSystem storage = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = storage.getRoot();
            byte[] stream = workbook(root);
            boolean outside = BiffCheck.refersOutside(stream, limits, budget);
            XlsRecords records = new XlsRecords(limits, budget);
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(records);
            try {
                new HSSFEventFactory()
                        .abortableProcessEvents(request, new ByteArrayInputStream(stream));
            } catch (HSSFUserException e) {
                throw e.getReason() instanceof Refusal refusal
                        ? refusal
                        : Refusal.of(FILE_DAMAGED, "records");
            }
            return new Cells(records.grid(properties(root)), outside);
        } catch (EncryptedDocumentException e) {
            throw Refusal.of(FILE_ENCRYPTED);
        } catch (IOException | RuntimeException e) {
            // POI throws what it likes at broken records and sectors
            throw Refusal.of(FILE_DAMAGED, e.getClass().getSimpleName());
        }
    }

    private static byte[] workbook(DirectoryNode root) throws IOException, Refusal {
        for (String name : root.getEntryNames()) {
            if (name.equals("EncryptedPackage")) {
                throw Refusal.of(FILE_ENCRYPTED);
            }
            if (PROGRAM.matcher(name).matches()) {
                throw Refusal.of(FILE_ACTIVE_CONTENT);
            }
        }
        for (String name : root.getEntryNames()) {
            if (name.toLowerCase(Locale.ROOT).equals("workbook")
                    && root.getEntryCaseInsensitive(name) instanceof DocumentNode document) {
                try (DocumentInputStream in = new DocumentInputStream(document)) {
                    return in.readAllBytes();
                }
            }
        }
        throw root.hasEntryCaseInsensitive("Book")
                ? Refusal.of(FILE_OTHER_KIND, "Excel 5.0/95")
                : Refusal.of(FILE_NOT_A_WORKBOOK);
    }

    /// The custom properties that are texts; a broken set of properties has none.
    private static Map<String, String> properties(DirectoryNode root) throws IOException {
        Map<String, String> properties = new HashMap<>();
        String name = DocumentSummaryInformation.DEFAULT_STREAM_NAME;
        if (!root.hasEntryCaseInsensitive(name)) {
            return properties;
        }
        try {
            DocumentSummaryInformation summary =
                    (DocumentSummaryInformation) PropertySetFactory.create(root, name);
            CustomProperties custom = summary == null ? null : summary.getCustomProperties();
            if (custom != null) {
                custom.forEach((key, value) -> {
                    if (value instanceof String text) {
                        properties.put(key, text);
                    }
                });
            }
        } catch (HPSFException | IOException | RuntimeException e) {
            properties.clear();
        }
        return properties;
    }
}
