package kz.esep.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// In which of the two languages a text is written, as far as its letters and little words show.
///
/// Quotations, abbreviations and words with a capital letter tell nothing: a Russian text names
/// «Қамқорлық», a Kazakh one quotes a Russian title. Of the words that are left, Kazakh has letters
/// that Russian lacks in every third one at least; Russian has them in none, and its little words
/// (и, в, на, по …) and endings in every fourth at least. A Kazakh text typed without Kazakh
/// letters has neither and stays unknown, as does a text of fewer than four such words: nobody is
/// blamed on a guess.
public enum Tongue {
    KAZAKH,
    RUSSIAN,
    UNKNOWN;

    private static final int FEWEST_WORDS = 4;
    private static final Pattern QUOTED = Pattern.compile("«[^»]*»|“[^”]*”|\"[^\"]*\"");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{IsAlphabetic}]+");
    private static final Pattern CYRILLIC = Pattern.compile("[а-яёәғқңөұүһі]+");
    private static final Pattern KAZAKH_LETTER = Pattern.compile("[әғқңөұүһі]");

    /// Left out are those that are Kazakh words too, typed with or without Kazakh letters: не, от,
    /// из, он, да, о, а.
    private static final Set<String> RUSSIAN_WORDS =
            Set.of(
                    "и", "в", "во", "на", "по", "с", "со", "для", "к", "при", "об", "за", "до",
                    "что", "как", "или", "также", "том", "числе", "был", "была", "было", "были",
                    "их", "года", "году", "лет", "работа", "работы", "ведётся", "ведется");

    private static final Pattern RUSSIAN_ENDING =
            Pattern.compile(
                    ".+(ого|его|ому|ему|ыми|ими|ния|ние|нию|нии|ний|ость|ости|ться|тся|лись|лось"
                            + "|ная|ное|ные|ных|ным|ской|ский|ские|ских|ован|ована|овано|ованы"
                            + "|ены|ано|аны|ции|цию)");

    public static Tongue of(String text) {
        List<String> words =
                NO_LETTERS
                        .splitAsStream(QUOTED.matcher(text).replaceAll(" "))
                        .filter(word -> CYRILLIC.matcher(word).matches())
                        .toList();
        if (words.size() < FEWEST_WORDS) {
            return UNKNOWN;
        }
        long kazakh = words.stream().filter(word -> KAZAKH_LETTER.matcher(word).find()).count();
        long russian = words.stream().filter(Tongue::looksRussian).count();
        if (3 * kazakh >= words.size()) {
            return KAZAKH;
        }
        return kazakh == 0 && 4 * russian >= words.size() ? RUSSIAN : UNKNOWN;
    }

    /// The language to hear a text in, also a short one: somebody must read it aloud.
    ///
    /// @param written the language that it should be in, where nothing else tells
    public static Language heard(String text, Language written) {
        return switch (of(text)) {
            case KAZAKH -> Language.KK;
            case RUSSIAN -> Language.RU;
            case UNKNOWN ->
                    KAZAKH_LETTER.matcher(text.toLowerCase(Locale.ROOT)).find()
                            ? Language.KK
                            : written;
        };
    }

    private static boolean looksRussian(String word) {
        return RUSSIAN_WORDS.contains(word) || RUSSIAN_ENDING.matcher(word).matches();
    }
}
