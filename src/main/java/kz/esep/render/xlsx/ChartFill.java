package kz.esep.render.xlsx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;

/// How a series of a chart is filled: a colour, or lines in one colour on another.
///
/// Written element by element: the light edition of POI's schemas has no patterns.
record ChartFill(Optional<String> pattern, String colour, String lines) {

    private static final Set<String> SERIES =
            Set.of("column", "colour", "pattern", "pattern-colour");
    private static final Map<String, String> PATTERNS =
            Map.of("rising", "wdUpDiag", "falling", "wdDnDiag", "level", "horz", "upright", "vert");
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// Half a point, as drawings count.
    private static final String EDGE = "6350";

    static final ChartFill WHITE = new ChartFill(Optional.empty(), "FFFFFF", "");

    static ChartFill of(Tag series) {
        series.having(SERIES);
        String colour = hex(series, "colour");
        Optional<String> pattern =
                series.choice("pattern", List.of("falling", "level", "rising", "upright"));
        return new ChartFill(
                pattern.map(PATTERNS::get),
                colour,
                pattern.isPresent() ? hex(series, "pattern-colour") : "");
    }

    private static String hex(Tag series, String attribute) {
        String colour = series.required(attribute);
        Style.colour(series, attribute);
        return colour.substring(1);
    }

    void put(CTShapeProperties shape) {
        try (XmlCursor cursor = shape.newCursor()) {
            cursor.toNextToken();
            if (pattern.isEmpty()) {
                cursor.beginElement("solidFill", DRAWING);
                colour(cursor, colour);
            } else {
                cursor.beginElement("pattFill", DRAWING);
                cursor.insertAttributeWithValue(new QName("prst"), pattern.get());
                cursor.beginElement("fgClr", DRAWING);
                colour(cursor, lines);
                cursor.toNextToken();
                cursor.beginElement("bgClr", DRAWING);
                colour(cursor, colour);
                cursor.toNextToken();
            }
            // a white part needs an edge
            cursor.toNextToken();
            cursor.beginElement("ln", DRAWING);
            cursor.insertAttributeWithValue(new QName("w"), EDGE);
            cursor.beginElement("solidFill", DRAWING);
            colour(cursor, "4C5A62");
        }
    }

    /// Leaves the cursor at the end of the element around the colour.
    private static void colour(XmlCursor cursor, String hex) {
        cursor.beginElement("srgbClr", DRAWING);
        cursor.insertAttributeWithValue(new QName("val"), hex);
        cursor.toNextToken();
    }
}
