package kz.esep.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheetDimension;

class XlsxWriterTest {

    private static final String SMALL =
            """
            <workbook title="Есеп" subject="2024" author="Esep" language="ru"
                      created="2025-01-20T00:00:00Z">
              <style name="head" bold="true" fill="#12505B" colour="#FFFFFF" border="all" wrap="true"/>
              <style name="head-end" base="head" align="right"/>
              <style name="gap" format="+0.0;-0.0;0"/>
              <sheet name="Свод" freeze-cols="1" pages-wide="2" repeat-cols="1" tab-colour="#12505B">
                <footer left="Отчёт № 1 &amp; прочее" right="Страница {page} из {pages}"/>
                <col width="20"/>
                <col width="12" style="gap"/>
                <col width="12"/>
                <row><cell style="head" colspan="3">Исполнение плана по пунктам за год</cell></row>
                <row style="head" heading="true" filter="true">
                  <cell>Пункт</cell><cell>Доля</cell><cell style="head-end">Срок</cell>
                </row>
                <row><cell>1</cell><cell type="percent">88.5</cell><cell type="date">2024-12-31</cell></row>
                <row><cell type="link" to="Пункты">Пункты</cell><cell type="number">-2.5</cell><cell/></row>
              </sheet>
              <sheet name="Пункты" orientation="portrait">
                <row><cell type="number">12345.60</cell><cell type="number">2024</cell></row>
                <row><cell type="percent">31</cell><cell type="date">2025-01-10T09:05</cell></row>
              </sheet>
            </workbook>
            """;

    @Test
    void writesTypedCells() throws IOException {
        assertThat(Listing.of(write(SMALL)))
                .isEqualTo(
                        """
                        # Свод
                        A1 text Исполнение плана по пунктам за год
                        A2 text Пункт
                        B2 text Доля
                        C2 text Срок
                        A3 text 1
                        B3 number 0.885 [+0.0;-0.0;0] +0.9
                        C3 date 2024-12-31T00:00 [dd.mm.yyyy] 31.12.2024
                        A4 link Пункты → 'Пункты'!A1
                        B4 number -2.5 [+0.0;-0.0;0] -2.5
                        # Пункты
                        A1 number 12345.6 [#,##0.00] 12,345.60
                        B1 number 2024.0 [0] 2024
                        A2 number 0.31 [0"\u00A0"%] 31\u00A0%
                        B2 date 2025-01-10T09:05 [dd.mm.yyyy hh:mm] 10.01.2025 09:05
                        """);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        language | type    | written          | format             | value
        kk       | percent | 88               | 0%                 | 0.88
        kk       | percent | 88.50            | 0.00%              | 0.885
        ru       | percent | 88.5             | 0.0" "%            | 0.885
        ru       | percent | -0.3             | 0.0" "%            | -0.003
        en       | percent | 88               | 0%                 | 0.88
        kk       | number  | 0                | 0                  | 0
        kk       | number  | 9999             | 0                  | 9999
        kk       | number  | 10000            | #,##0              | 10000
        ru       | number  | -10000.5         | #,##0.0            | -10000.5
        kk       | date    | 2024-02-29       | dd.mm.yyyy         | 45351
        ru       | date    | 2024-02-29T18:00 | dd.mm.yyyy hh:mm   | 45351.75
        """)
    // spotless:on
    void showsAValueAsItsLanguageDoes(
            String language, String type, String written, String format, double value)
            throws IOException {
        try (XSSFWorkbook workbook =
                Listing.open(
                        write(
                                workbook(
                                        language,
                                        "<cell type='" + type + "'>" + written + "</cell>")))) {
            var cell = workbook.getSheetAt(0).getRow(0).getCell(0);

            assertThat(cell.getCellStyle().getDataFormatString().replace('\u00A0', ' '))
                    .isEqualTo(format);
            assertThat(cell.getNumericCellValue()).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://a\")",
                "+7 717 2",
                "-",
                "@SUM(A1)",
                "＝1+1",
                "=cmd|' /C calc'!A0"
            })
    void keepsTextThatLooksLikeAFormula(String text) throws IOException {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        try (XSSFWorkbook workbook =
                Listing.open(write(workbook("ru", "<cell>" + escaped + "</cell>")))) {
            var cell = workbook.getSheetAt(0).getRow(0).getCell(0);

            assertThat(cell.getStringCellValue()).isEqualTo(text);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        written                  | read
        _x0041_                  | _x0041_
        a_x00e9_x00e9_           | a_x00e9_x00e9_
        &lt;b&gt; "№ 5" &amp;    | <b> "№ 5" &
        бір&#10;екі              | `бір
        екі`
        `  шет  `                | шет
        а&#9;б 😀 қ €            | `а	б 😀 қ €`
        бір<!-- x -->екі         | бірекі
        """)
    // spotless:on
    void givesTextBackAsItWasWritten(String written, String read) throws IOException {
        try (XSSFWorkbook workbook =
                Listing.open(write(workbook("kk", "<cell>" + written + "</cell>")))) {
            var cell = workbook.getSheetAt(0).getRow(0).getCell(0);

            assertThat(cell.getStringCellValue()).isEqualTo(read);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isFalse();
        }
    }

