package kz.esep.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/// Which words and shapes of a page stand out too little from what they stand on (WCAG 2.2, 1.4.3
/// and 1.4.11), by the style sheets that colour them.
///
/// Knows as much of CSS as the templates use, and says so where it meets more.
final class Contrast {

    private static final double WORDS = 4.5;
    private static final double SHAPES = 3;
    private static final String WHITE = "#ffffff";
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern COMPOUND = Pattern.compile("([.#:]?)([A-Za-z0-9_-]+)");

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, String> variables;

    /// @param css style sheets, one after the other
    /// @param dark whether rules for readers of dark pages apply
    Contrast(String css, boolean dark) {
        String plain = css.replaceAll("(?s)/\\*.*?\\*/", "");
        this.variables = new TreeMap<>(variables(plain, dark));
        int order = 0;
        Matcher rule = RULE.matcher(withoutBlocks(plain));
        while (rule.find()) {
            for (String selector : rule.group(1).strip().split("\\s*,\\s*", -1)) {
                rules.add(new Rule(selector, declarations(rule.group(2)), order++));
            }
        }
    }

    private record Rule(String selector, Map<String, String> declarations, int order) {

        /// Ids, then classes, then elements.
        int weight() {
            int weight = 0;
            Matcher part = COMPOUND.matcher(selector);
            while (part.find()) {
                weight += part.group(1).equals("#") ? 10_000 : part.group(1).isEmpty() ? 1 : 100;
            }
            return weight;
        }
    }

    /// At-rules hold pages and media; what they say of screens' own colours is in the variables.
    private static String withoutBlocks(String css) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        boolean block = false;
        for (int i = 0; i < css.length(); i++) {
            char c = css.charAt(i);
            if (c == '@' && depth == 0) {
                block = true;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (!block) {
                kept.append(c);
            } else if (c == '}' && depth == 0) {
                block = false;
            }
        }
        return kept.toString();
    }

    private static Map<String, String> variables(String css, boolean dark) {
        Map<String, String> variables = new TreeMap<>();
        Matcher roots =
                Pattern.compile("(prefers-color-scheme: dark\\)\\s*\\{\\s*)?:root\\s*\\{([^}]*)}")
                        .matcher(css);
        while (roots.find()) {
            if (roots.group(1) == null || dark) {
                variables.putAll(declarations(roots.group(2)));
            }
        }
        return variables;
    }

    private static Map<String, String> declarations(String text) {
        Map<String, String> declarations = new TreeMap<>();
        for (String declaration : text.split(";", -1)) {
            String[] parts = declaration.split(":", 2);
            if (parts.length == 2) {
                declarations.put(parts[0].strip(), parts[1].strip());
            }
        }
        return declarations;
    }

