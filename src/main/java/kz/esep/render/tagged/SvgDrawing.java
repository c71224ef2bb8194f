package kz.esep.render.tagged;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.w3c.dom.Element;
import org.xhtmlrenderer.pdf.FontDescription;

/// Draws as much of SVG as charts need, as vectors: `g`, `rect` (with `rx`), `line`, `polyline`,
/// `polygon`, `circle`, `path` of absolute M, L, C and Z, and `text` with `text-anchor` and
/// `font-weight="bold"`. Presentation is by attributes, inherited from the groups around: `fill`,
/// `stroke`, `stroke-width`, `stroke-dasharray`, `font-size`; colours as `#rrggbb`, `#rgb` or
/// `none`; `transform` as one `translate` or `rotate`. Anything else is refused, never left out.
final class SvgDrawing {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?\\d+)?");
    private static final Pattern STEP = Pattern.compile("([A-Za-z])([^A-Za-z]*)");
    private static final Pattern TRANSFORM =
            Pattern.compile("\\s*(translate|rotate)\\(([^)]*)\\)\\s*");

    private final Element svg;
    private final Fonts fonts;
    private final float left;
    private final float top;
    private final float width;
    private final float height;

    SvgDrawing(Element svg, Fonts fonts) {
        this.svg = svg;
        this.fonts = fonts;
        List<Float> box = numbers(svg.getAttribute("viewBox"));
        boolean boxed = box.size() == 4;
        left = boxed ? box.get(0) : 0;
        top = boxed ? box.get(1) : 0;
        width = boxed ? box.get(2) : number(svg, "width");
        height = boxed ? box.get(3) : number(svg, "height");
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("svg needs a viewBox, or width and height");
        }
    }

    float width() {
        return width;
    }

    float height() {
        return height;
    }

    /// Draws in the drawing's own units, y downwards.
    void draw(PdfContentByte content) {
        transform(content, 1, 0, 0, 1, -left, -top);
        children(svg, content);
    }

    private void children(Element parent, PdfContentByte content) {
        Dom.children(parent)
                .filter(Element.class::isInstance)
                .forEach(child -> shape((Element) child, content));
    }

    private void shape(Element shape, PdfContentByte content) {
        String transform = shape.getAttribute("transform");
        if (!transform.isBlank()) {
            content.saveState();
            transform(transform, content);
        }
        switch (shape.getNodeName()) {
            case "title", "desc" -> {
                // said, not drawn
            }
            case "g" -> children(shape, content);
            case "text" -> text(shape, content);
            default -> {
                trace(shape, content);
                paint(shape, content);
            }
        }
        if (!transform.isBlank()) {
            content.restoreState();
        }
    }

    private static void trace(Element shape, PdfContentByte content) {
        switch (shape.getNodeName()) {
            case "rect" -> {
                float x = number(shape, "x");
                float y = number(shape, "y");
                float w = number(shape, "width");
                float h = number(shape, "height");
                float radius = number(shape, "rx");
                if (radius > 0) {
                    content.roundRectangle(x, y, w, h, radius);
                } else {
                    content.rectangle(x, y, w, h);
                }
            }
            case "line" -> {
                content.moveTo(number(shape, "x1"), number(shape, "y1"));
                content.lineTo(number(shape, "x2"), number(shape, "y2"));
            }
            case "circle" ->
                    content.circle(number(shape, "cx"), number(shape, "cy"), number(shape, "r"));
            case "polyline" -> points(shape, content);
            case "polygon" -> {
                points(shape, content);
                content.closePath();
            }
            case "path" -> path(shape.getAttribute("d"), content);
            default -> throw refused(shape.getNodeName());
        }
    }

    private static void points(Element shape, PdfContentByte content) {
        List<Float> points = numbers(shape.getAttribute("points"));
        for (int i = 0; i + 1 < points.size(); i += 2) {
            if (i == 0) {
                content.moveTo(points.get(i), points.get(i + 1));
            } else {
                content.lineTo(points.get(i), points.get(i + 1));
            }
        }
    }

    private static void path(String steps, PdfContentByte content) {
        Matcher step = STEP.matcher(steps);
        while (step.find()) {
            List<Float> n = numbers(step.group(2));
            switch (step.group(1)) {
                case "M" -> content.moveTo(n.get(0), n.get(1));
                case "L" -> content.lineTo(n.get(0), n.get(1));
                case "C" ->
                        content.curveTo(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5));
                case "Z" -> content.closePath();
                default -> throw refused("path step " + step.group(1));
            }
        }
    }

    private static void paint(Element shape, PdfContentByte content) {
        boolean open = shape.getNodeName().equals("line");
        Color fill = open ? null : color(shape, "fill", Color.BLACK);
        Color stroke = color(shape, "stroke", null);
        if (fill != null) {
            content.setColorFill(fill);
        }
        if (stroke != null) {
            content.setColorStroke(stroke);
            content.setLineWidth(inheritedNumber(shape, "stroke-width", 1));
            dash(inherited(shape, "stroke-dasharray"), content);
        }
        if (fill != null && stroke != null) {
            content.fillStroke();
        } else if (fill != null) {
            content.fill();
        } else if (stroke != null) {
            content.stroke();
        } else {
            content.newPath();
        }
    }

    private static void dash(String pattern, PdfContentByte content) {
        List<Float> lengths = numbers(pattern);
        float[] dashes = new float[lengths.size()];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = lengths.get(i);
        }
        content.setLineDash(dashes, 0);
    }

    private void text(Element text, PdfContentByte content) {
        Color fill = color(text, "fill", Color.BLACK);
        if (fill == null) {
            return;
        }
        String words = Characters.printed(text.getTextContent()).strip().replaceAll("\\s+", " ");
        float size = inheritedNumber(text, "font-size", 10);
        boolean bold = inherited(text, "font-weight").equals("bold");
        List<Fonts.Run> runs = fonts.runs(words);
        double wide =
                runs.stream().mapToDouble(r -> font(r, bold).getWidthPoint(r.text(), size)).sum();
        double x =
                number(text, "x")
                        - switch (inherited(text, "text-anchor")) {
                            case "middle" -> wide / 2;
                            case "end" -> wide;
                            default -> 0;
                        };
        content.setColorFill(fill);
        content.beginText();
        content.setTextMatrix(1, 0, 0, -1, (float) x, number(text, "y"));
        for (Fonts.Run run : runs) {
            // the last one's face has the space below, too
            fonts.letters(face(run, bold)).hear(run.text() + " ", content);
            content.setFontAndSize(font(run, bold), size);
            content.showText(run.text());
        }
        // so that two labels are read as two words
        content.showText(" ");
        content.endText();
    }

    private BaseFont font(Fonts.Run run, boolean bold) {
        return face(run, bold).getFont();
    }

    private FontDescription face(Fonts.Run run, boolean bold) {
        return fonts.face(run.family(), bold, false);
    }

    private static void transform(String text, PdfContentByte content) {
        Matcher transform = TRANSFORM.matcher(text);
        if (!transform.matches()) {
            throw refused("transform " + text);
        }
        List<Float> n = numbers(transform.group(2));
        float x = n.size() > 2 ? n.get(1) : 0;
        float y = n.size() > 2 ? n.get(2) : 0;
        if (transform.group(1).equals("translate")) {
            transform(content, 1, 0, 0, 1, n.get(0), n.size() > 1 ? n.get(1) : 0);
            return;
        }
        double angle = Math.toRadians(n.get(0));
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        transform(content, cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y);
    }

    private static void transform(
            PdfContentByte content, float a, float b, float c, float d, float e, float f) {
        content.concatCTM(a, b, c, d, e, f);
    }

    // attributes

    private static String inherited(Element element, String name) {
        return Stream.iterate(
                        element,
                        e -> e.getParentNode() instanceof Element,
                        e -> (Element) e.getParentNode())
                .map(e -> e.getAttribute(name))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private static float inheritedNumber(Element element, String name, float otherwise) {
        String value = inherited(element, name);
        return value.isEmpty() ? otherwise : Float.parseFloat(value);
    }

    private static float number(Element element, String name) {
        String value = element.getAttribute(name);
        return value.isBlank() ? 0 : Float.parseFloat(value);
    }

    private static List<Float> numbers(String text) {
        return NUMBER.matcher(text).results().map(n -> Float.valueOf(n.group())).toList();
    }

    private static @Nullable Color color(Element element, String name, @Nullable Color otherwise) {
        String value = inherited(element, name).toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.equals("none")) {
            return null;
        }
        if (value.matches("#[0-9a-f]{3}")) {
            value = value.replaceAll("([0-9a-f])", "$1$1");
        }
        if (!value.matches("#[0-9a-f]{6}")) {
            throw refused(name + " " + value);
        }
        return Color.decode(value);
    }

    private static IllegalArgumentException refused(String what) {
        return new IllegalArgumentException("not among what SVG drawings may use: " + what);
    }
}
