package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kz.esep.language.Language;
import kz.esep.render.tagged.StructureText;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// No character that an agency typed is lost on paper: it is printed, or spelled if no font has it,
/// or has no shape at all.
class CharactersTest {

    private static final Pattern CODE_POINT = Pattern.compile("\\{([0-9A-F]+)}");

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        characters                       | typed                 | printed
        every Kazakh letter              | Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ёё | Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ёё
        only the fallback font has them  | 1500₸ ✓ ⚠             | 1500₸ ✓ ⚠
        a hyphen that does not part      | жол{2011}ақ           | жол{2011}ақ
        look-alikes of a space           | 12{202F}500{2009}м    | 12{202F}500{2009}м
        a letter and its accent, apart   | и{306}е{308}          | йё
        an accent that no letter has     | қ{301}                | қ{301}
        no font has it                   | 漢 {1F977}             | [U+6F22] [U+1F977]
        beyond U+FFFF, in the fallback   | {1F600}               | {1F600}
        a face with a choice of looks    | ❤{FE0F}               | ❤
        a soft hyphen                    | мүге{AD}дек           | мүгедек
        no width                         | бі{200B}р{2060}{FEFF} | бір
        joiners                          | бі{200D}р{200C}       | бір
        a tab                            | бір{9}екі             | бір екі
        a turned line                    | сде{202E}лаем{202C}   | сде[U+202E]лаем[U+202C]
        a mark of direction              | {200F}бір             | [U+200F]бір
        a control character              | бір{7}                | бір[U+0007]
        XML's own                        | <бір> & "екі"         | <бір> & "екі"
        """)
    // spotless:on
    void arePrintedOrSpelled(String characters, String typed, String printed) throws IOException {
        Reports reports =
                Reports.of(
                        Samples.typed(List.of("бас " + text(typed) + " соңы")),
                        Samples.provenance());
        DocumentId document = DocumentId.of(Kind.AGENCY, "mz", Language.KK, Format.PDF);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new Renderer(Path.of("templates")).write(document, reports, pdf);

        List<String> words = StructureText.words(pdf.toByteArray());

        assertThat(between(words)).as(characters).isNotEmpty().containsOnly(text(printed));
    }

    /// Each text between the two words that the agency put around it.
    private static List<String> between(List<String> words) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).endsWith("бас")) {
                int end = i + 1;
                while (!words.get(end).startsWith("соңы")) {
                    end++;
                }
                found.add(String.join(" ", words.subList(i + 1, end)));
            }
        }
        return found;
    }

    private static String text(String written) {
        return CODE_POINT
                .matcher(written)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }
}
