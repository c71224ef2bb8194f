package kz.esep.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFGraphicFrame;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;

/// Charts and conditional colours, read back as Excel would find them.
class ChartsTest {

    private static final String ROWS =
            """
            <row data="d"><cell>бір</cell><cell type="number">3</cell><cell type="number">1</cell></row>
            <row data="d"><cell>екі</cell><cell type="number">0</cell><cell type="percent">50</cell></row>
            """;
    private static final String TWO_SERIES =
            """
            <chart data="d" labels="1" title="Диаграмма" description="Екі – аз." rows="12" columns="4">
              <series column="2" colour="#14603A">Орындалды</series>
              <series column="3" colour="#A01717" pattern="falling" pattern-colour="#FFFFFF">Өтті</series>
            </chart>
            """;

    @Test
    void showsTheCellsOfItsRows() throws IOException {
        try (XSSFWorkbook workbook = open(ROWS + TWO_SERIES)) {
            XDDFChartData data = chart(workbook, 0).getChartSeries().getFirst();

            assertThat(data).isInstanceOf(XDDFBarChartData.class);
            assertThat(shown(data.getSeries(0)))
                    .isEqualTo("S!$A$1:$A$2 [бір, екі] S!$B$1:$B$2 [3.0, 0.0]");
            assertThat(shown(data.getSeries(1)))
                    .isEqualTo("S!$A$1:$A$2 [бір, екі] S!$C$1:$C$2 [1.0, 0.5]");
        }
    }

    private static String shown(XDDFChartData.Series series) {
        return reference(series.getCategoryData()) + " " + reference(series.getValuesData());
    }

    private static String reference(XDDFDataSource<?> source) {
        return source.getDataRangeReference()
                + " "
                + Stream.iterate(0, i -> i + 1)
                        .limit(source.getPointCount())
                        .map(i -> String.valueOf(source.getPointAt(i)))
                        .toList();
    }

    @Test
    void saysItsFindingToAScreenReader() throws IOException {
        try (XSSFWorkbook workbook = open(ROWS + TWO_SERIES)) {
            var words =
                    frames(workbook)
                            .getFirst()
                            .getCTGraphicalObjectFrame()
                            .getNvGraphicFramePr()
                            .getCNvPr();

            assertThat(words.getName()).isEqualTo("Диаграмма");
            assertThat(words.getDescr()).isEqualTo("Екі – аз.");
        }
    }

    /// What Excel repairs, or refuses, where it is wrong.
    @Test
    void fitsTogether() throws IOException {
        try (XSSFWorkbook workbook = open(ROWS + TWO_SERIES + TWO_SERIES)) {
            assertThat(drawing(workbook).getCharts()).hasSize(2);
            assertThat(frames(workbook))
                    .extracting(frame ->
                            frame.getCTGraphicalObjectFrame()
                                    .getNvGraphicFramePr()
                                    .getCNvPr()
                                    .getId())
                    .doesNotHaveDuplicates()
                    .doesNotContain(0L);
            for (XSSFChart chart : drawing(workbook).getCharts()) {
                CTPlotArea plot = chart.getCTChart().getPlotArea();
                CTBarChart bars = plot.getBarChartArray(0);
                long category = plot.getCatAxArray(0).getAxId().getVal();
                long value = plot.getValAxArray(0).getAxId().getVal();

                assertThat(bars.getAxIdList())
                        .extracting(id -> id.getVal())
                        .containsExactly(category, value);
                assertThat(plot.getCatAxArray(0).getCrossAx().getVal()).isEqualTo(value);
                assertThat(plot.getValAxArray(0).getCrossAx().getVal()).isEqualTo(category);
                assertThat(bars.getSerList())
                        .extracting(series -> series.getIdx().getVal())
                        .containsExactly(0L, 1L);
                assertThat(bars.xmlText()).contains("<c:overlap val=\"100\"/>");
            }
        }
    }

    @Test
    void tellsItsPartsApartByPattern() throws IOException {
        try (XSSFWorkbook workbook = open(ROWS + TWO_SERIES)) {
            CTBarChart bars = chart(workbook, 0).getCTChart().getPlotArea().getBarChartArray(0);

            assertThat(bars.getSerArray(0).getSpPr().xmlText())
                    .contains("<a:solidFill><a:srgbClr val=\"14603A\"/></a:solidFill>");
            assertThat(bars.getSerArray(1).getSpPr().xmlText())
                    .contains(
                            "<a:pattFill prst=\"wdDnDiag\"><a:fgClr><a:srgbClr val=\"FFFFFF\"/></a:fgClr>"
                                    + "<a:bgClr><a:srgbClr val=\"A01717\"/></a:bgClr></a:pattFill>");
        }
    }

