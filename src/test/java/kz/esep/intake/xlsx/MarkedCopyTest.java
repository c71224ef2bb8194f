package kz.esep.intake.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FormColumn;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The workbook that goes back to the agency with comments.
class MarkedCopyTest {

    private static final MarkedCopy MARKED = new MarkedCopy(Clerk.KK, Clerk.RU, Limits.FORM);

    @TempDir Path folder;

    /// A form with a status that nobody knows, a day that is two days, and a formula.
    private static byte[] spoilt() throws IOException {
        return Clerk.filled(
                Clerk.form(Clerk.content("mz")),
                hand -> {
                    hand.type(2, FormColumn.STATUS, "сделаем");
                    hand.cell(3, FormColumn.CONTACT).setCellFormula("1+1");
                    hand.cell(3, FormColumn.CONTACT).setCellValue(2);
                });
    }

    @Test
    void commentsEachCellInBothLanguages() throws IOException {
        FileOutcome outcome = Clerk.read(folder, "mz", spoilt());
        MarkedCopy.Marked marked = marked(outcome);

        assertThat(marked.extension()).isEqualTo("xlsx");
        assertThat(comments(marked.bytes()))
                .isEqualTo(
                        Map.of(
                                "A1",
                                """
                                Esep: түзетуді қажет ететін ескертулер – 2. Түсіндірмесі бар ұяшықтар: K10, K11.

                                Esep: замечаний, требующих исправления, – 2. Ячейки с примечаниями: K10, K11.\
                                """,
                                "K10",
                                """
                                Қате. Орындалу күйі танылмады. Күтіледі: орындалды, орындалуда, басталған жоқ немесе мәлімет қайтарып алынды; мысалы: орындалды.

                                Ошибка. Состояние исполнения не распознано. Ожидается: исполнено, на исполнении, не начато или сведения отозваны; например: исполнено.\
                                """,
                                "K11",
                                """
                                Қате. Жауап бар, бірақ орындалу күйі көрсетілмеген. Күтіледі: Тізімдегі күй, мысалы: орындалуда.

                                Ошибка. Ответ есть, но состояние исполнения не указано. Ожидается: Состояние из списка, например: на исполнении.\
                                """));
    }

    @Test
    void leavesEverythingElseAsItWas() throws IOException {
        byte[] form = spoilt();
        FileOutcome outcome = Clerk.read(folder, "mz", form);
        byte[] marked = marked(outcome).bytes();

        assertThat(cells(marked)).isEqualTo(cells(form));
        FileOutcome again = Clerk.read(folder, "mz", marked);
        assertThat(again.submission().map(submission -> submission.claims()))
                .isEqualTo(outcome.submission().map(submission -> submission.claims()));
        assertThat(again.findings()).isEqualTo(outcome.findings());
    }

    @Test
    void keepsWhatAPersonHadNoted() throws IOException {
        byte[] form = spoilt();
        FileOutcome outcome = Clerk.read(folder, "mz", form);
        byte[] once = marked(outcome).bytes();
        Files.write(folder.resolve("snapshot"), once);

        String twice = front(MARKED.of(folder.resolve("snapshot"), outcome).orElseThrow().bytes());
        assertThat(twice).isEqualTo(front(once) + "\n\n" + front(once));
    }

    @Test
    void writesTheSameBytesAtAnyTime() throws Exception {
        FileOutcome outcome = Clerk.read(folder, "mz", spoilt());
        byte[] first = marked(outcome).bytes();
        TimeUnit.MILLISECONDS.sleep(1_100);

        assertThat(marked(outcome).bytes()).isEqualTo(first);
    }

    @Test
    void marksALegacyWorkbookToo() throws Exception {
        byte[] legacy = legacy(spoilt());
        FileOutcome outcome = Clerk.read(folder, "mz", legacy);
        MarkedCopy.Marked marked = marked(outcome);
        TimeUnit.MILLISECONDS.sleep(1_100);

        assertThat(marked.extension()).isEqualTo("xls");
        assertThat(comments(marked.bytes()))
                .isEqualTo(comments(marked(Clerk.read(folder, "mz", spoilt())).bytes()));
        Files.write(folder.resolve("snapshot"), legacy);
        assertThat(cells(marked.bytes())).isEqualTo(cells(legacy));
        assertThat(marked(outcome).bytes()).isEqualTo(marked.bytes());
    }

