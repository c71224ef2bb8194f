package kz.esep.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphabetTest {

    /// The 42 letters in their order, by the law's alphabet of Cyrillic letters.
    private static final List<String> KAZAKH =
            Arrays.asList("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя".split(""));

    @Test
    void ordersTheKazakhLetters() {
        assertThat(sorted(Language.KK, KAZAKH)).isEqualTo(KAZAKH);
    }

    @Test
    void isNeededSinceTheJdkDoesNotKnowThem() {
        List<String> letters = new ArrayList<>(KAZAKH);
        letters.sort(Collator.getInstance(Language.KK.locale()));

        assertThat(letters).isNotEqualTo(KAZAKH);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        language | names
        KK       | Абай облысы, Ақмола облысы, Ақтөбе облысы, Алматы облысы, Атырау облысы, Батыс Қазақстан облысы, Жамбыл облысы, Жетісу облысы, Қарағанды облысы, Қостанай облысы, Қызылорда облысы, Маңғыстау облысы, Ұлытау облысы, Шығыс Қазақстан облысы
        KK       | Көлік министрлігі, Қаржы министрлігі, Мәдениет министрлігі, Өнеркәсіп министрлігі, Туризм министрлігі
        KK       | «Қазақстан халқына» қоры, Қамқорлық қоры, «Самұрық-Қазына» АҚ
        RU       | Елисеев, Ёлкин, Емельянов
        RU       | область Абай, область Жетісу, область Ұлытау
        """)
    // spotless:on
    void ordersNamesAsTheirLanguageDoes(Language language, String names) {
        List<String> ordered = List.of(names.split(", "));

        assertThat(sorted(language, ordered)).isEqualTo(ordered);
    }

    private static List<String> sorted(Language language, List<String> names) {
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(Comparator.comparing(Alphabet.of(language)::key));
        return shuffled;
    }
}