    @Test
    void takesItsPlaceBelowTheRowBefore() throws IOException {
        try (XSSFWorkbook workbook = open(ROWS + TWO_SERIES + "<row><cell>соңы</cell></row>")) {
            var anchor = frames(workbook).getFirst().getAnchor();

            assertThat(anchor)
                    .isInstanceOfSatisfying(
                            XSSFClientAnchor.class,
                            own -> {
                                assertThat(own.getRow1()).isEqualTo(2);
                                assertThat(own.getRow2()).isEqualTo(14);
                            });
            assertThat(workbook.getSheetAt(0).getRow(14).getCell(0).getStringCellValue())
                    .isEqualTo("соңы");
        }
    }

    @Test
    void isTheSameInEveryLocale() throws IOException {
        byte[] here = write(workbook(ROWS + TWO_SERIES));
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(write(workbook(ROWS + TWO_SERIES))).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
        }
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        part                                                                   | mistake
        <chart data='x' labels='1' title='T' description='D'/>                 | <chart> shows the data x, of which no row is
        <chart data='d' labels='1' title='T'/>                                 | <chart> needs the attribute description
        <chart data='d' labels='1' title='T' description='D'/>                 | <chart> has no series
        <chart data='d' labels='1' title='T' description='D'><series column='1' colour='#000000'>N</series></chart> | <series> shows numbers, which column 1 does not have
        <chart data='d' labels='1' title='T' description='D'><series column='2'>N</series></chart>                  | <series> needs the attribute colour
        <chart data='d' labels='1' title='T' description='D'><series column='2' colour='red'>N</series></chart>     | <series> colour is a colour like #12505B, not "red"
        <chart data='d' labels='3' title='T' description='D'><series column='2' colour='#000000'>N</series></chart> | <chart> takes its labels from texts or numbers, which column 3 does not have
        <row/><row data='d'><cell>1</cell></row>                               | <row> stands apart from the other rows of the data d
        <when column='1' text='a' style='loud'/>                               | <when> names the style "loud", which is not declared above
        """)
    // spotless:on
    void namesAMistake(String part, String mistake) {
        assertThatThrownBy(() -> write(workbook(ROWS + part)))
                .isInstanceOf(MarkupException.class)
                .hasMessageEndingWith(": " + mistake);
    }

    @Test
    void coloursAWordWhereverItStandsBelowTheHeading() throws IOException {
        try (XSSFWorkbook workbook =
                open(
                        """
                        <when column="2" repeat="2" text="&quot;Өтті&quot; =1" style="late"/>
                        <row heading="true"><cell>№</cell><cell>а</cell><cell>б</cell></row>
                        <row><cell>1</cell><cell>x</cell></row>
                        <row><cell>2</cell><cell>y</cell></row>
                        """)) {
            var colours = workbook.getSheetAt(0).getSheetConditionalFormatting();

            assertThat(colours.getNumConditionalFormattings()).isEqualTo(1);
            var colour = colours.getConditionalFormattingAt(0);
            ConditionalFormattingRule rule = colour.getRule(0);
            assertThat(colour.getFormattingRanges())
                    .extracting(range -> range.formatAsString())
                    .containsExactly("B2:C3");
            assertThat(rule.getFormula1()).isEqualTo("\"\"\"Өтті\"\" =1\"");
            assertThat(rule.getFontFormatting().isBold()).isTrue();
        }
    }

    private static XSSFDrawing drawing(XSSFWorkbook workbook) {
        XSSFSheet sheet = workbook.getSheetAt(0);
        return sheet.createDrawingPatriarch();
    }

    private static List<XSSFGraphicFrame> frames(XSSFWorkbook workbook) {
        return drawing(workbook).getShapes().stream().map(XSSFGraphicFrame.class::cast).toList();
    }

    private static XSSFChart chart(XSSFWorkbook workbook, int number) {
        List<XSSFChart> charts = drawing(workbook).getCharts();
        return charts.get(number);
    }

    private static XSSFWorkbook open(String parts) throws IOException {
        return Listing.open(write(workbook(parts)));
    }

    private static String workbook(String parts) {
        return """
        <workbook title="T" author="Esep" language="kk" created="2025-01-20T00:00:00Z">
        <style name="late" colour="#A01717" fill="#F9DEDC" bold="true"/>
        <sheet name="S">
        %s
        </sheet>
        </workbook>
        """
                .formatted(parts);
    }

    private static byte[] write(String markup) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxWriter.write(new StringReader(markup), out);
        return out.toByteArray();
    }
}
