package kz.esep.render.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import kz.esep.language.Language;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraph;

/// Draws a `<chart>`: bars that lie, the first row on top, each part with its number.
final class ChartWriter {

    private static final Set<String> CHART =
            Set.of(
                    "data",
                    "kind",
                    "title",
                    "description",
                    "labels",
                    "rows",
                    "columns",
                    "format",
                    "max");

    /// How high a chart is that does not say.
    static final int ROWS = 16;

    /// In hundredths of a point.
    private static final int TITLE_SIZE = 1200;

    /// 1 is the drawing itself.
    private static final int FIRST_ID = 1;

    /// A zero is no part of a bar, so it has no label.
    private static final String LABEL_FORMAT = "#,##0.##;-#,##0.##;";

    private final XSSFSheet sheet;
    private final Tag tag;
    private final ChartRows rows;
    private final Language language;
    private final List<ChartFill> fills = new ArrayList<>();

    ChartWriter(XSSFSheet sheet, Tag tag, ChartRows rows, Language language) {
        this.sheet = sheet;
        this.tag = tag;
        this.rows = rows;
        this.language = language;
    }

    static Tag checked(Tag tag) {
        tag.having(CHART);
        tag.required("title");
        tag.required("description");
        tag.required("labels");
        return tag;
    }

    /// @param top row, from 0
    void write(int top, Markup markup) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        int across = tag.count("columns", 8);
        XSSFClientAnchor anchor =
                drawing.createAnchor(0, 0, 0, 0, 0, top, across, top + tag.count("rows", ROWS));
        XSSFChart chart = drawing.createChart(anchor);
        describe(chart);
        title(chart);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        boolean stacked =
                tag.choice("kind", List.of("stacked", "clustered"))
                        .filter("clustered"::equals)
                        .isEmpty();
        XDDFBarChartData bars = bars(chart, stacked);
        XDDFDataSource<String> labels = labels();
        Optional<Tag> child = markup.child("chart", "series");
        while (child.isPresent()) {
            series(bars, labels, child.get(), markup.text());
            child = markup.child("chart", "series");
        }
        if (bars.getSeriesCount() == 0) {
            throw tag.mistake("has no series");
        }
        chart.plot(bars);
        CTBarChart drawn = chart.getCTChart().getPlotArea().getBarChartArray(0);
        spaced(drawn.addNewGapWidth(), "40");
        spaced(drawn.addNewOverlap(), stacked ? "100" : "0");
        for (int i = 0; i < fills.size(); i++) {
            fills.get(i).put(drawn.getSerArray(i).addNewSpPr());
        }
        label(drawn);
    }

    /// POI's own setters need schema types that its light edition leaves out.
    private static void spaced(XmlObject element, String percent) {
        try (XmlCursor cursor = element.newCursor()) {
            cursor.setAttributeText(new QName("val"), percent);
        }
    }

    /// What a screen reader says of it.
    private void describe(XSSFChart chart) {
        CTNonVisualDrawingProps words =
                chart.getGraphicFrame()
                        .getCTGraphicalObjectFrame()
                        .getNvGraphicFramePr()
                        .getCNvPr();
        words.setId(FIRST_ID + sheet.getDrawingPatriarch().getCharts().size());
        words.setName(tag.required("title"));
        words.setDescr(tag.required("description"));
    }

    private void title(XSSFChart chart) {
        chart.setTitleText(tag.required("title"));
        chart.setTitleOverlay(false);
        CTTextParagraph paragraph = chart.getCTChart().getTitle().getTx().getRich().getPArray(0);
        // POI writes the machine's language
        paragraph.getRArray(0).getRPr().setLang(language.tag());
        paragraph.getRArray(0).getRPr().setSz(TITLE_SIZE);
        paragraph.getRArray(0).getRPr().setB(true);
        paragraph.unsetEndParaRPr();
    }

    private XDDFBarChartData bars(XSSFChart chart, boolean stacked) {
        XDDFCategoryAxis category = chart.createCategoryAxis(AxisPosition.LEFT);
        XDDFValueAxis value = chart.createValueAxis(AxisPosition.BOTTOM);
        category.setOrientation(AxisOrientation.MAX_MIN);
        // the first row is on top, so the far end of its axis is the bottom
        value.setCrosses(AxisCrosses.MAX);
        value.setMinimum(0);
        value.setCrossBetween(AxisCrossBetween.BETWEEN);
        value.setNumberFormat(format());
        chart.getCTChart().getPlotArea().getValAxArray(0).getNumFmt().setSourceLinked(false);
        tag.measure("max").ifPresent(value::setMaximum);
        XDDFBarChartData bars =
                (XDDFBarChartData) chart.createData(ChartTypes.BAR, category, value);
        bars.setBarDirection(BarDirection.BAR);
        bars.setBarGrouping(stacked ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
        bars.setVaryColors(false);
        return bars;
    }

    private String format() {
        return tag.optional("format").orElse(LABEL_FORMAT);
    }

    private XDDFDataSource<String> labels() {
        int column = tag.count("labels", 1) - 1;
        return XDDFDataSourcesFactory.fromArray(
                rows.texts(tag, column), rows.range(sheet.getSheetName(), column), column);
    }

    private void series(
            XDDFBarChartData bars, XDDFDataSource<String> labels, Tag part, String name) {
        part.required("column");
        int column = part.count("column", 1) - 1;
        XDDFBarChartData.Series series =
                (XDDFBarChartData.Series)
                        bars.addSeries(
                                labels,
                                XDDFDataSourcesFactory.fromArray(
                                        rows.numbers(part, column),
                                        rows.range(sheet.getSheetName(), column),
                                        column));
        series.setTitle(name);
        fills.add(ChartFill.of(part));
    }

    private void label(CTBarChart bars) {
        for (CTBarSer series : bars.getSerList()) {
            CTDLbls labels = series.addNewDLbls();
            labels.addNewNumFmt().setFormatCode(format());
            labels.getNumFmt().setSourceLinked(false);
            // readable on every colour and pattern
            ChartFill.WHITE.put(labels.addNewSpPr());
            labels.addNewShowLegendKey().setVal(false);
            labels.addNewShowVal().setVal(true);
            labels.addNewShowCatName().setVal(false);
            labels.addNewShowSerName().setVal(false);
            labels.addNewShowPercent().setVal(false);
            labels.addNewShowBubbleSize().setVal(false);
        }
    }
}
