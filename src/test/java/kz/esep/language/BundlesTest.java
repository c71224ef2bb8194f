package kz.esep.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Severity;
import org.junit.jupiter.api.Test;

/// What users read is whole in every language.
class BundlesTest {

    private static final Path OURS = Path.of("templates/messages");
    private static final Words KK = Words.of(OURS, Language.KK);
    private static final Words RU = Words.of(OURS, Language.RU);
    private static final Words EN = Words.of(OURS, Language.EN);

    @Test
    void everyLanguageHasTheSameKeys() {
        assertThat(RU.keys()).isEqualTo(KK.keys());
        assertThat(EN.keys()).isEqualTo(KK.keys());
    }

    @Test
    void everyLanguageUsesTheSameArguments() {
        for (String key : KK.keys()) {
            assertThat(arguments(RU, key))
                    .as("arguments of %s in ru", key)
                    .isEqualTo(arguments(KK, key));
            assertThat(arguments(EN, key))
                    .as("arguments of %s in en", key)
                    .isEqualTo(arguments(KK, key));
        }
    }

    @Test
    void everyFindingHasWordsAndNoWordsAreLeftOver() {
        TreeSet<String> needed = new TreeSet<>();
        for (FindingCode code : FindingCode.values()) {
            needed.add("finding." + code.key() + ".what");
            needed.add("finding." + code.key() + ".expected");
        }
        TreeSet<String> there = new TreeSet<>(KK.keys());
        there.removeIf(key -> !key.startsWith("finding."));

        assertThat(there).isEqualTo(needed);
    }

    @Test
    void everySeverityHasWords() {
        for (Severity severity : Severity.values()) {
            assertThat(KK.has("severity." + severity.name().toLowerCase(java.util.Locale.ROOT)))
                    .isTrue();
        }
    }

    /// Kazakh has letters that Russian lacks, and the reverse does not hold: a Kazakh text copied
    /// into the Russian bundle gives itself away.
    @Test
    void noKazakhWordsStandInTheRussianBundle() {
        List<String> kazakh = new ArrayList<>();
        for (String key : RU.keys()) {
            if (RU.pattern(key)
                    .codePoints()
                    .anyMatch(letter -> "әғқңөұүһіӘҒҚҢӨҰҮҺІ".indexOf(letter) >= 0)) {
                kazakh.add(key);
            }
        }
        assertThat(kazakh).isEmpty();
    }

    private static SortedSet<String> arguments(Words words, String key) {
        return new TreeSet<>(
                new MessageFormat(
                                words.pattern(key), ULocale.forLanguageTag(words.language().tag()))
                        .getArgumentNames());
    }
}
