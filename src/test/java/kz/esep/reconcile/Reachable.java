package kz.esep.reconcile;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an object holds in the memory, found by going from field to field.
public final class Reachable {

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> waiting = new ArrayDeque<>();

    private Reachable() {}

    /// How many objects of a type are held.
    public static long count(Class<?> type, Object... from) {
        Reachable all = new Reachable();
        for (Object root : from) {
            all.found(root);
        }
        while (!all.waiting.isEmpty()) {
            all.look(all.waiting.pop());
        }
        return all.seen.stream().filter(type::isInstance).count();
    }

    private void found(@Nullable Object object) {
        if (object != null && !(object instanceof Class) && seen.add(object)) {
            waiting.push(object);
        }
    }

    /// Java's own collections are asked for their elements: their fields are closed.
    private void look(Object object) {
        switch (object) {
            case Map<?, ?> map ->
                    map.forEach((key, value) -> {
                        found(key);
                        found(value);
                    });
            case Optional<?> optional -> optional.ifPresent(this::found);
            case Iterable<?> elements -> elements.forEach(this::found);
            case Object array when array.getClass().isArray() -> {
                if (!array.getClass().componentType().isPrimitive()) {
                    for (int i = 0; i < Array.getLength(array); i++) {
                        found(Array.get(array, i));
                    }
                }
            }
            default -> fields(object);
        }
    }

    private void fields(Object object) {
        for (Class<?> type = object.getClass();
                type != null && type.getName().startsWith("kz.esep.");
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    found(value(field, object));
                }
            }
        }
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