    /// @return one line for each weak pair of colours
    SortedSet<String> weak(Document page) {
        SortedSet<String> weak = new TreeSet<>();
        NodeList all = page.getDocumentElement().getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getTagName().equals("style")) {
                margins(element.getTextContent(), weak);
            } else if (element.getTagName().equals("svg")) {
                picture(element, weak);
            } else if (hasWords(element) && !within(element, "svg") && !within(element, "head")) {
                String ink = inherited(element, "color").orElse("#000000");
                say(weak, "words", name(element), ink, ground(element), WORDS);
            }
        }
        return weak;
    }

    private static void margins(String css, SortedSet<String> weak) {
        Matcher box = Pattern.compile("@[a-z]+-[a-z]+\\s*\\{([^{}]*)}").matcher(css);
        while (box.find()) {
            String ink = declarations(box.group(1)).get("color");
            if (ink != null) {
                say(weak, "words", "margin", ink, WHITE, WORDS);
            }
        }
    }

    /// A picture's words against the last thing painted below them, its shapes against the page: by
    /// their own colour, their outline or their pattern.
    private void picture(Element svg, SortedSet<String> weak) {
        String page = ground(svg);
        List<Element> parts = new ArrayList<>();
        NodeList all = svg.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            parts.add((Element) all.item(i));
        }
        for (int i = 0; i < parts.size(); i++) {
            Element part = parts.get(i);
            switch (part.getTagName()) {
                case "text" ->
                        say(
                                weak,
                                "words",
                                "chart",
                                part.getAttribute("fill"),
                                below(part, parts.subList(0, i), page),
                                WORDS);
                case "rect", "polygon", "circle" -> {
                    boolean painted = !part.getAttribute("fill").equals("none");
                    boolean patch =
                            i + 1 < parts.size() && parts.get(i + 1).getTagName().equals("text");
                    if (painted && !patch) {
                        String strongest =
                                inks(parts, i).stream()
                                        .max((one, other) ->
                                                Double.compare(
                                                        ratio(one, page), ratio(other, page)))
                                        .orElseThrow();
                        say(weak, "shape", part.getTagName(), strongest, page, SHAPES);
                    }
                }
                case "line" -> {
                    if (Double.parseDouble(part.getAttribute("stroke-width")) > 1.2) {
                        say(weak, "shape", "line", part.getAttribute("stroke"), page, SHAPES);
                    }
                }
                case "title", "desc", "g", "path" -> {}
                default -> throw new IllegalStateException("Unknown in charts: " + part);
            }
        }
    }

    /// Of a shape and of what is drawn over it, up to the next one.
    private static List<String> inks(List<Element> parts, int shape) {
        List<String> inks = new ArrayList<>(List.of(parts.get(shape).getAttribute("fill")));
        if (parts.get(shape).hasAttribute("stroke")) {
            inks.add(parts.get(shape).getAttribute("stroke"));
        }
        for (Element over : parts.subList(shape + 1, parts.size())) {
            boolean outline = over.getAttribute("fill").equals("none");
            if (!over.getTagName().equals("line") && !outline) {
                break;
            }
            inks.add(over.getAttribute("stroke"));
        }
        return inks;
    }

    private static String below(Element text, List<Element> painted, String page) {
        double x = number(text, "x");
        double y = number(text, "y") - 4;
        double shift = text.getTextContent().length() * 3.0;
        double middle =
                switch (text.getAttribute("text-anchor")) {
                    case "middle" -> x;
                    case "end" -> x - shift;
                    default -> x + shift;
                };
        return painted.reversed().stream()
                .filter(part -> part.getTagName().equals("rect"))
                .filter(part -> !part.getAttribute("fill").equals("none"))
                .filter(part ->
                        number(part, "x") <= middle
                                && middle <= number(part, "x") + number(part, "width")
                                && number(part, "y") <= y
                                && y <= number(part, "y") + number(part, "height"))
                .map(part -> part.getAttribute("fill"))
                .findFirst()
                .orElse(page);
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static void say(
            SortedSet<String> weak,
            String what,
            String where,
            String ink,
            String on,
            double least) {
        double ratio = ratio(ink, on);
        if (ratio < least) {
            weak.add("%s of %s: %s on %s is %s".formatted(what, where, ink, on, said(ratio)));
        }
    }

    /// With two decimals.
    static String said(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(2, RoundingMode.DOWN).toString();
    }

    private static String name(Element element) {
        String classes = element.getAttribute("class");
        return element.getTagName()
                + (classes.isEmpty() ? "" : "." + classes.strip().replace(' ', '.'));
    }

    private static boolean hasWords(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text && !text.getData().isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(Element element, String tag) {
        for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
            if (one.getTagName().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private String ground(Element element) {
        for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
            Optional<String> own = own(one, "background-color").or(() -> own(one, "background"));
            if (own.isPresent()) {
                return own.get();
            }
        }
        return WHITE;
    }

    private Optional<String> inherited(Element element, String property) {
        for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
            Optional<String> own = own(one, property);
            if (own.isPresent()) {
                return own;
            }
        }
        return Optional.empty();
    }

    private Optional<String> own(Element element, String property) {
        return rules.stream()
                .filter(rule -> rule.declarations().containsKey(property))
                .filter(rule -> matches(rule.selector(), element))
                .max((one, other) ->
                        one.weight() != other.weight()
                                ? one.weight() - other.weight()
                                : one.order() - other.order())
                .map(rule -> rule.declarations().get(property))
                .map(this::resolved);
    }

    private String resolved(String value) {
        Matcher variable = Pattern.compile("var\\((--[a-z]+)\\)").matcher(value);
        String colour =
                variable.matches() ? variables.getOrDefault(variable.group(1), value) : value;
        if (!colour.matches("#([0-9a-f]{3}|[0-9a-f]{6})")) {
            throw new IllegalStateException("Not a colour of ours: " + colour);
        }
        return colour.length() == 7 ? colour : colour.replaceAll("[0-9a-f]", "$0$0");
    }

    private static boolean matches(String selector, Element element) {
        List<String> steps =
                new ArrayList<>(Arrays.asList(selector.replace(">", " > ").strip().split("\\s+")));
        return matches(steps, element);
    }

    private static boolean matches(List<String> steps, Element element) {
        if (!compound(steps.getLast(), element)) {
            return false;
        }
        List<String> before = steps.subList(0, steps.size() - 1);
        if (before.isEmpty()) {
            return true;
        }
        if (before.getLast().equals(">") || before.getLast().equals("+")) {
            Node next =
                    before.getLast().equals(">")
                            ? element.getParentNode()
                            : element.getPreviousSibling();
            return next instanceof Element one
                    && matches(before.subList(0, before.size() - 1), one);
        }
        for (Node node = element.getParentNode();
                node instanceof Element one;
                node = node.getParentNode()) {
            if (matches(before, one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean compound(String step, Element element) {
        if (step.equals("*")) {
            return true;
        }
        Matcher part = COMPOUND.matcher(step);
        int end = 0;
        while (part.find()) {
            if (part.start() != end) {
                throw new IllegalStateException("Not a selector of ours: " + step);
            }
            end = part.end();
            boolean fits =
                    switch (part.group(1)) {
                        case "." ->
                                Arrays.asList(element.getAttribute("class").split("\\s+"))
                                        .contains(part.group(2));
                        case "#" -> element.getAttribute("id").equals(part.group(2));
                        case ":" ->
                                switch (part.group(2)) {
                                    case "root" -> element.getTagName().equals("html");
                                    case "first-child" -> element.getPreviousSibling() == null;
                                    default -> false;
                                };
                        default -> element.getTagName().equals(part.group(2));
                    };
            if (!fits) {
                return false;
            }
        }
        return end == step.length();
    }

    /// 1 to 21.
    static double ratio(String one, String other) {
        double a = light(one);
        double b = light(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double light(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
    }

    private static double channel(int value) {
        double share = (value & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
