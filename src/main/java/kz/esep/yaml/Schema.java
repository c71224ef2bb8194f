package kz.esep.yaml;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.language.Sentence;
import tools.jackson.databind.JsonNode;

/// A JSON Schema (Draft 2020-12) whose errors are said in our own words, one per keyword.
final class Schema {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    private final com.networknt.schema.Schema schema;

    private Schema(com.networknt.schema.Schema schema) {
        this.schema = schema;
    }

    static Schema named(String name) {
        try (InputStream stream = Schema.class.getResourceAsStream("/schema/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no schema " + name);
            }
            return new Schema(REGISTRY.getSchema(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("The schema " + name + " cannot be read", e);
        }
    }

    /// All errors, in the order of the file.
    List<Finding> check(YamlTree tree) {
        return schema.validate(tree.json()).stream()
                .filter(error -> !belowOneOf(error))
                .map(error -> finding(error, tree))
                .sorted(comparingInt(finding -> line(finding)))
                .toList();
    }

    private static int line(Finding finding) {
        String line = finding.place().cell();
        return line.isEmpty() ? 0 : Integer.parseInt(line);
    }

    /// What each alternative lacks adds nothing to the list of the alternatives.
    private static boolean belowOneOf(Error error) {
        return error.getEvaluationPath().getParent().contains("oneOf");
    }

    private static Finding finding(Error error, YamlTree tree) {
        String path = path(error);
        JsonNode found = error.getInstanceNode();
        return Finding.of(
                FindingCode.DATA_AGAINST_SCHEMA,
                tree.place(path),
                found.isValueNode() ? found.asString() : "",
                Map.of("path", path, "problem", problem(error)));
    }

    /// The path of the value, or of the key that is missing or unknown.
    private static String path(Error error) {
        NodePath location = error.getInstanceLocation();
        String path = "";
        for (int i = 0; i < location.getNameCount(); i++) {
            path =
                    location.getElement(i) instanceof Integer index
                            ? YamlTree.join(path, index)
                            : YamlTree.join(path, location.getName(i));
        }
        return error.getProperty() == null ? path : YamlTree.join(path, error.getProperty());
    }

    private static Sentence problem(Error error) {
        JsonNode rule = error.getSchemaNode();
        Map<String, Object> arguments =
                switch (error.getKeyword()) {
                    case "type", "const", "pattern" -> Map.of("expected", rule.asString());
                    case "minItems", "minimum", "maximum" -> Map.of("limit", rule.intValue());
                    case "enum" -> Map.of("choices", choices(rule));
                    case "oneOf" ->
                            Map.of(
                                    "choices",
                                    rule.valueStream()
                                            .map(choice -> choices(choice.get("required")))
                                            .collect(joining("; ")));
                    default -> Map.of();
                };
        return Sentence.of("yaml.problem." + error.getKeyword(), arguments);
    }

    private static String choices(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(joining(", "));
    }
}
