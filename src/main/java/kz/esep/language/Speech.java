package kz.esep.language;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// A language's words and formats together: says messages whose arguments are typed values.
public record Speech(Words words, Formats formats) {

    /// @param messages the bundles' folder, `templates/messages`
    public static Speech of(Path messages, Language language) {
        return new Speech(Words.of(messages, language), Formats.of(language));
    }

    public Language language() {
        return words.language();
    }

    public String say(String key) {
        return words.say(key);
    }

    /// Days are said in words, decimals with the language's comma, [Spoken] and [Bilingual] in the
    /// language; whole numbers stay numbers, for plurals need them.
    public String say(String key, Map<String, ?> arguments) {
        Map<String, Object> said = new LinkedHashMap<>();
        arguments.forEach((name, value) -> said.put(name, value(value)));
        return words.say(key, said);
    }

    public String say(Sentence sentence) {
        return say(sentence.key(), sentence.arguments());
    }

    private Object value(Object value) {
        return switch (value) {
            case LocalDate day -> formats.date(day);
            case BigDecimal number -> formats.number(number);
            case Bilingual text -> text.in(language());
            case Spoken spoken -> spoken.in(this);
            default -> value;
        };
    }
}
