package kz.esep.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import kz.esep.bench.JasperXlsxPeer.Column;
import kz.esep.render.xlsx.XlsxWriter;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReport;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.Worksheet;

/// The same workbook by others: eight typed columns with borders, wrapped text, a frozen head with
/// filters. Ours from its markup, which is written and read within its time.
final class XlsxPeers {

    private static final String[] HEAD = {
        "№", "Код", "Орган", "Файл", "Дата", "План", "Доля", "Что не так"
    };
    private static final int[] WIDTHS = {8, 14, 24, 24, 12, 12, 10, 60};

    private static final List<Column<Line>> COLUMNS =
            List.of(
                    Column.count(HEAD[0], WIDTHS[0], Line::number),
                    Column.text(HEAD[1], WIDTHS[1], Line::code),
                    Column.text(HEAD[2], WIDTHS[2], Line::agency),
                    Column.text(HEAD[3], WIDTHS[3], Line::file),
                    Column.day(HEAD[4], WIDTHS[4], line -> Date.valueOf(line.day())),
                    Column.number(HEAD[5], WIDTHS[5], "0.0", Line::planned),
                    Column.number(HEAD[6], WIDTHS[6], "0.0%", line -> line.percent().movePointLeft(2)),
                    Column.text(HEAD[7], WIDTHS[7], Line::words));

    private XlsxPeers() {}

    private record Line(
            int number,
            String code,
            String agency,
            String file,
            LocalDate day,
            BigDecimal planned,
            BigDecimal percent,
            String words) {
        static Line of(int i) {
            return new Line(
                    i + 1,
                    "CLAIM-" + i % 37,
                    "Министерство № " + i % 45,
                    "mz/2024-Q4-" + i % 200 + ".xlsx",
                    LocalDate.of(2024, 1, 1).plusDays(i % 366),
                    BigDecimal.valueOf(1000L + i * 7L % 90_000, 1),
                    BigDecimal.valueOf(i % 1000, 1),
                    "Мероприятие " + i % 90 + " исполнено не в срок, приказ № " + i);
        }
    }

    public static void main(String[] args) throws Exception {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Figures figures =
                new Figures(
                        XlsxPeers.class,
                        "rows",
                        "engine",
                        "CPU, ms",
                        "memory asked for, MiB",
                        "bytes",
                        "ours is so many times its CPU");
        JasperReport jasper = JasperXlsxPeer.compiled(COLUMNS);
        for (int count : new int[] {90, rows}) {
            boolean few = count < 1000;
            Map<String, Race.Result> results =
                    new Race()
                            .with("Esep, from markup", _ -> ours(count))
                            .with("fastexcel", _ -> fastexcel(count))
                            .with("POI, SXSSF", _ -> poi(count, new SXSSFWorkbook(100)))
                            .with("POI, XSSF", _ -> poi(count, new XSSFWorkbook()))
                            .with("JasperReports", _ -> jasper(jasper, count))
                            .run(few ? 40 : 1, few ? 41 : rounds);
            Race.Result ours = Objects.requireNonNull(results.get("Esep, from markup"));
            results.forEach((name, result) ->
                    figures.row(
                            count,
                            name,
                            result.cpu(),
                            result.memory(),
                            result.made(),
                            ours.over(result)));
        }
        figures.print();
    }

    private static long ours(int rows) throws IOException {
        Counting out = new Counting();
        XlsxWriter.write(new Pieces(rows + 2, i -> i == 0 ? head() : i > rows ? "</sheet></workbook>" : row(i - 1)), out);
        return out.bytes;
    }

    private static String head() {
        StringBuilder head =
                new StringBuilder(
                        """
                        <workbook title="Замечания" author="Esep" language="ru" created="2025-01-20T00:00:00Z">
                        <style name="body" valign="top" border="all" wrap="true"/>
                        <style name="head" base="body" bold="true" fill="#EAF1F3"/>
                        <sheet name="Замечания">
                        """);
        for (int width : WIDTHS) {
            head.append("<col width=\"").append(width).append("\" style=\"body\"/>");
        }
        head.append("<row style=\"head\" heading=\"true\" filter=\"true\">");
        for (String name : HEAD) {
            head.append("<cell>").append(name).append("</cell>");
        }
        return head.append("</row>").toString();
    }

    private static String row(int i) {
        Line line = Line.of(i);
        return "<row><cell type=\"number\">" + line.number() + "</cell><cell>" + line.code()
                + "</cell><cell>" + line.agency() + "</cell><cell>" + line.file()
                + "</cell><cell type=\"date\">" + line.day() + "</cell><cell type=\"number\">"
                + line.planned() + "</cell><cell type=\"percent\">" + line.percent()
                + "</cell><cell>" + line.words() + "</cell></row>";
    }

