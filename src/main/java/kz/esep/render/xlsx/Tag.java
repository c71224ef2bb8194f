package kz.esep.render.xlsx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An opened element with its attributes, and where it was written.
///
/// @param place template and line, else the markup's own line
record Tag(String name, Map<String, String> attributes, String place) {

    Tag {
        attributes = Map.copyOf(attributes);
    }

    /// Refuses attributes that the element does not have.
    Tag having(Set<String> known) {
        if (attributes.isEmpty() || known.containsAll(attributes.keySet())) {
            return this;
        }
        TreeSet<String> strange = new TreeSet<>(attributes.keySet());
        strange.removeAll(known);
        throw mistake(
                "has no attribute "
                        + strange.first()
                        + ", only "
                        + String.join(", ", new TreeSet<>(known)));
    }

    String required(String attribute) {
        return optional(attribute)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> mistake("needs the attribute " + attribute));
    }

    Optional<String> optional(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    boolean flag(String attribute) {
        return choice(attribute, List.of("false", "true")).filter("true"::equals).isPresent();
    }

    Optional<String> choice(String attribute, List<String> choices) {
        return optional(attribute)
                .map(value -> {
                    if (!choices.contains(value)) {
                        throw mistake(
                                attribute
                                        + " is one of "
                                        + String.join(", ", choices)
                                        + ", not \""
                                        + value
                                        + "\"");
                    }
                    return value;
                });
    }

    /// A whole number from 1 to 1,000.
    int count(String attribute, int otherwise) {
        return optional(attribute)
                .map(value ->
                        parsed(
                                attribute,
                                "a whole number from 1 to 1000",
                                value,
                                text -> {
                                    int count = Integer.parseInt(text);
                                    return count >= 1 && count <= 1000 ? count : null;
                                }))
                .orElse(otherwise);
    }

    /// A measure in points or characters.
    Optional<Double> measure(String attribute) {
        return optional(attribute)
                .map(value ->
                        parsed(
                                attribute,
                                "a number above 0",
                                value,
                                text -> {
                                    double size = new BigDecimal(text).doubleValue();
                                    return size > 0 && Double.isFinite(size) ? size : null;
                                }));
    }

    /// What `reader` makes of a written value; a mistake naming what was expected where it makes
    /// nothing of it.
    <T> T parsed(String what, String expected, String value, Function<String, @Nullable T> reader) {
        try {
            T parsed = reader.apply(value);
            if (parsed != null) {
                return parsed;
            }
        } catch (NumberFormatException | java.time.DateTimeException e) {
            throw new MarkupException(place, unlike(what, expected, value), e);
        }
        throw new MarkupException(place, unlike(what, expected, value));
    }

    MarkupException mistake(String what) {
        return new MarkupException(place, "<" + name + "> " + what);
    }

    private String unlike(String what, String expected, String value) {
        return "<" + name + "> " + what + " is " + expected + ", not \"" + value + "\"";
    }
}
