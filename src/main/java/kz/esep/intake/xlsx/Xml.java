package kz.esep.intake.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/// How workbooks write things in XML.
final class Xml {

    /// `_x0041_` is an A; `_x005F_` is a bare low line.
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Xml() {}

    static boolean flag(XMLStreamReader part, String attribute) {
        String value = part.getAttributeValue(null, attribute);
        return "1".equals(value) || "true".equals(value);
    }

    static String text(CharSequence written) {
        if (written.toString().indexOf("_x") < 0) {
            return written.toString();
        }
        return ESCAPED.matcher(written)
                .replaceAll(match ->
                        Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
