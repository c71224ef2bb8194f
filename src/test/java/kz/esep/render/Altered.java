package kz.esep.render;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A model over and over again, with one thing in it changed each time, however deep it lies: each
/// component of each record class at least once.
final class Altered {

    private final BiConsumer<String, Object> models;

    /// Components that were changed: `Measure.title`.
    private final Set<String> changed = new LinkedHashSet<>();

    private Altered(BiConsumer<String, Object> models) {
        this.models = models;
    }

    /// @param models takes each model, and by the component what was changed in it: `Measure.title`
    static void each(Record model, BiConsumer<String, Object> models) {
        new Altered(models).walk(model, other -> other);
    }

    /// @param around puts something else into the place of the value
    private void walk(@Nullable Object value, Function<Object, Object> around) {
        switch (value) {
            case Record parts -> parts(parts, around);
            case Optional<?> maybe ->
                    maybe.ifPresent(
                            inner -> walk(inner, other -> around.apply(Optional.of(other))));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    int place = i;
                    walk(list.get(i), other -> around.apply(with(list, place, other)));
                }
            }
            case SortedMap<?, ?> map ->
                    map.forEach((key, inner) ->
                            walk(inner, other -> around.apply(with(map, key, other))));
            case null, default -> {}
        }
    }

    private void parts(Record parts, Function<Object, Object> around) {
        RecordComponent[] components = parts.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i], parts);
        }
        for (int i = 0; i < components.length; i++) {
            int place = i;
            String name =
                    parts.getClass().getSimpleName()
                            + "."
                            + components[i].getName()
                            + (values[i] instanceof Optional<?> maybe && maybe.isEmpty()
                                    ? "?"
                                    : "");
            if (changed.contains(name)) {
                continue;
            }
            Function<Object, Object> there =
                    other -> around.apply(made(parts.getClass(), values, place, other));
            for (Object other : others(values[i])) {
                try {
                    models.accept(name, there.apply(other));
                    changed.add(name);
                } catch (Refused _) {
                    // no such thing can be
                }
            }
            walk(values[i], there);
        }
    }

    /// A record takes no such component.
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static Object value(RecordComponent component, Record parts) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object made(Class<?> type, Object[] values, int place, Object other) {
        Object[] parts = values.clone();
        parts[place] = other;
        Class<?>[] types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (InvocationTargetException _) {
            throw new Refused();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Object> with(List<?> list, int place, Object other) {
        List<Object> copy = new ArrayList<>(list);
        copy.set(place, other);
        return copy;
    }

    private static NavigableMap<Object, Object> with(
            SortedMap<?, ?> map, Object key, Object other) {
        NavigableMap<Object, Object> copy = copy(map);
        copy.put(key, other);
        return copy;
    }

    private static NavigableMap<Object, Object> copy(SortedMap<?, ?> map) {
        NavigableMap<Object, Object> copy = new TreeMap<>();
        map.forEach(copy::put);
        return copy;
    }

    /// What else could stand there.
    private static List<Object> others(@Nullable Object value) {
        return switch (value) {
            case String text -> List.of(text + "\uD83D", "." + text);
            case Integer number -> List.of(number + 1, -1 - number);
            case Long number -> List.of(number + 1);
            case Boolean yes -> List.of(!yes);
            case BigDecimal number -> List.of(number.add(BigDecimal.ONE), number.setScale(11));
            case Enum<?> constant -> {
                List<?> all = Arrays.asList(constant.getDeclaringClass().getEnumConstants());
                yield List.of(all.get((all.indexOf(constant) + 1) % all.size()));
            }
            case LocalDate day -> List.of(day.plusDays(1));
            case LocalDateTime time -> List.of(time.plusNanos(1), time.plusSeconds(1));
            case Instant time -> List.of(time.plusNanos(1), time.plusSeconds(1));
            case Optional<?> maybe ->
                    List.of(maybe.isPresent() ? Optional.empty() : Optional.of("something"));
            case List<?> list when list.isEmpty() -> List.of();
            case List<?> list -> {
                List<Object> turned = new ArrayList<>(list.reversed());
                List<Object> longer = new ArrayList<>(list);
                longer.add(list.getLast());
                yield turned.equals(list)
                        ? List.of(longer, List.copyOf(list.subList(1, list.size())))
                        : List.of(longer, List.copyOf(list.subList(1, list.size())), turned);
            }
            case SortedMap<?, ?> map when map.isEmpty() -> List.of();
            case SortedMap<?, ?> map -> {
                NavigableMap<Object, Object> shorter = copy(map);
                shorter.pollLastEntry();
                yield List.of(shorter);
            }
            case SortedSet<?> set when set.isEmpty() -> List.of();
            case SortedSet<?> _ -> List.of(new TreeSet<>());
            case Set<?> set when set.isEmpty() -> List.of();
            case Set<?> _ -> List.of(Set.of());
            case null, default -> List.of();
        };
    }
}
