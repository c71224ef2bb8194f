package kz.esep.bench;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JRDesignTextElement;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.export.ooxml.JRXlsxExporter;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.export.SimpleXlsxReportConfiguration;

/// A workbook by JasperReports: the report compiled once, filled without pages and exported with
/// typed cells, a frozen head and filters.
final class JasperXlsxPeer {

    /// A column: its heading, its width in characters, the cells' format if they have one.
    record Column<T>(
            String heading, int width, Class<?> type, String format, Function<T, Object> value) {
        static <T> Column<T> text(String heading, int width, Function<T, Object> value) {
            return new Column<>(heading, width, String.class, "", value);
        }

        static <T> Column<T> count(String heading, int width, Function<T, Object> value) {
            return new Column<>(heading, width, Integer.class, "", value);
        }

        static <T> Column<T> day(String heading, int width, Function<T, Date> value) {
            return new Column<>(heading, width, Date.class, "dd.MM.yyyy", value::apply);
        }

        static <T> Column<T> number(
                String heading, int width, String format, Function<T, BigDecimal> value) {
            return new Column<>(heading, width, BigDecimal.class, format, value::apply);
        }
    }

    private static final int HEIGHT = 15;
    private static final int LETTER = 6;
    private static final String FREEZE = "net.sf.jasperreports.export.xls.freeze.row";
    private static final String FILTER = "net.sf.jasperreports.export.xls.auto.filter";

    private JasperXlsxPeer() {}

    static <T> JasperReport compiled(List<Column<T>> columns) throws JRException {
        JasperDesign design = new JasperDesign();
        design.setName("workbook");
        int width = columns.stream().mapToInt(column -> column.width() * LETTER).sum();
        design.setPageWidth(width);
        design.setColumnWidth(width);
        design.setLeftMargin(0);
        design.setRightMargin(0);
        design.setTopMargin(0);
        design.setBottomMargin(0);
        design.setIgnorePagination(true);
        design.setProperty(FREEZE, "2");
        design.addStyle(JasperPeer.base());
        JRDesignBand head = JasperPeer.band(HEIGHT);
        JRDesignBand detail = JasperPeer.band(HEIGHT);
        int x = 0;
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            String name = "c" + i;
            int across = column.width() * LETTER;
            JRDesignField field = new JRDesignField();
            field.setName(name);
            field.setValueClass(column.type());
            design.addField(field);

            JRDesignStaticText heading = new JRDesignStaticText();
            heading.setText(column.heading());
            heading.setBold(true);
            heading.setMode(ModeEnum.OPAQUE);
            heading.setBackcolor(JasperPeer.HEAD);
            if (i == 0 || i == columns.size() - 1) {
                heading.getPropertiesMap().setProperty(FILTER, i == 0 ? "Start" : "End");
            }
            head.addElement(placed(heading, x, across));

            JRDesignTextField cell = new JRDesignTextField();
            cell.setExpression(new JRDesignExpression("$F{" + name + "}"));
            cell.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
            if (!column.format().isEmpty()) {
                cell.setPattern(column.format());
            }
            detail.addElement(placed(cell, x, across));
            x += across;
        }
        design.setColumnHeader(head);
        ((JRDesignSection) design.getDetailSection()).addBand(detail);
        return JasperCompileManager.compileReport(design);
    }

    static <T> void write(
            JasperReport report, List<Column<T>> columns, Iterable<T> rows, OutputStream out)
            throws JRException {
        Iterator<T> next = rows.iterator();
        JRDataSource source =
                new JRDataSource() {
                    private T row;

                    @Override
                    public boolean next() {
                        if (!next.hasNext()) {
                            return false;
                        }
                        row = next.next();
                        return true;
                    }

                    @Override
                    public Object getFieldValue(JRField field) {
                        int column = Integer.parseInt(field.getName().substring(1));
                        return columns.get(column).value().apply(row);
                    }
                };
        JRXlsxExporter exporter = new JRXlsxExporter();
        exporter.setExporterInput(
                new SimpleExporterInput(
                        JasperFillManager.fillReport(report, new HashMap<>(), source)));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        SimpleXlsxReportConfiguration how = new SimpleXlsxReportConfiguration();
        how.setDetectCellType(true);
        how.setWhitePageBackground(false);
        how.setRemoveEmptySpaceBetweenRows(true);
        how.setWrapText(true);
        how.setOnePagePerSheet(false);
        exporter.setConfiguration(how);
        exporter.exportReport();
    }

    private static JRDesignTextElement placed(JRDesignTextElement element, int x, int width) {
        element.setX(x);
        element.setY(0);
        element.setWidth(width);
        element.setHeight(HEIGHT);
        element.getLineBox().getBottomPen().setLineWidth(0.5f);
        return element;
    }
}
