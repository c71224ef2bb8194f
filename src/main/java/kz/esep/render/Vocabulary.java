package kz.esep.render;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import kz.esep.findings.Finding;
import kz.esep.language.Alphabet;
import kz.esep.language.Bilingual;
import kz.esep.language.Language;
import kz.esep.language.Sentence;
import kz.esep.language.Speech;
import kz.esep.language.Spoken;
import kz.esep.language.Tongue;

/// The functions that templates may call, for one language:
///
/// - `say(key)`, `say(key, {"days": 3})`: words of the bundles; `say(sentence)`
/// - `label("status", status)`: the words of an enum's constant, `status.done-late`
/// - `text(bilingual)`: the plan's or the register's own text
/// - `day(date)` in words, `date(date)` in figures, with the time if there is one
/// - `number(n)`, `number(n, decimals)`, `percent(n)`, `percent(n, decimals)`, `period(p)`
/// - `what(finding)`, `expected(finding)`
/// - `order(name)`: a key to sort names by, as the language's alphabet does
/// - `tongue(text, "ru")`: the tag of the language in which somebody else's text is to be heard; if
///   nothing tells, the given one, and for a text without Cyrillic letters the document's own
final class Vocabulary {

    private final Speech speech;
    private final UnaryOperator<String> legible;

    private Vocabulary(Speech speech, UnaryOperator<String> legible) {
        this.speech = speech;
        this.legible = legible;
    }

    /// @param legible how the document writes text that is not the bundles' own
    static Map<String, Object> of(Speech speech, UnaryOperator<String> legible) {
        Vocabulary words = new Vocabulary(speech, legible);
        Map<String, Object> functions = new HashMap<>();
        functions.put("lang", speech.language().tag());
        functions.put("say", words.function(words::say));
        functions.put("label", words.function(words::label));
        functions.put("text", words.function(given -> words.text(one(given, Bilingual.class))));
        functions.put(
                "day", words.function(given -> speech.formats().date(one(given, LocalDate.class))));
        functions.put("date", words.function(words::date));
        functions.put("number", words.function(given -> speech.formats().number(rounded(given))));
        functions.put(
                "percent",
                words.function(given ->
                        given.size() == 1
                                ? speech.formats().percent(decimal(given.getFirst()))
                                : speech.formats().exactPercent(rounded(given))));
        functions.put("period", words.function(given -> one(given, Spoken.class).in(speech)));
        functions.put("what", words.function(given -> words.finding(given, "what")));
        functions.put("expected", words.function(given -> words.finding(given, "expected")));
        functions.put("tongue", words.function(words::tongue));
        Alphabet alphabet = Alphabet.of(speech.language());
        functions.put("order", words.function(given -> alphabet.key(one(given, String.class))));
        return functions;
    }

    private String say(List<Object> given) {
        return switch (given.getFirst()) {
            case Sentence sentence -> speech.say(legible(sentence));
            case String key when given.size() == 1 -> speech.say(key);
            case String key -> speech.say(key, arguments((Map<?, ?>) given.get(1)));
            default -> throw unfit(given);
        };
    }

    /// Templates compute with decimals; a plural needs whole numbers.
    private Map<String, Object> arguments(Map<?, ?> given) {
        Map<String, Object> arguments = new HashMap<>();
        given.forEach((name, value) ->
                arguments.put(
                        name.toString(),
                        switch (value) {
                            case BigDecimal number when number.stripTrailingZeros().scale() <= 0 ->
                                    number.longValueExact();
                            // the template's own, or made legible on its way into the template
                            case String text -> text;
                            default -> legible(value);
                        }));
        return arguments;
    }

    private Sentence legible(Sentence sentence) {
        return Sentence.of(sentence.key(), legible(sentence.arguments()));
    }

    private Map<String, Object> legible(Map<String, ?> arguments) {
        Map<String, Object> shown = new HashMap<>();
        arguments.forEach((name, value) -> shown.put(name, legible(value)));
        return shown;
    }

    private Object legible(Object value) {
        return switch (value) {
            case String text -> legible.apply(text);
            case Bilingual text -> legible.apply(text.in(speech.language()));
            case Sentence sentence -> legible(sentence);
            default -> value;
        };
    }

    private String label(List<Object> given) {
        Enum<?> constant = (Enum<?>) given.get(1);
        return speech.say(
                given.getFirst()
                        + "."
                        + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String text(Bilingual text) {
        return legible.apply(text.in(speech.language()));
    }

    private String date(List<Object> given) {
        return switch (given.getFirst()) {
            case LocalDate day -> speech.formats().numeric(day);
            case LocalDateTime time -> speech.formats().numeric(time);
            default -> throw unfit(given);
        };
    }

    private String finding(List<Object> given, String part) {
        Finding finding = one(given, Finding.class);
        return speech.say(
                "finding." + finding.code().key() + "." + part, legible(finding.arguments()));
    }

    private String tongue(List<Object> given) {
        String text = (String) given.getFirst();
        Language written = Language.of((String) given.get(1)).orElse(speech.language());
        boolean cyrillic =
                text.codePoints()
                        .anyMatch(letter ->
                                Character.UnicodeScript.of(letter)
                                        == Character.UnicodeScript.CYRILLIC);
        return (cyrillic ? Tongue.heard(text, written) : speech.language()).tag();
    }

    private static BigDecimal rounded(List<Object> given) {
        BigDecimal number = decimal(given.getFirst());
        return given.size() == 1
                ? number
                : number.setScale(decimal(given.get(1)).intValueExact(), RoundingMode.HALF_UP);
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }

    private static <T> T one(List<Object> given, Class<T> type) {
        if (given.size() == 1 && type.isInstance(given.getFirst())) {
            return type.cast(given.getFirst());
        }
        throw unfit(given);
    }

    private static IllegalArgumentException unfit(List<Object> given) {
        return new IllegalArgumentException("A template function cannot take " + given);
    }

    @FunctionalInterface
    private interface Words {
        String say(List<Object> given);
    }

    private TemplateMethodModelEx function(Words words) {
        return given -> {
            List<Object> values = new ArrayList<>();
            for (Object value : given) {
                values.add(DeepUnwrap.unwrap((TemplateModel) value));
            }
            try {
                // wrapped here, for the configuration's wrapper would take it for the model's
                return new SimpleScalar(words.say(values));
            } catch (IllegalArgumentException e) {
                throw new TemplateModelException(e.getMessage(), e);
            }
        };
    }
}
