package kz.esep.intake.xlsx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.esep.intake.xlsx.Forged.RELATION;
import static kz.esep.intake.xlsx.Forged.SHEET;
import static kz.esep.intake.xlsx.Forged.TYPES;
import static kz.esep.intake.xlsx.Forged.WORKBOOK;
import static kz.esep.intake.xlsx.Forged.WORKBOOK_RELATIONS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import kz.esep.intake.FormColumn;
import kz.esep.intake.Grid;

/// Files that hurt, made by code: large or unsafe to store. What each must end in stands in
/// `corpus/files.csv`.
public final class Corpus {

    /// Makes a file's bytes.
    @FunctionalInterface
    interface Making {
        byte[] bytes() throws Exception;
    }

    private static final int MEBIBYTE = 1 << 20;
    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private final Map<String, Making> files = new LinkedHashMap<>();

    private Corpus() {}

    /// Writes them all into a folder.
    public static void write(Path folder) throws Exception {
        for (Map.Entry<String, Making> file : files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue().bytes());
        }
    }

    private static Map<String, Making> files() {
        Corpus corpus = new Corpus();
        corpus.otherKinds();
        corpus.containers();
        corpus.bombs();
        corpus.xml();
        corpus.programs();
        corpus.references();
        corpus.cells();
        corpus.masses();
        corpus.odd();
        corpus.files.putAll(LegacyCorpus.files());
        return corpus.files;
    }

    private static Forged form() {
        return Forged.form();
    }

    private void add(String name, Making making) {
        if (files.put(name, making) != null) {
            throw new IllegalStateException("two files " + name);
        }
    }

    // spotless:off
    private void otherKinds() {
        add("empty.xlsx", () -> new byte[0]);
        add("four-bytes.xlsx", () -> new byte[] {'P', 'K', 3, 4});
        add("zeros.xlsx", () -> new byte[65_536]);
        add("pdf.xlsx", () -> "%PDF-1.7\n1 0 obj<</Type/Catalog>>".getBytes(UTF_8));
        add("html.xlsx", () -> "<html><table><tr><td>88</td></tr></table>".getBytes(UTF_8));
        add("csv.xlsx", () -> "№;Жыл;Орындалу жағдайы\n2;2024;орындалды\n".getBytes(UTF_8));
        add(
                "excel-2003-xml.xlsx",
                () ->
                        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>"
                                .getBytes(UTF_8));
        add("png.xlsx", () -> "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
        add("program.xlsx", () -> "MZ\u0090\0".getBytes(ISO_8859_1));
        add(
                "docx.xlsx",
                () ->
                        form()
                                .change(TYPES, MAIN, MAIN.replace("spreadsheetml.sheet", "wordprocessingml.document"))
                                .bytes());
        add(
                "ods.xlsx",
                () ->
                        form()
                                .remove(TYPES)
                                .put("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                                .bytes());
        add("zip.xlsx", () -> form().remove("_rels/.rels").bytes());
        add(
                "xlsb.xlsx",
                () ->
                        form()
                                .change(TYPES, MAIN, "application/vnd.ms-excel.sheet.binary.macroEnabled.main")
                                .bytes());
        add(
                "xlsb-without-macros.xlsx",
                () ->
                        form()
                                .change(TYPES, MAIN, "application/vnd.ms-excel.sheet.binary.main")
                                .bytes());
        add(
                "strict.xlsx",
                () ->
                        form()
                                .change("_rels/.rels", RELATION + "officeDocument", "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument")
                                .bytes());
    }
    // spotless:on

    // spotless:off
    private void containers() {
        byte[] form = Forged.bytesOfForm();
        add("truncated-to-a-kilobyte.xlsx", () -> Arrays.copyOf(form, 1024));
        add("truncated-in-the-middle.xlsx", () -> Arrays.copyOf(form, form.length / 2));
        add("truncated-in-the-directory.xlsx", () -> Arrays.copyOf(form, form.length - 300));
        add("truncated-by-one-byte.xlsx", () -> Arrays.copyOf(form, form.length - 1));
        add("too-large.xlsx", () -> Arrays.copyOf(form, 6 * MEBIBYTE));
        add("bytes-before.xlsx", () -> concat("#!/bin/sh\n".getBytes(UTF_8), form));
        add("bytes-behind.xlsx", () -> concat(form, noise(100_000)));
        add("comment-of-60-kilobytes.xlsx", () -> withComment(form().bytes(), 60_000));
        add("checksum-wrong.xlsx", () -> Forged.lie(form().bytes(), SHEET, Forged.CHECKSUM, 4, 1));
        add("bit-flipped.xlsx", Corpus::flipped);
        add("size-said-too-small.xlsx", () ->
                Forged.lie(form().bytes(), SHEET, Forged.UNPACKED, 4, 100));
        add("size-said-too-large.xlsx", () -> {
            byte[] zip = form().bytes();
            return Forged.lie(zip, SHEET, Forged.UNPACKED, 4, Forged.said(zip, SHEET, Forged.UNPACKED) + 10);
        });
        add("size-said-two-gigabytes.xlsx", () ->
                Forged.lie(form().bytes(), SHEET, Forged.UNPACKED, 4, 0x7FFFFFFFL));
        add("packed-size-wrong.xlsx", () ->
                Forged.lie(form().bytes(), SHEET, Forged.PACKED, 4, 50));
        add("packed-size-over-the-end.xlsx", () ->
                Forged.lie(form().bytes(), SHEET, Forged.PACKED, 4, 0x7FFFFFFFL));
        add("part-encrypted.xlsx", () -> Forged.lie(form().bytes(), SHEET, Forged.FLAGS, 2, 1));
        add("part-packed-by-bzip2.xlsx", () ->
                Forged.lie(form().bytes(), SHEET, Forged.METHOD, 2, 12));
        add("part-twice.xlsx", () -> {
            byte[] zip = form().put("xl/worksheets/sheet9.xml", "<worksheet/>").bytes();
            int at = Forged.directoryEntry(zip, "xl/worksheets/sheet9.xml") + Forged.NAME;
            zip[at + "xl/worksheets/sheet".length()] = '1';
            return zip;
        });
        add("part-twice-by-case.xlsx", () ->
                form().put("XL/Worksheets/Sheet1.xml", "<worksheet/>").bytes());
        add("path-above.xlsx", () -> form().put("../../evil.xml", "<a/>").bytes());
        add("path-above-inside.xlsx", () -> form().put("xl/../../evil.xml", "<a/>").bytes());
        add("path-absolute.xlsx", () -> form().put("/etc/passwd", "<a/>").bytes());
        add("path-with-backslash.xlsx", () -> form().put("xl\\..\\evil.xml", "<a/>").bytes());
        add("path-with-drive.xlsx", () -> form().put("C:/evil.xml", "<a/>").bytes());
        add("path-with-control.xlsx", () -> form().put("xl/e\u0007vil.xml", "<a/>").bytes());
        add("path-long.xlsx", () -> form().put("xl/" + "a".repeat(300) + ".xml", "<a/>").bytes());
        add("path-deep.xlsx", () -> form().put("a/".repeat(40) + "b.xml", "<a/>").bytes());
    }
    // spotless:on

    private static byte[] flipped() {
        byte[] zip = form().bytes();
        // in the middle of the first part's packed bytes
        zip[60] ^= 0x10;
        return zip;
    }

    private static byte[] withComment(byte[] zip, int length) {
        byte[] whole = Arrays.copyOf(zip, zip.length + length);
        whole[zip.length - 2] = (byte) length;
        whole[zip.length - 1] = (byte) (length >> 8);
        return whole;
    }

    // spotless:off
    private void bombs() {
        add("bomb-dense.xlsx", () ->
                form().put("xl/media/image1.png", new byte[10 * MEBIBYTE]).bytes());
        add("bomb-large-part.xlsx", () ->
                form().put("xl/media/image1.png", new byte[33 * MEBIBYTE]).bytes());
        add("bomb-in-all.xlsx", () -> {
            Forged form = form();
            for (int i = 0; i < 50; i++) {
                form.put("xl/media/image" + i + ".png", new byte[MEBIBYTE - 1]);
            }
            return form.bytes();
        });
        add("bomb-nested.xlsx", () -> {
            byte[] inner = form().put("a.bin", new byte[10 * MEBIBYTE]).bytes();
            return form().put("xl/media/image1.zip", inner).bytes();
        });
        add("bomb-of-parts.xlsx", () -> {
            Forged form = form();
            for (int i = 0; i < 300; i++) {
                form.put("xl/media/image" + i + ".png", "x");
            }
            return form.bytes();
        });
    }
    // spotless:on

    // spotless:off
    private void xml() {
        for (String part : new String[] {SHEET, WORKBOOK, "docProps/core.xml", WORKBOOK_RELATIONS, TYPES}) {
            add(
                    "doctype-in-" + part.replaceAll("[^a-zA-Z0-9]+", "-") + ".xlsx",
                    () -> doctype(part, "<!DOCTYPE a [<!ENTITY b \"c\">]>"));
        }
        add("billion-laughs.xlsx", () -> doctype(SHEET, laughs()));
        add("entity-of-a-file.xlsx", () ->
                doctype(SHEET, "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"));
        add("entity-of-an-address.xlsx", () ->
                doctype(SHEET, "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">"));
        add("entity-of-parameters.xlsx", () ->
                doctype(SHEET, "<!DOCTYPE a [<!ENTITY % b SYSTEM \"http://127.0.0.1:9/\"> %b;]>"));
        add("inclusion.xlsx", () ->
                form().change(SHEET, "<sheetData>", "<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/><sheetData>").bytes());
        add("style-sheet.xlsx", () ->
                form().put("xl/other.xml", "<?xml-stylesheet href=\"file:///etc/passwd\"?><a/>").bytes());
        add("xml-deep.xlsx", () ->
                form().put("xl/other.xml", "<a>".repeat(1000) + "</a>".repeat(1000)).bytes());
        add("xml-not-closed.xlsx", () -> form().change(SHEET, "</worksheet>", "").bytes());
        add("xml-two-roots.xlsx", () ->
                form().change(SHEET, "</worksheet>", "</worksheet><worksheet/>").bytes());
        add("xml-empty-part.xlsx", () -> form().put(SHEET, "").bytes());
        add("xml-bad-utf-8.xlsx", () ->
                form().put("xl/other.xml", new byte[] {'<', 'a', '>', (byte) 0xC3, '(', '<', '/', 'a', '>'}).bytes());
        add("xml-surrogate.xlsx", () -> form().put("xl/other.xml", "<a>&#xD800;</a>").bytes());
        add("xml-control-letter.xlsx", () -> form().put("xl/other.xml", "<a>&#1;</a>").bytes());
        add("xml-unknown-encoding.xlsx", () ->
                form().put("xl/other.xml", "<?xml version=\"1.0\" encoding=\"klingon\"?><a/>").bytes());
        add("xml-utf-16.xlsx", () -> {
            Forged form = form();
            String sheet = form.text(SHEET);
            return form.put(SHEET, sheet.substring(sheet.indexOf("<worksheet")).getBytes(UTF_16)).bytes();
        });
        add("xml-long-attribute.xlsx", () ->
                form().put("xl/other.xml", "<a b=\"" + text(3 * MEBIBYTE) + "\"/>").bytes());
        add("xml-long-comment.xlsx", () ->
                form().put("xl/other.xml", "<a><!--" + text(3 * MEBIBYTE) + "--></a>").bytes());
        add("xml-long-cdata.xlsx", () ->
                form().put("xl/other.xml", "<a><![CDATA[" + text(3 * MEBIBYTE) + "]]></a>").bytes());
        add("xml-many-attributes.xlsx", () -> {
            StringBuilder attributes = new StringBuilder();
            for (int i = 0; i < 20_000; i++) {
                attributes.append(" a").append(i).append("=\"\"");
            }
            return form().put("xl/other.xml", "<a" + attributes + "/>").bytes();
        });
        add("xml-many-name-spaces.xlsx", () ->
                form().put("xl/other.xml", "<a " + "xmlns:" + "n".repeat(5000) + "=\"u\"/>").bytes());
    }
    // spotless:on

    private static byte[] doctype(String part, String doctype) {
        Forged form = form();
        String text = form.text(part);
        int end = text.startsWith("<?xml") ? text.indexOf("?>") + 2 : 0;
        return form.put(part, text.substring(0, end) + doctype + text.substring(end)).bytes();
    }

    private static String laughs() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE lolz [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            doctype.append("<!ENTITY l").append(i).append(" \"");
            doctype.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return doctype.append("]>").toString();
    }

    // spotless:off
    private void programs() {
        add("macros-by-type.xlsm", () ->
                form().change(TYPES, MAIN, "application/vnd.ms-excel.sheet.macroEnabled.main+xml").bytes());
        add("macros-by-part.xlsx", () -> form().put("xl/vbaProject.bin", "x").bytes());
        add("macros-by-relation.xlsx", () ->
                form().put("xl/printer.bin", "x").change(WORKBOOK_RELATIONS, "</Relationships>", "<Relationship Id=\"m\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"printer.bin\"/></Relationships>").bytes());
        add("macro-sheet.xlsx", () -> form().put("xl/macrosheets/sheet1.xml", "<a/>").bytes());
        add("dialog-sheet.xlsx", () -> form().put("xl/dialogsheets/sheet1.xml", "<a/>").bytes());
        add("activex.xlsx", () -> form().put("xl/activeX/activeX1.bin", "x").bytes());
        add("ribbon.xlsx", () -> form().put("customUI/customUI14.xml", "<a/>").bytes());
        add("web-extension.xlsx", () ->
                form().put("xl/webextensions/webextension1.xml", "<a/>").bytes());
        add("toolbars.xlsx", () -> form().put("xl/attachedToolbars.bin", "x").bytes());
        add("ole-by-part.xlsx", () -> form().put("xl/embeddings/oleObject1.bin", "x").bytes());
        add("ole-by-relation.xlsx", () ->
                form().put("xl/media/image1.png", "x").related(RELATION + "oleObject", "../media/image1.png", "").bytes());
        add("ole-by-element.xlsx", () ->
                form().change(SHEET, "</sheetData>", "</sheetData><oleObjects><oleObject progId=\"Package\"/></oleObjects>").bytes());
        add("ole-outside.xlsx", () ->
                form().related(RELATION + "oleObject", "file:///C:/evil.exe", " TargetMode=\"External\"").bytes());
        add("control.xlsx", () ->
                form().change(SHEET, "</sheetData>", "</sheetData><controls><control/></controls>").bytes());
        add("dde-link.xlsx", () ->
                form().put("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/></externalLink>").bytes());
        add("ole-link.xlsx", () ->
                form().put("xl/externalLinks/externalLink1.xml", "<externalLink><oleLink/></externalLink>").bytes());
        add("dde-formula.xlsx", () ->
                form().rows(row("<c><f>cmd|'/c calc'!A0</f><v>1</v></c>")).bytes());
        add("dde-function.xlsx", () ->
                form().rows(row("<c><f>DDE(\"soffice\";\"a\";\"b\")</f><v>1</v></c>")).bytes());
        add("call-formula.xlsx", () ->
                form().rows(row("<c><f>1+CALL(\"urlmon\",\"URLDownloadToFileA\",\"JJCCJJ\")</f><v>1</v></c>")).bytes());
        add("dde-in-a-check.xlsx", () ->
                form().change(SHEET, "<formula1>", "<formula1>cmd|'/c calc'!A0</formula1><formula1>").bytes());
        add("dde-in-a-name.xlsx", () ->
                form().change(WORKBOOK, "</sheets>", "</sheets><definedNames><definedName name=\"a\">cmd|'/c calc'!A0</definedName></definedNames>").bytes());
    }
    // spotless:on

    private static String row(String cells) {
        return "<row>" + cells + "</row>";
    }

    // spotless:off
    private void references() {
        String outside = " TargetMode=\"External\"";
        add("link-to-a-workbook.xlsx", () ->
                form().put("xl/externalLinks/externalLink1.xml", "<externalLink/>").bytes());
        add("link-to-an-address.xlsx", () ->
                form().related(RELATION + "hyperlink", "http://127.0.0.1:9/", outside).bytes());
        add("picture-from-an-address.xlsx", () ->
                form().related(RELATION + "image", "http://127.0.0.1:9/pixel.png", outside).bytes());
        add("link-to-a-share.xlsx", () ->
                form().related(RELATION + "externalLinkPath", "\\\\server\\share\\a.xlsx", outside).bytes());
        add("connection.xlsx", () -> form().put("xl/connections.xml", "<connections/>").bytes());
        add("web-formula.xlsx", () ->
                form().change(SHEET, "<formula1>", "<formula1>WEBSERVICE(\"http://127.0.0.1:9/\")</formula1><formula1>").bytes());
        add("relation-to-a-file.xlsx", () ->
                form().related(RELATION + "image", "file:///etc/passwd", "").bytes());
        add("relation-above.xlsx", () ->
                form().related(RELATION + "image", "../../../../etc/passwd", "").bytes());
        add("sheet-missing.xlsx", () -> form().remove(SHEET).bytes());
        add("texts-missing.xlsx", () -> form().remove("xl/sharedStrings.xml").bytes());
        add("relations-of-the-workbook-missing.xlsx", () ->
                form().remove(WORKBOOK_RELATIONS).bytes());
        add("workbook-missing.xlsx", () -> form().remove(WORKBOOK).bytes());
        add("relation-to-the-workbook-missing.xlsx", () ->
                form().change("_rels/.rels", RELATION + "officeDocument", RELATION + "other").bytes());
        add("relations-in-a-circle.xlsx", () ->
                form().change(WORKBOOK_RELATIONS, "worksheets/sheet1.xml", "workbook.xml").bytes());
        add("relation-to-itself.xlsx", () ->
                form().put("xl/_rels/_rels/workbook.xml.rels.rels", "<Relationships><Relationship Id=\"a\" Type=\"b\" Target=\"workbook.xml.rels\"/></Relationships>").bytes());
        add("one-part-for-two-sheets.xlsx", () ->
                form().change(WORKBOOK_RELATIONS, "worksheets/sheet2.xml", "worksheets/sheet1.xml").bytes());
    }
    // spotless:on

    // spotless:off
    private void cells() {
        String number = "<v>42.5</v>";
        for (String lie : new String[] {"NaN", "INF", "1e400", "0x1p3", "5d", "١٢"}) {
            add("number-" + lie + ".xlsx", () -> form().change(SHEET, number, "<v>" + lie + "</v>").bytes());
        }
        add("number-of-a-thousand-digits.xlsx", () ->
                form().change(SHEET, number, "<v>" + "9".repeat(1000) + "</v>").bytes());
        add("row-zero.xlsx", () -> form().change(SHEET, "<row r=\"1\"", "<row r=\"0\"").bytes());
        add("row-order.xlsx", () -> form().rows("<row r=\"1\"/>").bytes());
        add("row-beyond-the-last.xlsx", () -> form().rows("<row r=\"1048577\"/>").bytes());
        add("cell-of-another-row.xlsx", () -> form().change(SHEET, "r=\"A2\"", "r=\"A9\"").bytes());
        add("cell-twice.xlsx", () -> form().change(SHEET, "r=\"B2\"", "r=\"A2\"").bytes());
        add("cell-beyond-the-last-column.xlsx", () ->
                form().rows("<row r=\"9999\"><c r=\"XFE9999\"/></row>").bytes());
        add("cell-outside-of-rows.xlsx", () ->
                form().change(SHEET, "<sheetData>", "<sheetData><c><v>1</v></c>").bytes());
        add("cell-of-unknown-type.xlsx", () ->
                form().rows("<row r=\"9999\"><c r=\"A9999\" t=\"zz\"><v>1</v></c></row>").bytes());
        add("text-that-is-not-there.xlsx", () ->
                form().change(SHEET, "t=\"s\"><v>0</v>", "t=\"s\"><v>99999</v>").bytes());
        add("text-before-the-first.xlsx", () ->
                form().change(SHEET, "t=\"s\"><v>0</v>", "t=\"s\"><v>-1</v>").bytes());
        add("truth-of-two.xlsx", () ->
                form().rows("<row r=\"9999\"><c r=\"B9999\" t=\"b\"><v>2</v></c></row>").bytes());
        add("style-that-is-none.xlsx", () ->
                form().rows("<row r=\"9999\"><c r=\"B9999\" s=\"x\"><v>2</v></c></row>").bytes());
    }
    // spotless:on

    // spotless:off
    private void masses() {
        add("a-million-blank-rows.xlsx", () ->
                form().rows(times(1_000_000, 10_000, "<row r=\"%d\"/>")).bytes());
        add("ninety-thousand-blank-rows.xlsx", () ->
                form().rows(times(90_000, 10_000, "<row r=\"%d\" s=\"1\" customFormat=\"1\"/>")).bytes());
        add("sixteen-thousand-columns.xlsx", () ->
                form().rows("<row>" + "<c><v>1</v></c>".repeat(16_384) + "</row>").bytes());
        add("sixteen-thousand-blank-columns.xlsx", () ->
                form().rows("<row>" + "<c s=\"1\"/>".repeat(16_384) + "</row>").bytes());
        add("blank-cells.xlsx", () -> form().rows(blankCells()).bytes());
        add("six-thousand-filled-rows.xlsx", () ->
                form().rows("<row><c><v>1</v></c></row>".repeat(6_000)).bytes());
        add("formula-deep.xlsx", () ->
                form().rows(row("<c><f>" + "(".repeat(500) + "1" + ")".repeat(500) + "</f><v>1</v></c>")).bytes());
        add("formula-long.xlsx", () ->
                form().rows(row("<c><f>" + "1+".repeat(5_000) + "1</f><v>1</v></c>")).bytes());
        add("text-long.xlsx", () ->
                form().rows(row("<c t=\"inlineStr\"><is><t>" + text(40_000) + "</t></is></c>")).bytes());
        add("shared-text-long.xlsx", () ->
                form().change("xl/sharedStrings.xml", "</sst>", "<si><t>" + text(40_000) + "</t></si></sst>").bytes());
        add("text-in-pieces.xlsx", () ->
                form().change("xl/sharedStrings.xml", "</sst>", "<si>" + times(60_000, 0, "<r><t>а%d</t></r>") + "</si></sst>").bytes());
        add("texts-many.xlsx", () ->
                form().change("xl/sharedStrings.xml", "</sst>", times(60_000, 0, "<si><t>%d</t></si>") + "</sst>").bytes());
        add("styles-many.xlsx", () ->
                form().change("xl/styles.xml", "<cellXfs", "<cellXfs>" + times(30_000, 0, "<xf numFmtId=\"%d\"/>") + "</cellXfs><cellXfs").bytes());
        add("format-long.xlsx", () ->
                form().change("xl/styles.xml", "<cellXfs", "<numFmts><numFmt numFmtId=\"200\" formatCode=\"" + "[h]".repeat(50_000) + "\"/></numFmts><cellXfs").bytes());
        add("merged-areas-many.xlsx", () ->
                form().change(SHEET, "</mergeCells>", times(6_000, 9_000, "<mergeCell ref=\"A%1$d:B%1$d\"/>") + "</mergeCells>").bytes());
        add("checks-many.xlsx", () ->
                form().change(SHEET, "</dataValidations>", "<dataValidation/>".repeat(6_000) + "</dataValidations>").bytes());
        add("sheets-many.xlsx", () ->
                form().change(WORKBOOK, "</sheets>", "<sheet name=\"a\" sheetId=\"9\"/>".repeat(50) + "</sheets>").bytes());
        add("names-many.xlsx", () ->
                form().change(WORKBOOK, "</sheets>", "</sheets><definedNames>" + times(50_000, 0, "<definedName name=\"a%1$d\">%1$d</definedName>") + "</definedNames>").bytes());
        add("content-heavy.xlsx", Corpus::heavy);
        add("one-long-text-in-many-cells.xlsx", Corpus::repeated);
    }
    // spotless:on

    /// Some 14 million letters that pack well, but not too well.
    private static byte[] heavy() {
        StringBuilder rows = new StringBuilder();
        String letters = text(3_500);
        for (int i = 0; i < 4_000; i++) {
            rows.append("<row><c t=\"inlineStr\"><is><t>").append(i).append(letters);
            rows.append("</t></is></c></row>");
        }
        return form().rows(rows).bytes();
    }

    /// Each of 112,500 cells is the same text of 30,000 letters.
    private static byte[] repeated() {
        Forged form = form();
        String strings = form.text("xl/sharedStrings.xml");
        int index = strings.split("<si>", -1).length - 1;
        form.put(
                "xl/sharedStrings.xml",
                strings.replace("</sst>", "<si><t>" + "ә".repeat(30_000) + "</t></si></sst>"));
        StringBuilder rows = new StringBuilder();
        for (int row = 1_001; row <= 3_500; row++) {
            rows.append("<row>");
            for (int column = 30; column < 75; column++) {
                rows.append("<c r=\"").append(Grid.name(column, row)).append("\" t=\"s\"><v>");
                rows.append(index).append("</v></c>");
            }
            rows.append("</row>");
        }
        return form.rows(rows.toString().replaceFirst("<row>", "<row r=\"1001\">")).bytes();
    }

    /// Thirteen rows of 16,384 styled cells, each with its reference as Excel writes it.
    private static String blankCells() {
        StringBuilder rows = new StringBuilder();
        for (int row = 1_001; row <= 1_013; row++) {
            rows.append("<row r=\"").append(row).append("\">");
            for (int column = 0; column < 16_384; column++) {
                rows.append("<c r=\"").append(Grid.name(column, row)).append("\" s=\"1\"/>");
            }
            rows.append("</row>");
        }
        return rows.toString();
    }

    // spotless:off
    private void odd() {
        int row = Forged.answeredRow();
        String value = "<v>42.5</v>";
        add("formula-without-value.xlsx", () -> form().change(SHEET, value, "<f>1+1</f>").bytes());
        add("formula-with-value.xlsx", () ->
                form().change(SHEET, value, "<f>85/2</f>" + value).bytes());
        add("error-value.xlsx", () -> error().bytes());
        add("row-hidden.xlsx", () ->
                form().change(SHEET, "<row r=\"" + row + "\"", "<row hidden=\"1\" r=\"" + row + "\"").bytes());
        add("sheet-very-hidden.xlsx", () ->
                form().change(WORKBOOK, "<sheet name=\"Нысан", "<sheet state=\"veryHidden\" name=\"Нысан").bytes());
        add("text-like-a-formula.xlsx", () ->
                Clerk.filled(Forged.bytesOfForm(), hand -> hand.type(2, FormColumn.PROGRESS_RU, "=cmd|'/c calc'!A0")));
        add("number-huge.xlsx", () ->
                Clerk.filled(Forged.bytesOfForm(), hand -> hand.type(2, FormColumn.SPENT, 1e300)));
        add("empty-value-of-a-text.xlsx", () ->
                form().rows("<row r=\"9999\"><c r=\"A9999\" t=\"s\"><v/></c></row>").bytes());
        add("references-left-out.xlsx", () -> form().rows("<row><c><v>2</v></c></row>").bytes());
        add("folders-in-the-zip.xlsx", () -> form().put("xl/", "").bytes());
        add("sheet-name-odd.xlsx", () ->
                form().change(WORKBOOK, "name=\"Нысан - Форма\"", "name=\"&#x202E;=1+1 '&amp;&lt;b>\"").bytes());
        add("day-before-1900.xlsx", () ->
                Clerk.filled(Forged.bytesOfForm(), hand -> hand.type(2, FormColumn.COMPLETED_ON, -5)));
        add("day-far-away.xlsx", () ->
                Clerk.filled(Forged.bytesOfForm(), hand -> hand.type(2, FormColumn.COMPLETED_ON, 2958465)));
    }
    // spotless:on

    private static Forged error() {
        Forged form = form();
        String sheet = form.text(SHEET);
        int value = sheet.indexOf("<v>42.5</v>");
        int open = sheet.lastIndexOf("<c ", value);
        String cell = sheet.substring(open, value).replaceAll(" t=\"n\"", "");
        return form.put(
                SHEET,
                sheet.substring(0, open)
                        + cell.replace("<c ", "<c t=\"e\" ")
                        + "<v>#N/A</v>"
                        + sheet.substring(value + "<v>42.5</v>".length()));
    }

    /// A text with a number in it, for so many numbers.
    private static String times(int count, int from, String text) {
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            all.append(text.formatted(from + i));
        }
        return all.toString();
    }

    /// Letters that pack to about two thirds.
    private static String text(int length) {
        Random random = new Random(length);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