    private static long fastexcel(int rows) throws IOException {
        Counting out = new Counting();
        try (org.dhatim.fastexcel.Workbook workbook =
                new org.dhatim.fastexcel.Workbook(out, "Esep", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Замечания");
            for (int c = 0; c < HEAD.length; c++) {
                sheet.width(c, WIDTHS[c]);
                sheet.value(0, c, HEAD[c]);
            }
            sheet.range(0, 0, 0, HEAD.length - 1).style().bold().fillColor("EAF1F3").set();
            sheet.freezePane(0, 1);
            for (int i = 0; i < rows; i++) {
                Line line = Line.of(i);
                int row = i + 1;
                sheet.value(row, 0, line.number());
                sheet.value(row, 1, line.code());
                sheet.value(row, 2, line.agency());
                sheet.value(row, 3, line.file());
                sheet.value(row, 4, line.day());
                sheet.value(row, 5, line.planned());
                sheet.value(row, 6, line.percent().movePointLeft(2));
                sheet.value(row, 7, line.words());
                if (row % 100 == 0 || row == rows) {
                    style(sheet, row - (row - 1) % 100, row);
                    sheet.flush();
                }
            }
            sheet.setAutoFilter(0, 0, rows, HEAD.length - 1);
        }
        return out.bytes;
    }

    /// A hundred rows at a time, which it does much faster than cell by cell.
    private static void style(Worksheet sheet, int from, int to) {
        for (int c = 0; c < HEAD.length; c++) {
            var style =
                    sheet.range(from, c, to, c)
                            .style()
                            .wrapText(true)
                            .verticalAlignment("top")
                            .borderStyle(BorderSide.BOTTOM, org.dhatim.fastexcel.BorderStyle.THIN);
            switch (c) {
                case 4 -> style.format("dd.mm.yyyy").set();
                case 5 -> style.format("0.0").set();
                case 6 -> style.format("0.0%").set();
                default -> style.set();
            }
        }
    }

    private static long jasper(JasperReport report, int rows) throws JRException {
        Counting out = new Counting();
        JasperXlsxPeer.write(
                report, COLUMNS, () -> IntStream.range(0, rows).mapToObj(Line::of).iterator(), out);
        return out.bytes;
    }

    private static long poi(int rows, Workbook made) throws IOException {
        Counting out = new Counting();
        try (Workbook workbook = made) {
            Sheet sheet = workbook.createSheet("Замечания");
            CellStyle text = style(workbook, "General");
            CellStyle day = style(workbook, "dd.mm.yyyy");
            CellStyle number = style(workbook, "0.0");
            CellStyle percent = style(workbook, "0.0%");
            Row head = sheet.createRow(0);
            for (int c = 0; c < HEAD.length; c++) {
                sheet.setColumnWidth(c, WIDTHS[c] * 256);
                head.createCell(c).setCellValue(HEAD[c]);
            }
            sheet.createFreezePane(0, 1);
            sheet.setAutoFilter(new CellRangeAddress(0, rows, 0, HEAD.length - 1));
            for (int i = 0; i < rows; i++) {
                Line line = Line.of(i);
                Row row = sheet.createRow(i + 1);
                cell(row, 0, text).setCellValue(line.number());
                cell(row, 1, text).setCellValue(line.code());
                cell(row, 2, text).setCellValue(line.agency());
                cell(row, 3, text).setCellValue(line.file());
                cell(row, 4, day).setCellValue(line.day());
                cell(row, 5, number).setCellValue(line.planned().doubleValue());
                cell(row, 6, percent).setCellValue(line.percent().movePointLeft(2).doubleValue());
                cell(row, 7, text).setCellValue(line.words());
            }
            workbook.write(out);
        }
        return out.bytes;
    }

    private static Cell cell(Row row, int column, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    private static CellStyle style(Workbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setBorderBottom(BorderStyle.THIN);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    /// Markup made piece by piece as it is read.
    private static final class Pieces extends Reader {
        private final int count;
        private final IntFunction<String> piece;
        private String current = "";
        private int at;
        private int next;

        Pieces(int count, IntFunction<String> piece) {
            this.count = count;
            this.piece = piece;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (at == current.length()) {
                if (next == count) {
                    return -1;
                }
                current = piece.apply(next++);
                at = 0;
            }
            int some = Math.min(length, current.length() - at);
            current.getChars(at, at + some, buffer, offset);
            at += some;
            return some;
        }

        @Override
        public void close() {}
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int count) {
            bytes += count;
        }
    }
}
