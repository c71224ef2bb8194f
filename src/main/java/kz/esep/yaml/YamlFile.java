package kz.esep.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Reading;
import kz.esep.language.Sentence;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads a YAML 1.2 file and checks it against its schema; all errors of a file are found at once.
///
/// A key that stands twice in one mapping is an error, and so are anchors: what a file says of a
/// thing stands at the thing.
public final class YamlFile {

    private YamlFile() {}

    /// @param name how findings name the file: `plan/decisions.yaml`
    /// @param schema a resource below `schema/`: `decisions.schema.json`
    public static Reading<YamlTree> read(Path file, String name, String schema) {
        return switch (readOrNothing(file, name, schema)) {
            case Reading.Refused<Optional<YamlTree>>(List<Finding> findings) ->
                    new Reading.Refused<>(findings);
            case Reading.Accepted<Optional<YamlTree>>(Optional<YamlTree> tree, _) ->
                    tree.<Reading<YamlTree>>map(it -> new Reading.Accepted<>(it, List.of()))
                            .orElseGet(() ->
                                    new Reading.Refused<>(
                                            unreadable(
                                                    Place.file(name),
                                                    Sentence.of("yaml.problem.empty"))));
        };
    }

    /// The same for a file in which nothing but comments may stand.
    public static Reading<Optional<YamlTree>> readOrNothing(Path file, String name, String schema) {
        Composition composition = new Composition(name);
        try {
            Optional<Node> document =
                    new Compose(LoadSettings.builder().setLabel(name).build())
                            .composeString(Files.readString(file));
            if (document.isEmpty()) {
                return new Reading.Accepted<>(Optional.empty(), List.of());
            }
            composition.compose(document.get());
        } catch (CharacterCodingException e) {
            return refused(Place.file(name), Sentence.of("yaml.problem.not-utf-8"));
        } catch (IOException e) {
            return refused(Place.file(name), Sentence.of("yaml.problem.no-access"));
        } catch (MarkedYamlEngineException e) {
            Place place =
                    e.getProblemMark()
                            .map(mark -> Place.line(name, mark.getLine() + 1))
                            .orElse(Place.file(name));
            return refused(place, syntax(e.getProblem()));
        } catch (YamlEngineException e) {
            return refused(Place.file(name), syntax(String.valueOf(e.getMessage())));
        }
        YamlTree tree = composition.tree();
        List<Finding> findings = new ArrayList<>(composition.findings());
        findings.addAll(Schema.named(schema).check(tree));
        return findings.isEmpty()
                ? new Reading.Accepted<>(Optional.of(tree), List.of())
                : new Reading.Refused<>(findings);
    }

    /// A single value that stands elsewhere than in a file, checked as if it stood in one.
    ///
    /// @param source how findings name the place: an environment variable
    /// @param path where it would stand: `database.url`
    /// @param value a text or a whole number
    public static Reading<YamlTree> value(String source, String path, Object value, String schema) {
        YamlTree tree = YamlTree.single(source, path, value);
        List<Finding> findings = Schema.named(schema).check(tree);
        return findings.isEmpty()
                ? new Reading.Accepted<>(tree, List.of())
                : new Reading.Refused<>(findings);
    }

    private static Sentence syntax(String problem) {
        return Sentence.of("yaml.problem.syntax", Map.of("detail", problem));
    }

    private static <T> Reading<T> refused(Place place, Sentence problem) {
        return new Reading.Refused<>(unreadable(place, problem));
    }

    private static List<Finding> unreadable(Place place, Sentence problem) {
        return List.of(
                Finding.of(FindingCode.DATA_UNREADABLE, place, "", Map.of("problem", problem)));
    }
}
