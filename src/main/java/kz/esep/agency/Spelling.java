package kz.esep.agency;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// When two spellings of a name are the same, and when they only look the same.
final class Spelling {

    private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();

    /// How a keyboard without Kazakh letters types them.
    private static final Map<Character, Character> TYPED =
            Map.of(
                    'Ә', 'А', 'Ғ', 'Г', 'Қ', 'К', 'Ң', 'Н', 'Ө', 'О', 'Ұ', 'У', 'Ү', 'У', 'Һ', 'Х',
                    'І', 'И');

    private Spelling() {}

    static Stream<String> of(Agency agency) {
        return Stream.concat(
                Stream.of(
                        agency.id(),
                        agency.code().kk(),
                        agency.code().ru(),
                        agency.name().kk(),
                        agency.name().ru(),
                        agency.shortName().kk(),
                        agency.shortName().ru()),
                agency.aliases().stream());
    }

    /// Upper case without blanks, quotation marks and dashes; ё is е.
    static String fold(String text) {
        return Normalizer2.getNFKCInstance()
                .normalize(text)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Pd}\\p{Pi}\\p{Pf}\"'„]", "")
                .replace('Ё', 'Е');
    }

    /// The same for spellings that look alike (Unicode Technical Standard 39): ДСМ with a Latin C
    /// and M.
    static String look(String text) {
        return LOOKS.getSkeleton(fold(text));
    }

    /// The same for spellings that look alike once Kazakh letters are typed as Russian ones:
    /// Улытау.
    static String typed(String text) {
        StringBuilder typed = new StringBuilder();
        for (char letter : fold(text).toCharArray()) {
            typed.append(TYPED.getOrDefault(letter, letter).charValue());
        }
        return LOOKS.getSkeleton(typed);
    }
}
