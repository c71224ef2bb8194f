package kz.esep.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Reading;
import kz.esep.language.Sentence;
import kz.esep.yaml.YamlFile;
import kz.esep.yaml.YamlTree;

/// Reads the settings: what is built in, then files, then the environment; later ones override.
///
/// Every error of every source is found at once, in the words and with the places that the
/// ministry's data have: that is why this is our own `yaml` room with a JSON Schema, and not
/// Spring's binder, which knows neither lines nor Kazakh, and which `help` would have to wait for.
public final class SettingsReading {

    private static final String PREFIX = "ESEP_";

    /// Variables of the launcher and of the command line, which are no settings.
    private static final Set<String> OTHERS =
            Set.of("ESEP_HOME", "ESEP_CONFIG", "ESEP_JAVA", "ESEP_JAVA_OPTS");

    private final Values values = Values.none();
    private final List<Finding> findings = new ArrayList<>();

    private SettingsReading() {}

    /// @param files that must be there, the strongest last
    /// @param environment all variables; those that begin with `ESEP_` are ours
    public static Reading<InForce> read(List<Path> files, Map<String, String> environment) {
        SettingsReading reading = new SettingsReading();
        files.forEach(reading::file);
        new TreeMap<>(environment).forEach(reading::variable);
        if (reading.findings.isEmpty()) {
            reading.findings.addAll(reading.values.doubts());
        }
        return reading.findings.isEmpty()
                ? new Reading.Accepted<>(
                        new InForce(reading.values.settings(), reading.values.entries()), List.of())
                : new Reading.Refused<>(reading.findings);
    }

    private void file(Path file) {
        String name = file.toString();
        switch (YamlFile.readOrNothing(file, name, Key.SCHEMA)) {
            case Reading.Refused<Optional<YamlTree>>(List<Finding> wrong) ->
                    wrong.stream().map(SettingsReading::ofSetting).forEach(findings::add);
            case Reading.Accepted<Optional<YamlTree>>(Optional<YamlTree> tree, _) ->
                    tree.ifPresent(whole -> Key.ALL.forEach(key -> take(whole, key, file)));
        }
    }

    private void take(YamlTree file, Key key, Path path) {
        Optional<YamlTree> found = Optional.of(file);
        for (String step : key.path().split("\\.", -1)) {
            found = found.flatMap(branch -> branch.find(step));
        }
        found.ifPresent(value -> {
            Place place = value.place();
            if (key.secret() && othersMayRead(path)) {
                findings.add(
                        Finding.of(
                                FindingCode.SETTINGS_EXPOSED,
                                place,
                                "",
                                Map.of("path", key.path(), "variable", key.variable())));
            }
            values.set(key, value.scalar(), new Origin.Line(place), place);
        });
    }

    private void variable(String name, String written) {
        if (!name.startsWith(PREFIX) || OTHERS.contains(name) || written.isEmpty()) {
            return;
        }
        Place place = Place.file(name);
        Optional<Key> found = Key.ofVariable(name);
        if (found.isEmpty()) {
            findings.add(unknown(place, name, Key.nearestVariable(name)));
            return;
        }
        Key key = found.get();
        Reading<YamlTree> checked =
                YamlFile.value(
                        name,
                        key.path(),
                        key.number() && written.matches("-?[0-9]{1,9}")
                                ? Integer.valueOf(written)
                                : written,
                        Key.SCHEMA);
        switch (checked) {
            case Reading.Refused<YamlTree>(List<Finding> wrong) ->
                    wrong.stream().map(SettingsReading::ofSetting).forEach(findings::add);
            case Reading.Accepted<YamlTree> _ ->
                    values.set(key, written, new Origin.Variable(name), place);
        }
    }

    /// What the schema says, said of a setting.
    private static Finding ofSetting(Finding finding) {
        if (finding.code() != FindingCode.DATA_AGAINST_SCHEMA) {
            return finding;
        }
        String path = String.valueOf(finding.arguments().get("path"));
        Sentence problem = (Sentence) finding.arguments().getOrDefault("problem", Sentence.of(""));
        return switch (problem.key()) {
            case "yaml.problem.additionalProperties" ->
                    unknown(finding.place(), path, Key.nearest(path));
            // a pattern is nothing for people; what is meant stands with the setting
            case "yaml.problem.pattern" ->
                    Key.of(path)
                            .map(key -> wrong(key, finding, Sentence.of("settings.problem.form")))
                            .orElse(finding);
            default -> Key.of(path).map(key -> wrong(key, finding, problem)).orElse(finding);
        };
    }

    private static Finding wrong(Key key, Finding finding, Sentence problem) {
        return Values.wrong(key, finding.place(), finding.found(), problem);
    }

    private static Finding unknown(Place place, String name, Optional<String> nearest) {
        return Finding.of(
                FindingCode.SETTING_UNKNOWN,
                place,
                "",
                Map.of(
                        "path",
                        name,
                        "near",
                        nearest.orElse(""),
                        "known",
                        nearest.isPresent() ? "true" : "false"));
    }

    /// The group may: a service reads what its administrator owns.
    private static boolean othersMayRead(Path file) {
        try {
            return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(file)
                            .contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " does not say who may read it", e);
        }
    }
}
