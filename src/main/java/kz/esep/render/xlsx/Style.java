package kz.esep.render.xlsx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;

/// How cells look: a `<style>` with what it takes from its base. What every cell asks for is read
/// once; a style is only like itself.
final class Style {

    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "name",
                    "base",
                    "font",
                    "size",
                    "bold",
                    "italic",
                    "underline",
                    "colour",
                    "fill",
                    "border",
                    "border-line",
                    "border-colour",
                    "align",
                    "valign",
                    "wrap",
                    "indent",
                    "format");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final List<String> SIDES = List.of("top", "bottom", "left", "right");

    private final Tag tag;
    private final double size;
    private final boolean bold;
    private final boolean wrap;
    private final Optional<String> format;

    /// @param tag all attributes together, its own over the base's
    Style(Tag tag) {
        this.tag = tag;
        this.size = tag.measure("size").orElseThrow();
        this.bold = tag.flag("bold");
        this.wrap = tag.flag("wrap");
        this.format = tag.optional("format");
    }

    Tag tag() {
        return tag;
    }

    /// Reads a style's own tag and checks every value, also of a style that no cell uses.
    static Style of(Tag own, Style base) {
        own.having(ATTRIBUTES);
        own.required("name");
        Map<String, String> all = new HashMap<>(base.tag.attributes());
        all.putAll(own.attributes());
        Style style = new Style(new Tag(own.name(), all, own.place()));
        style.check();
        return style;
    }

    String font() {
        return tag.required("font");
    }

    double size() {
        return size;
    }

    boolean bold() {
        return bold;
    }

    boolean wrap() {
        return wrap;
    }

    Optional<byte[]> colour(String attribute) {
        return colour(tag, attribute);
    }

    static Optional<byte[]> colour(Tag tag, String attribute) {
        return tag.optional(attribute)
                .map(value ->
                        tag.parsed(
                                attribute,
                                "a colour like #12505B",
                                value,
                                text ->
                                        COLOUR.matcher(text).matches()
                                                ? java.util.HexFormat.of().parseHex(text, 1, 7)
                                                : null));
    }

    BorderStyle border(String side) {
        List<String> sides =
                tag.optional("border")
                        .map(value -> List.of(value.strip().split("\\s+")))
                        .orElse(List.of());
        for (String named : sides) {
            if (!named.equals("all") && !named.equals("none") && !SIDES.contains(named)) {
                throw tag.mistake(
                        "border is all, none or some of top bottom left right, not \""
                                + named
                                + "\"");
            }
        }
        boolean drawn = sides.contains("all") || sides.contains(side);
        return drawn
                ? tag.choice("border-line", List.of("thin", "hair", "medium"))
                        .map(line -> BorderStyle.valueOf(upper(line)))
                        .orElse(BorderStyle.THIN)
                : BorderStyle.NONE;
    }

    HorizontalAlignment align() {
        return tag.choice("align", List.of("left", "center", "right"))
                .map(value -> HorizontalAlignment.valueOf(upper(value)))
                .orElse(HorizontalAlignment.GENERAL);
    }

    VerticalAlignment valign() {
        return tag.choice("valign", List.of("top", "center", "bottom"))
                .map(value -> VerticalAlignment.valueOf(upper(value)))
                .orElse(VerticalAlignment.BOTTOM);
    }

    int indent() {
        return tag.count("indent", 0);
    }

    Optional<String> format() {
        return format;
    }

    private void check() {
        font();
        tag.flag("italic");
        tag.flag("underline");
        colour("colour");
        colour("fill");
        colour("border-colour");
        SIDES.forEach(this::border);
        align();
        valign();
        indent();
    }

    private static String upper(String value) {
        return value.toUpperCase(java.util.Locale.ROOT);
    }
}
