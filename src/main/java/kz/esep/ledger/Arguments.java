package kz.esep.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.language.Bilingual;
import kz.esep.language.Percent;
import kz.esep.language.Sentence;
import kz.esep.plan.Period;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A finding's arguments as JSON, each with its type, so that they come back as what they were: a
/// day that came back as text would not be said in words.
final class Arguments {

    private static final JsonMapper JSON = new JsonMapper();

    private Arguments() {}

    static String write(SortedMap<String, Object> arguments) {
        return object(arguments).toString();
    }

    static SortedMap<String, Object> read(String json) {
        return values(JSON.readTree(json));
    }

    private static ObjectNode object(SortedMap<String, Object> arguments) {
        ObjectNode object = JSON.createObjectNode();
        arguments.forEach((name, value) -> object.set(name, typed(name, value)));
        return object;
    }

    private static ObjectNode typed(String name, Object value) {
        ObjectNode json = JSON.createObjectNode();
        return switch (value) {
            case String text -> json.put("text", text);
            case Integer number -> json.put("int", number);
            case Long number -> json.put("long", number);
            case BigDecimal number -> json.put("decimal", number.toString());
            case Percent percent -> json.put("percent", percent.value().toString());
            case LocalDate day -> json.put("day", day.toString());
            case Period period -> json.put("period", period.toString());
            case Bilingual text -> json.put("kk", text.kk()).put("ru", text.ru());
            case Sentence sentence ->
                    json.put("key", sentence.key()).set("with", object(sentence.arguments()));
            default ->
                    throw new IllegalArgumentException(
                            "The argument "
                                    + name
                                    + " is a "
                                    + value.getClass().getName()
                                    + ", which no table keeps");
        };
    }

    private static SortedMap<String, Object> values(JsonNode object) {
        SortedMap<String, Object> values = new TreeMap<>();
        object.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        return values;
    }

    private static Object value(JsonNode json) {
        String type = json.propertyNames().iterator().next();
        JsonNode value = json.get(type);
        return switch (type) {
            case "text" -> value.asString();
            case "int" -> value.asInt();
            case "long" -> value.asLong();
            case "decimal" -> new BigDecimal(value.asString());
            case "percent" -> new Percent(new BigDecimal(value.asString()));
            case "day" -> LocalDate.parse(value.asString());
            case "period" -> Period.parse(value.asString()).orElseThrow();
            case "kk" -> new Bilingual(value.asString(), json.get("ru").asString());
            case "key" -> new Sentence(value.asString(), values(json.get("with")));
            default -> throw new IllegalArgumentException("No argument is a " + type);
        };
    }
}
