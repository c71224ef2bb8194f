package kz.esep.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One setting, as the schema describes it.
///
/// @param path `database.url`
/// @param number whether its value is a whole number
/// @param secret whether its value is never shown
/// @param builtIn its value where nobody sets it; empty if it has none
/// @param example as it would be written in a file
record Key(String path, boolean number, boolean secret, String builtIn, String example) {

    static final String SCHEMA = "settings.schema.json";

    /// In the order of the schema.
    static final List<Key> ALL = all();

    private static final int NEAR = 3;

    String variable() {
        return "ESEP_" + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /// `port: 587`, below its group.
    String line() {
        return path.substring(path.lastIndexOf('.') + 1) + ": " + example;
    }

    static Optional<Key> of(String path) {
        return ALL.stream().filter(key -> key.path.equals(path)).findFirst();
    }

    static Optional<Key> ofVariable(String name) {
        return ALL.stream().filter(key -> key.variable().equals(name)).findFirst();
    }

    /// The key that somebody may have meant; empty if none is near.
    static Optional<String> nearest(String unknown) {
        List<String> known = new ArrayList<>();
        for (Key key : ALL) {
            known.add(key.path);
            int dot = key.path.lastIndexOf('.');
            if (dot > 0 && !known.contains(key.path.substring(0, dot))) {
                known.add(key.path.substring(0, dot));
            }
        }
        return nearest(unknown, known);
    }

    static Optional<String> nearestVariable(String unknown) {
        return nearest(unknown, ALL.stream().map(Key::variable).toList());
    }

    private static Optional<String> nearest(String unknown, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(key -> distance(unknown, key)))
                .filter(key -> distance(unknown, key) <= Math.max(NEAR, key.length() / 3));
    }

    /// How far a word is from a key; a key that stands in the wrong group is near.
    private static int distance(String unknown, String key) {
        return Math.min(edits(unknown, key), 1 + edits(last(unknown), last(key)));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// Levenshtein's distance.
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static List<Key> all() {
        try (InputStream stream = Key.class.getResourceAsStream("/schema/" + SCHEMA)) {
            if (stream == null) {
                throw new IllegalStateException("There is no schema " + SCHEMA);
            }
            List<Key> keys = new ArrayList<>();
            collect(JsonMapper.shared().readTree(stream), "", keys);
            return List.copyOf(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema " + SCHEMA + " cannot be read", e);
        }
    }

    private static void collect(JsonNode group, String above, List<Key> keys) {
        for (Map.Entry<String, JsonNode> property : group.path("properties").properties()) {
            String path = above + property.getKey();
            JsonNode rule = property.getValue();
            if (rule.has("properties")) {
                collect(rule, path + ".", keys);
            } else {
                keys.add(
                        new Key(
                                path,
                                rule.path("type").asString("").equals("integer"),
                                rule.path("writeOnly").asBoolean(false),
                                rule.path("default").asString(""),
                                rule.path("examples").path(0).asString("")));
            }
        }
    }
}