    @Test
    void givesBackAsTextWhatIsText() throws IOException {
        List<String> typed = List.of("=1+1", "+7 717 2", "@SUM(A1)", "\t=1+1", "-1");
        byte[] form =
                Clerk.filled(
                        Clerk.form(Clerk.content("mz")),
                        hand -> {
                            hand.type(2, FormColumn.STATUS, typed.get(0));
                            hand.type(2, FormColumn.CONTACT, typed.get(1));
                            hand.type(2, FormColumn.REASON, typed.get(2));
                            hand.type(3, FormColumn.STATUS, typed.get(3));
                            hand.type(3, FormColumn.CONTACT, typed.get(4));
                        });
        assertThat(texts(marked(Clerk.read(folder, "mz", form)).bytes())).containsAll(typed);

        byte[] legacy = legacy(form);
        assertThat(texts(marked(Clerk.read(folder, "mz", legacy)).bytes())).containsAll(typed);
    }

    /// The cells that hold text, in a workbook without any formula.
    private static List<String> texts(byte[] file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Workbook workbook = open(file)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                        if (cell.getCellType() == CellType.STRING) {
                            texts.add(cell.getStringCellValue());
                        }
                    }
                }
            }
        }
        return texts;
    }

    @Test
    void opensNothingThatThePreflightRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("snapshot"), "no workbook");
        FileOutcome outcome = Clerk.read(folder, "mz", Files.readAllBytes(file));

        assertThat(MARKED.of(file, outcome)).isEmpty();
    }

    @Test
    void marksNothingWhereNothingAsksToBeMended() throws IOException {
        byte[] form =
                Clerk.filled(
                        Clerk.form(Clerk.content("mz")),
                        hand -> hand.type(2, FormColumn.STATUS, "не начато"));
        FileOutcome outcome = Clerk.read(folder, "mz", form);

        assertThat(outcome.verdict()).isEqualTo(FileOutcome.Verdict.ACCEPTED);
        assertThat(MARKED.of(folder.resolve("snapshot"), outcome)).isEmpty();
    }

    private MarkedCopy.Marked marked(FileOutcome outcome) throws IOException {
        return MARKED.of(folder.resolve("snapshot"), outcome).orElseThrow();
    }

    /// What a reader finds in each cell, formulas as they are written.
    private static SortedMap<String, String> cells(byte[] file) throws IOException {
        SortedMap<String, String> cells = new TreeMap<>();
        DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
        try (Workbook workbook = open(file)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        cells.put(
                                sheet.getSheetName() + "!" + cell.getAddress(),
                                cell.getCellStyle().getIndex()
                                        + " "
                                        + formatter.formatCellValue(cell));
                    }
                }
            }
        }
        return cells;
    }

    private static SortedMap<String, String> comments(byte[] file) throws IOException {
        SortedMap<String, String> comments = new TreeMap<>();
        try (Workbook workbook = open(file)) {
            for (Sheet sheet : workbook) {
                sheet.getCellComments()
                        .forEach((at, comment) ->
                                comments.put(at.toString(), comment.getString().getString()));
            }
        }
        return comments;
    }

    private static Workbook open(byte[] file) throws IOException {
        return WorkbookFactory.create(new ByteArrayInputStream(file));
    }

    private static String front(byte[] file) throws IOException {
        return comments(file).getOrDefault("A1", "");
    }

    /// The same cells as Excel 97 keeps them.
    private static byte[] legacy(byte[] form) throws IOException {
        try (Workbook from = open(form);
                HSSFWorkbook to = new HSSFWorkbook()) {
            for (Sheet sheet : from) {
                Sheet copy = to.createSheet(sheet.getSheetName());
                for (Row row : sheet) {
                    Row into = copy.createRow(row.getRowNum());
                    for (Cell cell : row) {
                        copy(cell, into.createCell(cell.getColumnIndex()));
                    }
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            to.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void copy(Cell from, Cell to) {
        switch (from.getCellType()) {
            case NUMERIC -> to.setCellValue(from.getNumericCellValue());
            case FORMULA -> {
                to.setCellFormula(from.getCellFormula());
                to.setCellValue(from.getNumericCellValue());
            }
            case STRING -> to.setCellValue(from.getStringCellValue());
            case BLANK, BOOLEAN, ERROR, _NONE -> to.setBlank();
        }
    }
}
