package kz.esep.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// How the Kazakh and Russian bundles and the Russian and Kazakh words of templates are written.
class TypographyTest {

    private static final Path BUNDLES = Path.of("templates/messages");

    /// Words of the console's library, of CSV and of shells, which have their own signs.
    private static final Pattern TECHNICAL =
            Pattern.compile("%n|%%|\\\\u0020|\\\\n|\"ДСМ, кеңсе\"|\"МЗ, канцелярия\"");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

    /// What is wrong, and how to find it.
    private static final Map<String, Pattern> FAULTS =
            new TreeMap<>(
                    Map.of(
                            "a straight or foreign quotation mark", Pattern.compile("[\"“”„‟‘]"),
                            "a hyphen for a dash", Pattern.compile("(?<=\\s)-(?=\\s)"),
                            "two hyphens for a dash", Pattern.compile("(?<=\\s)--(?=\\s)"),
                            "two spaces", Pattern.compile("(?<=\\S)[ \u00A0]{2,}(?=\\S)"),
                            "three dots for …", Pattern.compile("\\.\\.\\."),
                            "a space before a sign", Pattern.compile("(?<=\\p{L})\\s[,;:!?]"),
                            "no space after a sign", Pattern.compile("(?<=\\p{L})[,;](?=\\p{L})"),
                            "a number sign without its space", Pattern.compile("№(?=[\\d{])"),
                            "quotation marks that do not pair",
                                    Pattern.compile("^[^«]*».*|.*«[^»]*$")));

    @ParameterizedTest
    @EnumSource(names = {"KK", "RU"})
    void bundlesAreWrittenAsOfficialPapersAre(Language language) {
        Words words = Words.of(BUNDLES, language);
        List<String> faults = new ArrayList<>();
        for (String key : words.keys()) {
            faults(words.pattern(key)).forEach(fault -> faults.add(key + " has " + fault));
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(String pattern) {
        String text = TECHNICAL.matcher(pattern).replaceAll(" ").strip();
        List<String> faults = new ArrayList<>();
        FAULTS.forEach((fault, sign) -> {
            if (sign.matcher(text).find()) {
                faults.add(fault);
            }
        });
        words(text)
                .filter(word -> CYRILLIC.matcher(word).find() && LATIN.matcher(word).find())
                .forEach(word -> faults.add("two alphabets in " + word));
        return faults;
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        text                     | fault
        лист "Есеп"              | a straight or foreign quotation mark
        срок - 31 декабря        | a hyphen for a dash
        срок  – 31 декабря       | two spaces
        и так далее...           | three dots for …
        срок , дата              | a space before a sign
        срок,дата                | no space after a sign
        №5                       | a number sign without its space
        лист «Есеп               | quotation marks that do not pair
        pезультат                | two alphabets in pезультат
        орындaлды                | two alphabets in орындaлды
        лист «Есеп» – № 5, Excel | none
        """)
    // spotless:on
    void aFaultIsNoticed(String text, String fault) {
        assertThat(faults(text)).isEqualTo(fault.equals("none") ? List.of() : List.of(fault));
    }

    /// All Russian words that are written with ё somewhere are so everywhere; `все` and `всё` are
    /// two words.
    @Test
    void russianWritesYoEverywhereOrNowhere() {
        Words words = Words.of(BUNDLES, Language.RU);
        Set<String> written =
                words.keys().stream()
                        .flatMap(key -> words(words.pattern(key).toLowerCase(Language.RU.locale())))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> both =
                written.stream()
                        .filter(word -> word.contains("ё"))
                        .filter(word -> written.contains(word.replace('ё', 'е')))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(both).isSubsetOf("всё", "чём", "нём");
        assertThat(written)
                .noneMatch(word ->
                        word.matches(
                                "(?:от|у|рас|под|за|пере)чет\\p{L}*|еще|ее|нее|причем|четверт\\p{L}*"
                                        + "|трех|идет|дает|ведет(?:ся)?|отклонен|продлен|включен"
                                        + "|утвержден|подтвержден|определен|объединен|поврежден"));
    }

    /// A case ending on a variable fits some of its values only: `{agency}ға`.
    @ParameterizedTest
    @EnumSource(names = {"KK", "RU"})
    void noEndingIsGluedToAVariable(Language language) {
        Words words = Words.of(BUNDLES, language);
        Pattern glued = Pattern.compile("\\{[a-zA-Z0-9]+\\}-?\\p{IsCyrillic}+");
        Set<String> found =
                words.keys().stream()
                        .flatMap(key ->
                                glued.matcher(words.pattern(key)).results().map(MatchResult::group))
                        .collect(Collectors.toCollection(TreeSet::new));

        // of numbers, whose -бөлім, -жол … is a word of its own and fits each
        assertThat(found)
                .allMatch(
                        end -> end.matches("\\{\\w+\\}-(?:бөлім|жол|кесте|сурет|қосымша)\\p{L}*"));
    }

    /// Person first: the law's words, not those of before 2022.
    @ParameterizedTest
    @EnumSource(names = {"KK", "RU"})
    void peopleAreNamedFirst(Language language) {
        Words words = Words.of(BUNDLES, language);
        assertThat(words.keys())
                .allSatisfy(key ->
                        assertThat(words.pattern(key).toLowerCase(language.locale()))
                                .doesNotContain("инвалид", "мүгедектер", "мүгедек адам"));
    }

    @Test
    void templatesHaveNoWordsOfTheirOwn() throws IOException {
        List<String> spoken = new ArrayList<>();
        for (String folder : List.of("pdf", "html", "receipt", "xlsx")) {
            try (Stream<Path> files = Files.list(Path.of("templates", folder))) {
                for (Path file : files.sorted().toList()) {
                    words(Files.readString(file).replaceAll("(?s)<#--.*?-->|/\\*.*?\\*/", ""))
                            .filter(word -> CYRILLIC.matcher(word).find())
                            .forEach(word -> spoken.add(file.getFileName() + " " + word));
                }
            }
        }
        // the name of the switch between the two languages, in both
        assertThat(spoken).containsExactlyInAnyOrder("index.ftlh Тіл", "index.ftlh Язык");
    }
}
