package kz.esep.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import kz.esep.plan.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechTest {

    private static final Path OURS = Path.of("templates/messages");

    @TempDir Path bundles;

    @Test
    void saysTypedValues() throws IOException {
        Files.writeString(
                bundles.resolve("a_ru.properties"),
                "late={unit}: {value} на {day}, {days, plural, one{# день} few{# дня} many{# дней} other{# дня}}");
        Speech speech = Speech.of(bundles, Language.RU);

        assertThat(
                        speech.say(
                                "late",
                                Map.of(
                                        "unit",
                                        new Bilingual("ДСМ", "МЗ"),
                                        "value",
                                        new BigDecimal("88.50"),
                                        "day",
                                        LocalDate.of(2025, 1, 20),
                                        "days",
                                        2)))
                .isEqualTo("МЗ: 88,5 на 20\u00A0января\u00A02025\u00A0года, 2 дня");
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        period  | language | text
        2024-Q4 | KK       | 2024~жылғы~IV~тоқсан
        2024-Q4 | RU       | IV~квартал~2024~года
        2024-H1 | KK       | 2024~жылғы~I~жартыжылдық
        2024-H2 | RU       | II~полугодие~2024~года
        2024    | KK       | 2024~жыл
        2024    | RU       | 2024~год
        2024-Q1 | EN       | quarter~I~of~2024
        """)
    // spotless:on
    void saysPeriods(String period, Language language, String text) {
        String said = Period.parse(period).orElseThrow().in(Speech.of(OURS, language));

        assertThat(said).isEqualTo(text.replace('~', '\u00A0'));
    }

    @Test
    void namesTheKeyThatHasNoWords() throws IOException {
        Files.writeString(bundles.resolve("a_kk.properties"), "a=а");

        assertThatThrownBy(() -> Speech.of(bundles, Language.KK).say("b"))
                .hasMessage("There are no words in kk for b");
    }

    @Test
    void namesTheArgumentThatIsMissing() throws IOException {
        Files.writeString(bundles.resolve("a_kk.properties"), "a=а {days}");

        assertThatThrownBy(() -> Speech.of(bundles, Language.KK).say("a"))
                .hasMessage("The words for a need the argument days");
    }

    @Test
    void refusesTwoBundlesWithTheSameKey() throws IOException {
        Files.writeString(bundles.resolve("a_kk.properties"), "x=1");
        Files.writeString(bundles.resolve("b_kk.properties"), "x=2");

        assertThatThrownBy(() -> Speech.of(bundles, Language.KK))
                .hasMessage(
                        bundles.resolve("b_kk.properties")
                                + " has words for x that another bundle has too");
    }
}
