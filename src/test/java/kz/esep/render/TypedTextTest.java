package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.esep.intake.FileOutcome;
import kz.esep.reconcile.Reconciliation;
import kz.esep.report.Receipt;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/// What an agency typed is text in everything we write: no formula, and no template.
class TypedTextTest {

    private static final List<String> FORMULAS =
            List.of(
                    "=1+1",
                    "+7 717 2",
                    "-1",
                    "@SUM(A1)",
                    "=cmd|' /C calc'!A0",
                    "=HYPERLINK(\"http://a\")");
    private static final List<String> TEMPLATES =
            List.of(
                    "${7919*6007}",
                    "#{7919*6007}",
                    "[=7919*6007]",
                    "<#assign x=7919*6007>${x}",
                    "[#assign x=7919*6007]${x}",
                    "${\"freemarker.template.utility.Execute\"?new()(\"expr 7919 * 6007\")}",
                    "<@\"${7919*6007}\"?interpret/>",
                    "{7919*6007} '{'typed'}' {0}");
    private static final String PRODUCT = "47569433";

    private final Renderer renderer = new Renderer(Path.of("templates"));
    private final Receipts receipts = new Receipts(Path.of("templates"));

    @Test
    void staysTextInEveryWorkbook() throws IOException {
        Reconciliation whole = Samples.typed(FORMULAS);
        Reports reports = Reports.of(whole, Samples.provenance());
        Map<Kind, Set<String>> found = new EnumMap<>(Kind.class);
        for (DocumentId document : ofEachKind(whole, reports, Format.XLSX)) {
            for (Cell cell : texts(document, reports)) {
                if (FORMULAS.contains(cell.getStringCellValue())) {
                    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    found.computeIfAbsent(document.kind(), _ -> new TreeSet<>())
                            .add(cell.getStringCellValue());
                }
            }
        }

        assertThat(found)
                .containsKeys(Kind.CONSOLIDATED, Kind.AGENCY)
                .containsEntry(Kind.FINDINGS, new TreeSet<>(FORMULAS));
    }

    @Test
    void isNoTemplate() {
        Reconciliation whole = Samples.typed(TEMPLATES);
        Reports reports = Reports.of(whole, Samples.provenance());
        Map<Kind, Set<String>> found = new EnumMap<>(Kind.class);
        for (Format format : Format.values()) {
            for (DocumentId document : ofEachKind(whole, reports, format)) {
                String text =
                        bare(
                                format == Format.XLSX
                                        ? renderer.markup(document, reports)
                                        : renderer.xhtml(document, reports));
                assertThat(text).doesNotContain(PRODUCT);
                TEMPLATES.stream()
                        .filter(typed -> text.contains(bare(typed)))
                        .forEach(typed ->
                                found.computeIfAbsent(document.kind(), _ -> new TreeSet<>())
                                        .add(typed));
            }
        }

        assertThat(found)
                .containsKeys(Kind.CONSOLIDATED, Kind.AGENCY, Kind.DISCIPLINE, Kind.INDEX)
                .containsEntry(Kind.FINDINGS, new TreeSet<>(TEMPLATES));
    }

    @Test
    void isNoTemplateInAReceipt() {
        Reconciliation whole = Samples.typed(TEMPLATES);
        Set<String> found = new TreeSet<>();
        for (FileOutcome file : whole.facts().files()) {
            Receipt receipt =
                    Receipt.of(
                            file,
                            whole.facts().files(),
                            whole.facts().register(),
                            ZoneId.of("Asia/Almaty"));
            String text = bare(receipts.text(receipt));
            String page = bare(receipts.xhtml(receipt));
            assertThat(text + page).doesNotContain(PRODUCT);
            TEMPLATES.stream()
                    .filter(typed -> text.contains(bare(typed)) && page.contains(bare(typed)))
                    .forEach(found::add);
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(TEMPLATES);
    }

    /// Of the agencies, three that answered.
    private static List<DocumentId> ofEachKind(
            Reconciliation whole, Reports reports, Format format) {
        List<String> answered =
                whole.facts().files().stream()
                        .flatMap(file -> file.submission().stream())
                        .filter(submission -> !submission.claims().isEmpty())
                        .map(submission -> submission.agency())
                        .limit(3)
                        .toList();
        return Arrays.stream(Kind.values())
                .flatMap(kind ->
                        kind.documents(reports).stream()
                                .filter(document -> document.format() == format)
                                .filter(document ->
                                        kind == Kind.REMINDER
                                                || document.agency()
                                                        .map(answered::contains)
                                                        .orElse(true))
                                .limit(6))
                .toList();
    }

    /// The cells that hold text, in a workbook without any formula.
    private List<Cell> texts(DocumentId document, Reports reports) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.write(document, reports, out);
        List<Cell> texts = new ArrayList<>();
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                        if (cell.getCellType() == CellType.STRING) {
                            texts.add(cell);
                        }
                    }
                }
            }
        }
        return texts;
    }

    /// As it is read, however a page's text is escaped and its figures are grouped.
    private static String bare(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .replaceAll("[\\s\u00A0\u202F]+", "");
    }
}
