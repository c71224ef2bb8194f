package kz.esep.render.tagged;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The metadata packet of a PDF that claims PDF/UA-1 and PDF/A-2a. OpenPDF's own claims neither.
final class Xmp {
    static final String PRODUCER = "OpenPDF";

    private Xmp() {}

    static byte[] packet(DocumentInfo info, Instant modified) {
        return """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about=""
            xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:xmp="http://ns.adobe.com/xap/1.0/"
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
            xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
            xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <pdfaid:part>2</pdfaid:part>
        <pdfaid:conformance>A</pdfaid:conformance>
        <pdfuaid:part>1</pdfuaid:part>
        <dc:format>application/pdf</dc:format>
        <dc:language><rdf:Bag><rdf:li>%1$s</rdf:li></rdf:Bag></dc:language>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%2$s</rdf:li><rdf:li xml:lang="%1$s">%2$s</rdf:li></rdf:Alt></dc:title>
        %3$s
        <xmp:CreateDate>%4$s</xmp:CreateDate>
        <xmp:ModifyDate>%4$s</xmp:ModifyDate>
        <pdf:Producer>%5$s</pdf:Producer>
        </rdf:Description>
        <rdf:Description rdf:about=""
            xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        </rdf:RDF></x:xmpmeta>
        <?xpacket end="r"?>\
        """
                .formatted(
                        escape(info.language()),
                        escape(info.title()),
                        optional(info),
                        modified.truncatedTo(ChronoUnit.SECONDS),
                        PRODUCER)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String optional(DocumentInfo info) {
        return Stream.of(
                        unlessBlank(
                                info.author(),
                                "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>"),
                        unlessBlank(
                                info.subject(),
                                "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s"
                                        + "</rdf:li></rdf:Alt></dc:description>"),
                        unlessBlank(info.keywords(), "<pdf:Keywords>%s</pdf:Keywords>"),
                        unlessBlank(info.creator(), "<xmp:CreatorTool>%s</xmp:CreatorTool>"))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String unlessBlank(String value, String line) {
        return value.isBlank() ? "" : line.formatted(escape(value));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
