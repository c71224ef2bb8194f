package kz.esep.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import kz.esep.Said;
import kz.esep.findings.Reading;
import kz.esep.language.Language;
import kz.esep.language.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class YamlFileTest {

    /// Keywords that cannot fail by themselves.
    private static final Set<String> CARRIERS = Set.of("$schema", "$ref", "title", "not");

    @TempDir private Path folder;

    @Test
    void findsAllMistakesOfAFileAtOnce() throws IOException {
        assertThat(
                        Said.in(
                                Language.EN,
                                read(
                                        """
                                        decisions:
                                          - measure: 0
                                            year: "2024"
                                            agency: МЗ
                                            kind: extend
                                            date: 2024-02-30
                                            document: {kk: "", ru: Письмо, en: Letter}
                                            reason: none
                                          - measure: 2
                                            measure: 3
                                            year: 2024
                                            agency: mz
                                            kind: postpone
                                            date: 2024-12-01
                                            document: {kk: Хат, ru: Письмо}
                                          - {measure: 2, year: 2024, agency: mz, kind: accept, date: 2024-12-01,
                                             due: 2025-01-01, document: {kk: Хат, ru: Письмо}, reason: {kk: а, ru: а}}
                                        """)))
                .containsExactly(
                        "d.yaml:10 decisions[1].measure: this key stands twice",
                        "d.yaml:2 decisions[0].measure: the number is less than 1",
                        "d.yaml:2 decisions[0].due: this key is missing",
                        "d.yaml:3 decisions[0].year: expected is a whole number",
                        "d.yaml:4 decisions[0].agency: the value does not follow the pattern"
                                + " ^[a-z0-9]+(-[a-z0-9]+)*$",
                        "d.yaml:6 decisions[0].date: expected is a date such as 2024-12-31",
                        "d.yaml:7 decisions[0].document.kk: the text is empty",
                        "d.yaml:7 decisions[0].document.en: this key is unknown",
                        "d.yaml:8 decisions[0].reason: expected is a group of keys",
                        "d.yaml:9 decisions[1].reason: this key is missing",
                        "d.yaml:13 decisions[1].kind: expected is one of: extend, accept, return,"
                                + " take-off-control",
                        "d.yaml:16 decisions[2].kind: expected is extend");
    }

    @Test
    void saysTheMistakeInTheLanguageOfTheReader() throws IOException {
        Reading<YamlTree> reading = read("decisions: {}");

        assertThat(Said.in(Language.KK, reading))
                .containsExactly("d.yaml:1 decisions: күтілетін мән: тізім");
        assertThat(Said.in(Language.RU, reading))
                .containsExactly("d.yaml:1 decisions: ожидается список");
    }

    @Test
    void namesTheLineWhereTheTextIsNoYaml() throws IOException {
        assertThat(Said.in(Language.EN, read("decisions:\n  - measure: 2\n\tyear: 2024\n")))
                .containsExactly(
                        "d.yaml:3 The data file cannot be read: the text breaks the rules of its"
                                + " format (found character '\\t(TAB)' that cannot start any token."
                                + " (Do not use \\t(TAB) for indentation))");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path latin = Files.write(folder.resolve("d.yaml"), new byte[] {'a', (byte) 0xE9, 'b'});
        Path none = folder.resolve("none.yaml");

        assertThat(Said.in(Language.EN, YamlFile.read(latin, "d.yaml", "decisions.schema.json")))
                .containsExactly("d.yaml The data file cannot be read: the text is not in UTF-8");
        assertThat(Said.in(Language.EN, read("")))
                .containsExactly("d.yaml The data file cannot be read: the file is empty");
        assertThat(Said.in(Language.EN, YamlFile.read(none, "none.yaml", "decisions.schema.json")))
                .containsExactly(
                        "none.yaml The data file cannot be read: there is no such file, or it may"
                                + " not be read");
    }

    @Test
    void refusesAnchorsSoThatNoFileReadsWithoutEnd() throws IOException {
        assertThat(Said.in(Language.EN, read("decisions: &all\n  - *all\n")))
                .contains("d.yaml:1 decisions: anchors (&name) are not used in data files");
    }

    /// A keyword without words would throw where a user needs an answer.
    @ParameterizedTest
    @EnumSource(Language.class)
    void hasWordsForEveryKeywordOfTheSchemas(Language language) throws IOException {
        Words words = Words.of(Path.of("templates/messages"), language);
        Set<String> keywords = new TreeSet<>();
        for (String schema : List.of("plan", "agencies", "decisions", "holidays")) {
            collect(schema(schema), keywords);
        }

        assertThat(keywords)
                .contains("required", "enum", "oneOf")
                .allSatisfy(keyword -> assertThat(words.has("yaml.problem." + keyword)).isTrue());
    }

    private Reading<YamlTree> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("d.yaml"), text);
        return YamlFile.read(file, "d.yaml", "decisions.schema.json");
    }

    private static JsonNode schema(String name) throws IOException {
        try (InputStream stream =
                YamlFileTest.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(stream));
        }
    }

    /// A schema's own keys; the names below `properties` and the like are the data's.
    private static void collect(JsonNode schema, Set<String> keywords) {
        schema.properties()
                .forEach(entry -> {
                    switch (entry.getKey()) {
                        case "properties", "patternProperties", "$defs", "dependentSchemas" ->
                                entry.getValue().forEach(named -> collect(named, keywords));
                        case "items", "if", "then" -> collect(entry.getValue(), keywords);
                        default -> {
                            if (!CARRIERS.contains(entry.getKey())) {
                                keywords.add(entry.getKey());
                            }
                        }
                    }
                });
    }
}