    @Test
    void showsACharacterThatXmlCannotHold() throws IOException {
        assertThat(Listing.of(write(workbook("kk", "<cell>бір\u0001екі\uFFFFүш</cell>"))))
                .isEqualTo("# S\nA1 text бір�екі�үш\n");
    }

    @Test
    void setsUpScreenAndPrinter() throws IOException {
        try (XSSFWorkbook workbook = Listing.open(write(SMALL))) {
            XSSFSheet sheet = workbook.getSheetAt(0);

            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 2);
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("2:2");
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:C4");
            assertThat(sheet.getMergedRegion(0).formatAsString()).isEqualTo("A1:C1");
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 2);
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
            assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:A");
            assertThat(sheet.getFooter().getLeft()).isEqualTo("&7 Отчёт № 1 && прочее");
            assertThat(sheet.getFooter().getRight()).isEqualTo("&7 Страница &P из &N");
            assertThat(workbook.getSheetAt(1).getPrintSetup().getLandscape()).isFalse();
            assertThat(workbook.getProperties().getCoreProperties().getTitle()).isEqualTo("Есеп");
            assertThat(workbook.getProperties().getCoreProperties().getCreated())
                    .isEqualTo("2025-01-20T00:00:00Z");
        }
    }

    @Test
    void laysCellsAroundThoseThatReachDown() throws IOException {
        String listing =
                Listing.of(
                        write(
                                workbook(
                                        "kk",
                                        """
                                        <cell rowspan="3">A</cell><cell colspan="2">BC</cell><cell rowspan="2">D</cell></row>
                                        <row><cell>b</cell><cell>c</cell><cell>e</cell></row>
                                        <row><cell>x</cell>\
                                        """)));

        assertThat(listing)
                .isEqualTo(
                        """
                        # S
                        A1 text A
                        B1 text BC
                        D1 text D
                        B2 text b
                        C2 text c
                        E2 text e
                        B3 text x
                        """);
    }

    @Test
    void givesTheSameBytesInEveryZoneAndLocale() throws IOException {
        byte[] here = write(SMALL);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("kk-KZ"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Almaty"));
            assertThat(write(SMALL)).isEqualTo(here);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(write(SMALL)).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        cell                                   | mistake
        <cell type='number'>12,5</cell>        | <cell> of type number is written like 1234.5, not "12,5"
        <cell type='number'>1e400</cell>       | <cell> of type number is written like 1234.5, not "1e400"
        <cell type='date'>31.12.2024</cell>    | <cell> of type date is written like 2024-12-31 or 2024-12-31T09:05, not "31.12.2024"
        <cell type='money'>1</cell>            | <cell> type is one of text, number, percent, date, link, not "money"
        <cell style='loud'>1</cell>            | <cell> names the style "loud", which is not declared above
        <cell color='red'>1</cell>             | <cell> has no attribute color, only colspan, rowspan, style, to, type
        <cell colspan='0'>1</cell>             | <cell> colspan is a whole number from 1 to 1000, not "0"
        <cell type='link' to='T'>1</cell>      | <cell> leads to a sheet that is not there: T
        <cell to='S'>1</cell>                  | <cell> has "to", but is not of the type link
        <row/>                                 | <row> has no place in <row>, only cell
        """)
    // spotless:on
    void namesTheTemplateLineOfAMistake(String cell, String mistake) {
        String template =
                MarkedTemplates.marked(
                        MarkedTemplates.WORKBOOK, "xlsx/bad.ftlx", workbook("ru", cell));

        assertThatThrownBy(() -> write(template))
                .isInstanceOf(MarkupException.class)
                .hasMessageMatching(
                        "xlsx/bad.ftlx, line 5, column \\d+: " + Pattern.quote(mistake));
    }

    @Test
    void namesThePlaceWhereTheMarkupBreaks() {
        String template =
                MarkedTemplates.marked(
                        MarkedTemplates.WORKBOOK,
                        "xlsx/bad.ftlx",
                        workbook("ru", "<cell>a & b</cell>"));

        assertThatThrownBy(() -> write(template))
                .isInstanceOf(MarkupException.class)
                .hasMessageStartingWith(
                        "xlsx/bad.ftlx, line 5, column 1: the markup is not well-formed at or after"
                                + " this place (markup line 5): ");
    }

    @Test
    void takesNoDoctype() {
        assertThatThrownBy(() -> write("<!DOCTYPE workbook [<!ENTITY a 'b'>]>" + SMALL))
                .isInstanceOf(MarkupException.class)
                .hasMessage("workbook markup, line 1: markup has no DOCTYPE");
    }

    @Test
    void writesNothingWhenTheMarkupIsWrong() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() ->
                        XlsxWriter.write(new StringReader(workbook("ru", "<cell type='x'/>")), out))
                .isInstanceOf(MarkupException.class);
        assertThat(out.size()).isZero();
    }

    /// The JDK's parser counts what stands in a document, and has limits against attacks.
    @Test
    void readsLongMarkupWithManyReferences() throws IOException {
        String row = "<cell>&lt;a&gt; &amp; &#171;б&#187;&#10;в</cell></row>\n<row>";

        byte[] xlsx = write(workbook("ru", row.repeat(20_000)));

        try (XSSFWorkbook workbook = Listing.open(xlsx)) {
            assertThat(workbook.getSheetAt(0).getRow(19_999).getCell(0).getStringCellValue())
                    .isEqualTo("<a> & «б»\nв");
        }
    }

    @Test
    void saysWhereASheetHasCells() throws IOException {
        try (XSSFWorkbook workbook = Listing.open(write(SMALL))) {
            assertThat(workbook)
                    .extracting(sheet -> ((XSSFSheet) sheet).getCTWorksheet().getDimension())
                    .extracting(CTSheetDimension::getRef)
                    .containsExactly("A1:C4", "A1:B2");
        }
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        type    | written                 | value
        number  | 1e3                     | 1000
        number  | 1e300                   | 1e300
        number  | 0.00000000000000000012  | 1.2e-19
        number  | 123456789012.345        | 123456789012.345
        number  | -12345678901234567.89   | -12345678901234567.89
        percent | 33.3333333333333333     | 0.333333333333333333
        percent | 1e-20                   | 1e-22
        date    | 1900-01-01              | 1
        date    | 1900-02-28              | 59
        date    | 1900-03-01              | 61
        """)
    // spotless:on
    void keepsTheValueOfEveryNumber(String type, String written, double value) throws IOException {
        String cell = "<cell type='" + type + "'>" + written + "</cell>";
        try (XSSFWorkbook workbook = Listing.open(write(workbook("kk", cell)))) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getNumericCellValue())
                    .isEqualTo(value);
        }
    }

    /// The package is POI's, which keeps to itself why it cannot write.
    @Test
    void saysWhyItCannotWrite() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };

        assertThatThrownBy(() -> XlsxWriter.write(new StringReader(SMALL), full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void refusesASheetNameThatPrintTitlesCannotTake() {
        assertThatThrownBy(() -> write(SMALL.replace("Пункты", "Пункты, все")))
                .isInstanceOf(MarkupException.class)
                .hasMessageEndingWith("<sheet> has a comma in its name: Пункты, все");
    }

    private static String workbook(String language, String cells) {
        return """
        <workbook title="T" author="Esep" language="%s" created="2025-01-20T00:00:00Z">
        <style name="plain"/>
        <sheet name="S">
        <row>
        %s
        </row>
        </sheet>
        </workbook>
        """
                .formatted(language, cells);
    }

    private static byte[] write(String markup) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxWriter.write(new StringReader(markup), out);
        return out.toByteArray();
    }
}
