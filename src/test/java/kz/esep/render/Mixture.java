package kz.esep.render;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import kz.esep.language.Tongue;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Words that stand in a text of the other language. What is quoted may be: in «…», in an element
/// whose `lang` says so, or in one with `translate="no"`.
final class Mixture {

    /// And the letter of an item: `в) …`.
    private static final Pattern QUOTED = Pattern.compile("«[^«»]*»|(?<!\\p{L})\\p{L}\\)");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{IsAlphabetic}-]+");
    private static final Pattern KAZAKH_WORD =
            Pattern.compile("[а-яёәғқңөұүһі-]*[әғқңөұүһі][а-яёәғқңөұүһі-]*");

    /// Russian words that are no Kazakh ones, however typed.
    private static final Set<String> RUSSIAN =
            Set.of(
                    "и",
                    "в",
                    "во",
                    "на",
                    "по",
                    "со",
                    "для",
                    "или",
                    "при",
                    "об",
                    "что",
                    "как",
                    "также",
                    "его",
                    "её",
                    "их",
                    "был",
                    "была",
                    "было",
                    "были",
                    "это",
                    "который",
                    "которые",
                    "без",
                    "под",
                    "над",
                    "между",
                    "после",
                    "нет",
                    "если",
                    "год",
                    "года",
                    "году",
                    "лет",
                    "срок",
                    "срока",
                    "сведения",
                    "сведений",
                    "исполнено",
                    "информация",
                    "мероприятие",
                    "мероприятия",
                    "мероприятий",
                    "обязательство",
                    "обязательств");

    /// Kazakh words without a letter of their own.
    private static final Set<String> KAZAKH =
            Set.of(
                    "бойынша",
                    "туралы",
                    "орындалды",
                    "орындалуда",
                    "орындау",
                    "орындаушы",
                    "жыл",
                    "жылы",
                    "деп",
                    "емес",
                    "осы",
                    "мына",
                    "шара",
                    "жоспар",
                    "расталды",
                    "расталмады");

    private Mixture() {}

    static Element parse(String xhtml) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xhtml)))
                    .getDocumentElement();
        } catch (SAXException e) {
            throw new UncheckedIOException(new IOException(e));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The texts of a page with words of the other language.
    static List<String> in(String xhtml) throws IOException {
        List<String> mixed = new ArrayList<>();
        Element page = parse(xhtml);
        collect((Element) page.getElementsByTagName("body").item(0), language(page, ""), mixed);
        return mixed;
    }

    private static void collect(Element element, String language, List<String> mixed) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text text && isForeign(text.getData(), language)) {
                mixed.add(language + ": " + text.getData().strip());
            } else if (node instanceof Element child && !isVerbatim(child)) {
                collect(child, language(child, language), mixed);
            }
        }
    }

    private static String language(Element element, String outer) {
        return element.hasAttribute("lang") ? element.getAttribute("lang") : outer;
    }

    static boolean isVerbatim(Element element) {
        return element.getAttribute("translate").equals("no");
    }

    static boolean isForeign(String text, String language) {
        String said = QUOTED.matcher(text).replaceAll(" ");
        List<String> words = List.of(NO_LETTERS.split(said));
        return switch (language) {
            case "kk" ->
                    Tongue.of(said) == Tongue.RUSSIAN || words.stream().anyMatch(RUSSIAN::contains);
            case "ru" ->
                    Tongue.of(said) == Tongue.KAZAKH
                            || words.stream()
                                    .anyMatch(word ->
                                            KAZAKH.contains(word)
                                                    || KAZAKH_WORD.matcher(word).matches());
            default -> throw new IllegalArgumentException("a text in no language: " + text);
        };
    }

    /// The words of a text that must be translated: without names and without what is quoted.
    static List<String> translatable(String text) {
        return NO_LETTERS
                .splitAsStream(QUOTED.matcher(text).replaceAll(" "))
                .filter(word -> word.matches("[\\p{Ll}&&\\p{IsCyrillic}-]{4,}"))
                .toList();
    }
}
