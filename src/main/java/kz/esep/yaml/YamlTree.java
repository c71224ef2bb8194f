package kz.esep.yaml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.language.Bilingual;
import kz.esep.language.Sentence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A tree that its schema has accepted, or a branch of it: it knows its file, path and line.
///
/// Its readers trust the schema: they throw where a value is absent or of another type.
public final class YamlTree {

    private static final int NO_LINE = 0;

    private final String file;
    private final JsonNode node;
    private final String path;
    private final Map<String, Integer> lines;

    YamlTree(String file, JsonNode node, String path, Map<String, Integer> lines) {
        this.file = file;
        this.node = node;
        this.path = path;
        this.lines = lines;
    }

    /// A tree of a single value that stands in no file.
    static YamlTree single(String source, String path, Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String[] steps = path.split("\\.", -1);
        JsonNode branch =
                value instanceof Integer number
                        ? json.numberNode(number)
                        : json.stringNode(value.toString());
        for (int i = steps.length - 1; i >= 0; i--) {
            branch = json.objectNode().set(steps[i], branch);
        }
        return new YamlTree(source, branch, "", Map.of("", NO_LINE));
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static String join(String path, int index) {
        return path + "[" + index + "]";
    }

    /// As findings show it, counted from 0: `measures[7].deadline`.
    public String path() {
        return path;
    }

    /// The line of the key, or of an item's first character.
    public Place place() {
        return place(path);
    }

    /// The place of a path; where nothing stands there, the nearest one above that exists.
    Place place(String wanted) {
        for (String at = wanted; ; at = at.substring(0, Math.max(0, parentEnd(at)))) {
            Integer line = lines.get(at);
            if (line != null) {
                return line == NO_LINE ? Place.file(file) : Place.line(file, line);
            }
        }
    }

    private static int parentEnd(String path) {
        return Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    }

    /// A finding about this branch.
    public Finding finding(FindingCode code, Sentence problem) {
        return Finding.of(
                code,
                place(),
                node.isValueNode() ? node.asString() : "",
                Map.of("path", path, "problem", problem));
    }

    JsonNode json() {
        return node;
    }

    public YamlTree at(String key) {
        return find(key)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "%s has nothing at %s".formatted(file, join(path, key))));
    }

    public Optional<YamlTree> find(String key) {
        return node.has(key)
                ? Optional.of(new YamlTree(file, node.get(key), join(path, key), lines))
                : Optional.empty();
    }

    /// The items below a key, none if it is absent.
    public List<YamlTree> items(String key) {
        return find(key).map(YamlTree::items).orElse(List.of());
    }

    public List<YamlTree> items() {
        List<YamlTree> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(new YamlTree(file, item, join(path, items.size()), lines));
        }
        return items;
    }

    public List<String> keys() {
        return List.copyOf(node.propertyNames());
    }

    public String text() {
        return node.stringValue();
    }

    public String text(String key) {
        return at(key).text();
    }

    /// Any value that is no list and no group, as text.
    public String scalar() {
        return node.asString();
    }

    public int number() {
        return node.intValue();
    }

    public int number(String key) {
        return at(key).number();
    }

    public BigDecimal decimal() {
        return node.decimalValue();
    }

    /// Whether a key says `true`; absent is no.
    public boolean flag(String key) {
        return find(key).map(found -> found.node.booleanValue()).orElse(false);
    }

    public LocalDate date() {
        return LocalDate.parse(text());
    }

    public LocalDate date(String key) {
        return at(key).date();
    }

    /// The keys `kk` and `ru` of this branch.
    public Bilingual bilingual() {
        return new Bilingual(text("kk"), text("ru"));
    }

    /// What stands below a key in both languages, empty if it is absent.
    public Bilingual bilingual(String key) {
        return find(key).map(YamlTree::bilingual).orElse(Bilingual.EMPTY);
    }
}
