package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kz.esep.reconcile.Reconciliation;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of workbook, in both languages: what an official expects of one.
class EveryWorkbookTest {

    private static final Reconciliation WHOLE = Samples.whole();
    private static final Reports REPORTS = Reports.of(WHOLE, Samples.reissued(WHOLE));
    private static final Renderer RENDERER = new Renderer(Path.of("templates"));
    private static final Map<DocumentId, byte[]> WRITTEN = new ConcurrentHashMap<>();

    static Stream<DocumentId> oneOfEachKind() {
        return Stream.of(Kind.values())
                .filter(kind -> kind.formats().contains(Format.XLSX))
                .flatMap(kind ->
                        Kind.OFFICIAL.stream()
                                .map(language ->
                                        kind.documents(REPORTS).stream()
                                                .filter(id -> id.format() == Format.XLSX)
                                                .filter(id ->
                                                        id.language()
                                                                .filter(language::equals)
                                                                .isPresent())
                                                .findFirst()
                                                .orElseThrow()));
    }

    private static XSSFWorkbook workbook(DocumentId id) throws IOException {
        return new XSSFWorkbook(
                new ByteArrayInputStream(WRITTEN.computeIfAbsent(id, EveryWorkbookTest::written)));
    }

    private static byte[] written(DocumentId id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            RENDERER.write(id, REPORTS, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void keepsTheHeadsOfTablesOnScreenAndOnPaper(DocumentId id) throws IOException {
        try (XSSFWorkbook workbook = workbook(id)) {
            List<String> tables = new ArrayList<>();
            for (XSSFSheet sheet : sheets(workbook)) {
                if (sheet.getRepeatingRows() == null) {
                    continue;
                }
                tables.add(sheet.getSheetName());
                int head = sheet.getRepeatingRows().getLastRow();
                assertThat(sheet.getPaneInformation()).as(sheet.getSheetName()).isNotNull();
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat((int) sheet.getPaneInformation().getHorizontalSplitPosition())
                        .as(sheet.getSheetName())
                        .isEqualTo(head + 1);
                assertThat(sheet.getRepeatingColumns()).as(sheet.getSheetName()).isNotNull();
            }
            assertThat(tables).isNotEmpty();
            assertThat(workbook.getNumberOfSheets() - tables.size())
                    .as("the summary, and charts")
                    .isBetween(1, 2);
        }
    }

    /// But for the sections, of which there are few, with their sum.
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void filtersEveryLongTable(DocumentId id) throws IOException {
        try (XSSFWorkbook workbook = workbook(id)) {
            Set<Integer> unfiltered = new TreeSet<>();
            for (XSSFSheet sheet : sheets(workbook)) {
                if (sheet.getRepeatingRows() != null && !sheet.getCTWorksheet().isSetAutoFilter()) {
                    unfiltered.add(sheet.getLastRowNum() - sheet.getRepeatingRows().getLastRow());
                }
            }
            assertThat(unfiltered).allMatch(rows -> rows <= 10).hasSizeLessThan(2);
        }
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void fitsThePaperAndSaysOnItWhereItComesFrom(DocumentId id) throws IOException {
        try (XSSFWorkbook workbook = workbook(id)) {
            for (XSSFSheet sheet : sheets(workbook)) {
                assertThat(sheet.getFitToPage()).as(sheet.getSheetName()).isTrue();
                assertThat((int) sheet.getPrintSetup().getFitWidth()).isBetween(1, 2);
                assertThat((int) sheet.getPrintSetup().getFitHeight()).isZero();
                assertThat(sheet.getFooter().getLeft())
                        .contains("2", "27.01.2025", "№", "1142", "0c7a1be2d94c");
                assertThat(sheet.getFooter().getRight()).contains("&P", "&N");
                assertThat(sheet.getHeader().getRight()).contains("IV").contains("2024");
                // side by side in seven points on A4, lying
                assertThat(sheet.getHeader().getLeft() + sheet.getHeader().getRight())
                        .hasSizeLessThan(220);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void leadsFromTheSummaryToEverySheetAndBack(DocumentId id) throws IOException {
        try (XSSFWorkbook workbook = workbook(id)) {
            XSSFSheet summary = workbook.getSheetAt(0);
            List<String> reached =
                    summary.getHyperlinkList().stream()
                            .map(Hyperlink::getAddress)
                            .map(EveryWorkbookTest::sheet)
                            .toList();
            List<String> others = new ArrayList<>();
            for (XSSFSheet sheet : sheets(workbook)) {
                if (!sheet.equals(summary)) {
                    others.add(sheet.getSheetName());
                    assertThat(sheet.getHyperlinkList())
                            .extracting(link -> sheet(link.getAddress()))
                            .containsExactly(summary.getSheetName());
                }
            }
            assertThat(reached).containsExactlyInAnyOrderElementsOf(others);
        }
    }

    private static String sheet(String address) {
        return address.substring(0, address.lastIndexOf('!')).replace("'", "");
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void hasNumbersAndDatesAsSuchAndNoFormula(DocumentId id) throws IOException {
        try (XSSFWorkbook workbook = workbook(id)) {
            int dates = 0;
            int numbers = 0;
            for (XSSFSheet sheet : sheets(workbook)) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isNotIn(CellType.FORMULA, CellType.ERROR);
                        if (cell.getCellType() == CellType.NUMERIC) {
                            String format = cell.getCellStyle().getDataFormatString();
                            dates += format.contains("yy") ? 1 : 0;
                            numbers += format.contains("yy") ? 0 : 1;
                        } else if (cell.getCellType() == CellType.STRING) {
                            assertThat(cell.getStringCellValue())
                                    .as("%s!%s", sheet.getSheetName(), cell.getAddress())
                                    .doesNotMatch(
                                            "\\d{2}\\.\\d{2}\\.\\d{4}|-?\\d+(,\\d+)?[ \u00A0]?%");
                        }
                    }
                }
            }
            assertThat(dates).isPositive();
            assertThat(numbers).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void coloursWordsByWhatTheySay(DocumentId id) throws IOException {
        try (XSSFWorkbook workbook = workbook(id)) {
            int rules = 0;
            for (XSSFSheet sheet : sheets(workbook)) {
                rules += sheet.getSheetConditionalFormatting().getNumConditionalFormattings();
            }
            assertThat(rules).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void saysInItsPropertiesWhatItIs(DocumentId id) throws IOException {
        try (XSSFWorkbook workbook = workbook(id)) {
            POIXMLProperties.CoreProperties said = workbook.getProperties().getCoreProperties();
            assertThat(said.getTitle()).isNotBlank();
            assertThat(said.getSubject()).contains("2024");
            assertThat(said.getCreator()).isEqualTo("Esep");
            assertThat(said.getCreated()).isEqualTo("2025-01-27T06:30:00Z");
        }
    }

    private static List<XSSFSheet> sheets(XSSFWorkbook workbook) {
        List<XSSFSheet> sheets = new ArrayList<>();
        workbook.sheetIterator().forEachRemaining(sheet -> sheets.add((XSSFSheet) sheet));
        return sheets;
    }
}
