package kz.esep.bench;

import java.awt.Color;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignGroup;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JRDesignStyle;
import net.sf.jasperreports.engine.design.JRDesignTextElement;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.EvaluationTimeEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.OrientationEnum;
import net.sf.jasperreports.engine.type.StretchTypeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/// JasperReports: the report compiled once, filled and exported for each document.
final class JasperPeer {

    /// Behind the headings of columns.
    static final Color HEAD = new Color(0xeaf1f3);

    private static final int WIDTH = 774;

    private final JasperReport report;
    private final boolean tagged;

    /// @param tagged as far as it tags: the exporter's own setting
    JasperPeer(boolean tagged) throws JRException {
        this.report = JasperCompileManager.compileReport(design());
        this.tagged = tagged;
    }

    /// @return pages
    int write(Content content, OutputStream out) throws JRException {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (Content.Section section : content.sections()) {
            for (List<String> cells : section.rows()) {
                Map<String, Object> row = new HashMap<>();
                row.put("heading", section.heading());
                row.put("caption", section.caption());
                for (int i = 0; i < cells.size(); i++) {
                    row.put("c" + i, cells.get(i));
                }
                rows.add(row);
            }
        }
        Map<String, Object> texts = new HashMap<>();
        texts.put("title", content.title());
        texts.put("p0", content.paragraphs().get(0));
        texts.put("p1", content.paragraphs().get(1));
        JasperPrint print =
                JasperFillManager.fillReport(
                        report,
                        texts,
                        rows.isEmpty() ? new JREmptyDataSource() : new JRMapCollectionDataSource(rows));
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        SimplePdfExporterConfiguration how = new SimplePdfExporterConfiguration();
        how.setCompressed(true);
        if (tagged) {
            how.setTagged(true);
            how.setTagLanguage("kk");
        }
        exporter.setConfiguration(how);
        exporter.exportReport();
        return print.getPages().size();
    }

    private static JasperDesign design() throws JRException {
        JasperDesign design = new JasperDesign();
        design.setName("report");
        design.setPageWidth(842);
        design.setPageHeight(595);
        design.setOrientation(OrientationEnum.LANDSCAPE);
        design.setLeftMargin(34);
        design.setRightMargin(34);
        design.setTopMargin(48);
        design.setBottomMargin(45);
        design.setColumnWidth(WIDTH);
        design.addStyle(base());
        for (String name : List.of("title", "p0", "p1")) {
            var parameter = new net.sf.jasperreports.engine.design.JRDesignParameter();
            parameter.setName(name);
            parameter.setValueClass(String.class);
            design.addParameter(parameter);
        }
        List<String> fields = new ArrayList<>(List.of("heading", "caption"));
        for (int i = 0; i < Content.COLUMNS.size(); i++) {
            fields.add("c" + i);
        }
        for (String name : fields) {
            JRDesignField field = new JRDesignField();
            field.setName(name);
            field.setValueClass(String.class);
            design.addField(field);
        }
        JRDesignBand title = band(64);
        title.addElement(text("$P{title}", 0, 0, WIDTH, 26, 20, true));
        title.addElement(text("$P{p0}", 0, 28, WIDTH, 14, 9.5f, false));
        title.addElement(text("$P{p1}", 0, 44, WIDTH, 14, 9.5f, false));
        design.setTitle(title);

        JRDesignGroup group = new JRDesignGroup();
        group.setName("section");
        group.setExpression(new JRDesignExpression("$F{heading}"));
        group.setReprintHeaderOnEachPage(false);
        JRDesignBand heading = band(40);
        heading.addElement(text("$F{heading}", 0, 2, WIDTH, 20, 15, true));
        heading.addElement(text("$F{caption}", 0, 26, WIDTH, 12, 8, false));
        ((JRDesignSection) group.getGroupHeaderSection()).addBand(heading);
        design.addGroup(group);
        JRDesignGroup head = new JRDesignGroup();
        head.setName("head");
        head.setExpression(new JRDesignExpression("$F{heading}"));
        head.setReprintHeaderOnEachPage(true);
        JRDesignBand names = band(18);
        columns((column, x, width) -> {
            JRDesignStaticText name = new JRDesignStaticText();
            name.setText(Content.COLUMNS.get(column));
            place(name, x, 0, width, 18, 8, true);
            name.setMode(ModeEnum.OPAQUE);
            name.setBackcolor(HEAD);
            name.getLineBox().getBottomPen().setLineWidth(0.8f);
            name.getLineBox().getTopPen().setLineWidth(0.8f);
            names.addElement(name);
        });
        ((JRDesignSection) head.getGroupHeaderSection()).addBand(names);
        design.addGroup(head);

        JRDesignBand detail = band(16);
        columns((column, x, width) -> {
            JRDesignTextField cell = text("$F{c" + column + "}", x, 0, width, 16, 8, false);
            cell.getLineBox().getBottomPen().setLineWidth(0.4f);
            cell.setStretchType(StretchTypeEnum.CONTAINER_HEIGHT);
            detail.addElement(cell);
        });
        ((JRDesignSection) design.getDetailSection()).addBand(detail);

        JRDesignBand footer = band(12);
        footer.addElement(text("$V{PAGE_NUMBER} + \" /\"", WIDTH - 60, 0, 30, 12, 7, false));
        JRDesignTextField pages = text("$V{PAGE_NUMBER}", WIDTH - 30, 0, 30, 12, 7, false);
        pages.setEvaluationTime(EvaluationTimeEnum.REPORT);
        pages.setTextAdjust(TextAdjustEnum.CUT_TEXT);
        footer.addElement(pages);
        design.setPageFooter(footer);
        return design;
    }

    private interface Column {
        void add(int column, int x, int width);
    }

    private static void columns(Column add) {
        int x = 0;
        for (int i = 0; i < Content.WIDTHS.size(); i++) {
            int width = WIDTH * Content.WIDTHS.get(i) / 100;
            add.add(i, x, width);
            x += width;
        }
    }

    /// The style of whatever has no other.
    static JRDesignStyle base() {
        JRDesignStyle base = new JRDesignStyle();
        base.setName("base");
        base.setDefault(true);
        base.setFontName("Liberation Sans");
        base.setFontSize(8f);
        return base;
    }

    static JRDesignBand band(int height) {
        JRDesignBand band = new JRDesignBand();
        band.setHeight(height);
        band.setSplitType(net.sf.jasperreports.engine.type.SplitTypeEnum.PREVENT);
        return band;
    }

    private static JRDesignTextField text(
            String expression, int x, int y, int width, int height, float size, boolean bold) {
        JRDesignTextField field = new JRDesignTextField();
        field.setExpression(new JRDesignExpression(expression));
        field.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
        place(field, x, y, width, height, size, bold);
        return field;
    }

    private static void place(
            JRDesignTextElement element,
            int x,
            int y,
            int width,
            int height,
            float size,
            boolean bold) {
        element.setX(x);
        element.setY(y);
        element.setWidth(width);
        element.setHeight(height);
        element.setFontSize(size);
        element.setBold(bold);
        element.getLineBox().setPadding(3);
    }
}
