package kz.esep.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.language.Sentence;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes JSON of YAML nodes and remembers the line of each.
final class Composition {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private JsonNode root = MissingNode.getInstance();

    Composition(String file) {
        this.file = file;
    }

    void compose(Node document) {
        lines.put("", line(document));
        root = json(document, "");
    }

    YamlTree tree() {
        return new YamlTree(file, root, "", lines);
    }

    List<Finding> findings() {
        return findings;
    }

    private JsonNode json(Node node, String path) {
        if (node.getAnchor().isPresent()) {
            refuse(line(node), path, "yaml.problem.anchor");
            return JSON.nullNode();
        }
        return switch (node) {
            case MappingNode mapping -> object(mapping, path);
            case SequenceNode sequence -> array(sequence, path);
            case ScalarNode scalar -> value(scalar);
            default -> throw new IllegalStateException("a YAML node of the type " + node.getTag());
        };
    }

    private ObjectNode object(MappingNode mapping, String path) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            String key =
                    entry.getKeyNode() instanceof ScalarNode scalar
                            ? scalar.getValue()
                            : entry.getKeyNode().toString();
            String below = YamlTree.join(path, key);
            if (object.has(key)) {
                refuse(line(entry.getKeyNode()), below, "yaml.problem.duplicate-key");
            } else {
                lines.put(below, line(entry.getKeyNode()));
                object.set(key, json(entry.getValueNode(), below));
            }
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String path) {
        ArrayNode array = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
            String below = YamlTree.join(path, array.size());
            lines.put(below, line(item));
            array.add(json(item, below));
        }
        return array;
    }

    private static JsonNode value(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.INT)) {
            return JSON.numberNode(new BigInteger(text));
        }
        if (tag.equals(Tag.FLOAT) && text.matches("[-+.0-9eE]+")) {
            return JSON.numberNode(new BigDecimal(text));
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(text.equals("true"));
        }
        return tag.equals(Tag.NULL) ? JSON.nullNode() : JSON.stringNode(text);
    }

    private void refuse(int line, String path, String problem) {
        findings.add(
                Finding.of(
                        FindingCode.DATA_AGAINST_SCHEMA,
                        Place.line(file, line),
                        "",
                        Map.of("path", path, "problem", Sentence.of(problem))));
    }

    private static int line(Node node) {
        return node.getStartMark().orElseThrow().getLine() + 1;
    }
}
