package kz.esep.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.SAXParserFactory;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.configuration.DefaultConfigurationBuilder;
import org.apache.xmlgraphics.util.MimeConstants;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/// Apache FOP: one factory, which keeps the fonts; XSL-FO written by hand, without a
/// transformation.
final class FopPeer {

    private final FopFactory factory;
    private final boolean accessible;

    /// @param fonts a folder to lay the fonts in, for FOP reads files only
    FopPeer(boolean accessible, Path fonts) throws Exception {
        this.accessible = accessible;
        StringBuilder faces = new StringBuilder();
        for (String style : List.of("Regular", "Bold")) {
            Path file = fonts.resolve(style + ".ttf");
            if (Files.notExists(file)) {
                try (InputStream in = OpenHtmlPeer.font(style)) {
                    Files.copy(in, file);
                }
            }
            faces.append(
                    """
                    <font kerning="no" embed-url="%s" encoding-mode="cid"><font-triplet name="Liberation Sans" style="normal" weight="%s"/></font>
                    """
                            .formatted(
                                    file.toUri(), style.equals("Bold") ? "bold" : "normal"));
        }
        String configuration =
                """
                <fop version="1.0"><renderers><renderer mime="application/pdf">
                <filterList><value>flate</value></filterList><fonts>%s</fonts>
                </renderer></renderers></fop>
                """
                        .formatted(faces);
        FopFactoryBuilder builder = new FopFactoryBuilder(Path.of("").toUri());
        builder.setConfiguration(
                new DefaultConfigurationBuilder()
                        .build(
                                new ByteArrayInputStream(
                                        configuration.getBytes(StandardCharsets.UTF_8))));
        factory = builder.build();
    }

    /// @return pages
    int write(Content content, OutputStream out) throws Exception {
        FOUserAgent agent = factory.newFOUserAgent();
        agent.setAccessibility(accessible);
        agent.getEventBroadcaster().addEventListener(_ -> {});
        Fop fop = factory.newFop(MimeConstants.MIME_PDF, agent, out);
        XMLReader reader = SAXParserFactory.newDefaultNSInstance().newSAXParser().getXMLReader();
        reader.setContentHandler(fop.getDefaultHandler());
        reader.parse(new InputSource(new StringReader(fo(content))));
        return fop.getResults().getPageCount();
    }

    private static String fo(Content content) throws IOException {
        StringBuilder fo = new StringBuilder(300_000);
        fo.append(
                """
                <fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="kk" font-family="Liberation Sans" font-size="9.5pt">
                <fo:layout-master-set><fo:simple-page-master master-name="page" page-width="297mm" page-height="210mm" margin="8mm 12mm 6mm 12mm">
                <fo:region-body margin="9mm 0 10mm 0"/><fo:region-after extent="8mm"/></fo:simple-page-master></fo:layout-master-set>
                <fo:page-sequence master-reference="page"><fo:static-content flow-name="xsl-region-after">
                <fo:block font-size="7pt" text-align="right"><fo:page-number/> / <fo:page-number-citation-last ref-id="all"/></fo:block>
                </fo:static-content><fo:flow flow-name="xsl-region-body"><fo:block id="all">
                """);
        fo.append("<fo:block font-size=\"20pt\" font-weight=\"bold\" role=\"H1\">")
                .append(content.title())
                .append("</fo:block>");
        content.paragraphs()
                .forEach(text ->
                        fo.append("<fo:block margin-bottom=\"2mm\">")
                                .append(text)
                                .append("</fo:block>"));
        for (Content.Section section : content.sections()) {
            fo.append("<fo:block font-size=\"15pt\" font-weight=\"bold\" role=\"H2\"")
                    .append(" keep-with-next=\"always\" margin-bottom=\"3mm\">")
                    .append(section.heading())
                    .append("</fo:block><fo:block font-size=\"8pt\" keep-with-next=\"always\">")
                    .append(section.caption())
                    .append("</fo:block><fo:table table-layout=\"fixed\" width=\"100%\"")
                    .append(" border-collapse=\"collapse\" font-size=\"8pt\">");
            Content.WIDTHS.forEach(width ->
                    fo.append("<fo:table-column column-width=\"proportional-column-width(")
                            .append(width)
                            .append(")\"/>"));
            fo.append("<fo:table-header><fo:table-row>");
            Content.COLUMNS.forEach(name ->
                    cell(fo, name, "font-weight=\"bold\" background-color=\"#eaf1f3\""));
            fo.append("</fo:table-row></fo:table-header><fo:table-body>");
            for (List<String> row : section.rows()) {
                fo.append("<fo:table-row keep-together.within-page=\"always\">");
                row.forEach(text -> cell(fo, text, ""));
                fo.append("</fo:table-row>");
            }
            fo.append("</fo:table-body></fo:table>");
        }
        return fo.append("</fo:block></fo:flow></fo:page-sequence></fo:root>").toString();
    }

    private static void cell(StringBuilder fo, String text, String look) {
        fo.append("<fo:table-cell padding=\"1.1mm 1.4mm\" border-bottom=\"0.4pt solid #c3cdd2\" ")
                .append(look)
                .append("><fo:block>")
                .append(text)
                .append("</fo:block></fo:table-cell>");
    }
}
