package kz.esep.render;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import kz.esep.ledger.Sha256;
import kz.esep.plan.Measure;
import kz.esep.plan.Redaction;
import kz.esep.report.Provenance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Names a model by all that it holds: in every process the same model has the same name, and
/// another model has another.
///
/// Each value goes into a SHA-256 with a mark of its kind, and what can be of any length with its
/// length, so that no two models go in alike. Of a record go its fields, whatever its accessors
/// make of them. What has an order goes in by it; what `Set.of` and `Map.of` hold comes out in
/// another order in each process, so that no text that is the same twice can follow from it, and
/// goes in by the names of its elements.
///
/// What is long and stands in row after row, a measure with all its texts, goes in by a name of its
/// own, which the instance is given once.
///
/// A value of a kind that is not known here leaves the whole model without a name: nobody can say
/// that it is the same.
final class ModelName {

    private static final Logger LOG = LoggerFactory.getLogger(ModelName.class);

    private static final int BUFFER = 8192;

    /// Of what `Set.of` and `Map.of` make.
    private static final Class<?> SHUFFLED = Map.of().getClass().getEnclosingClass();

    /// Of which the same instances are come by again and again.
    private static final Set<Class<?>> SHARED =
            Set.of(Measure.class, Redaction.class, Provenance.class);

    private static final ClassValue<Shape> SHAPES =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return Shape.of(type);
                }
            };

    private final MessageDigest digest = Sha256.digest();
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private final Shared shared;
    private @Nullable Class<?> unknown;

    private ModelName(Shared shared) {
        this.shared = shared;
    }

    /// The names that instances were given on the way, for the next models in which they are. Safe
    /// for several threads.
    static final class Shared {
        private final Map<Object, Optional<String>> names =
                Collections.synchronizedMap(new IdentityHashMap<>());
    }

    /// @return SHA-256 in lower-case hex; empty if there is something in the model whose kind is
    ///   not known
    static Optional<String> of(Object model) {
        return of(model, new Shared());
    }

    /// The same name, sooner.
    static Optional<String> of(Object model, Shared shared) {
        ModelName name = new ModelName(shared);
        if (model instanceof Record parts) {
            name.parts(parts);
        } else {
            name.add(model);
        }
        if (name.unknown != null) {
            LOG.debug("Without a name, for it holds a {}", name.unknown);
            return Optional.empty();
        }
        return Optional.of(name.end());
    }

    private String end() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(@Nullable Object value) {
        switch (value) {
            case null -> mark('0');
            case String text -> text('S', text);
            case Record parts when SHARED.contains(parts.getClass()) -> {
                mark('G');
                named(parts);
            }
            case Record parts -> parts(parts);
            case Enum<?> constant -> {
                shape('E', constant.getDeclaringClass());
                text('S', constant.name());
            }
            case Optional<?> maybe -> {
                mark('?');
                add(maybe.orElse(null));
            }
            case Integer number -> number('I', number);
            case Long number -> number('J', number);
            case Boolean yes -> mark(yes ? 'T' : 'F');
            case BigDecimal number -> text('N', number.toString());
            case LocalDate day -> number('D', day.toEpochDay());
            case MonthDay day -> text('Y', day.toString());
            case LocalDateTime time -> {
                number('L', time.toLocalTime().toNanoOfDay());
                add(time.toLocalDate());
            }
            case Instant time -> {
                number('M', time.getEpochSecond());
                add(time.getNano());
            }
            case ZoneId zone -> text('Z', zone.getId());
            case Map<?, ?> map -> map(map);
            case Collection<?> many -> collection(many);
            default -> unknown = value.getClass();
        }
    }

    private void named(Object value) {
        Optional<String> name = shared.names.get(value);
        if (name == null) {
            name = of(value, shared);
            shared.names.put(value, name);
        }
        name.ifPresentOrElse(known -> text('S', known), () -> unknown = value.getClass());
    }

    private void parts(Record parts) {
        Shape shape = shape('R', parts.getClass());
        if (shape.fields().isEmpty()) {
            unknown = parts.getClass();
            return;
        }
        for (MethodHandle field : shape.fields().get()) {
            add(held(field, parts));
        }
    }

    private Shape shape(char mark, Class<?> type) {
        Shape shape = SHAPES.get(type);
        number(mark, shape.first());
        number(shape.second());
        return shape;
    }

    private static @Nullable Object held(MethodHandle field, Record parts) {
        try {
            return (Object) field.invokeExact((Object) parts);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a field of " + parts.getClass() + " is not read", e);
        }
    }

    private void map(Map<?, ?> map) {
        if (map instanceof SequencedMap || map instanceof EnumMap) {
            number('P', map.size());
            map.forEach((key, value) -> {
                add(key);
                add(value);
            });
        } else {
            shuffled(
                    'p',
                    map,
                    map.entrySet().stream()
                            .map(entry -> List.of(entry.getKey(), entry.getValue())));
        }
    }

    private void collection(Collection<?> many) {
        if (many instanceof List) {
            number('C', many.size());
            many.forEach(this::add);
        } else if (many instanceof SequencedSet || many instanceof EnumSet) {
            number('Q', many.size());
            many.forEach(this::add);
        } else {
            shuffled('q', many, many.stream());
        }
    }

    /// @param many whose class says whether its order is the machine's lot; any other order that is
    ///   no order by its class may show in a text
    private void shuffled(char mark, Object many, Stream<?> elements) {
        if (many.getClass().getEnclosingClass() != SHUFFLED) {
            unknown = many.getClass();
            return;
        }
        List<String> names = new ArrayList<>();
        elements.forEach(element ->
                of(element, shared).ifPresentOrElse(names::add, () -> unknown = many.getClass()));
        names.sort(null);
        number(mark, names.size());
        names.forEach(name -> text('S', name));
    }

    /// As Java has it, for UTF-8 has no bytes for half a pair of surrogates.
    private void text(char mark, String text) {
        number(mark, text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            room(Character.BYTES);
            buffer[filled++] = (byte) (letter >> Byte.SIZE);
            buffer[filled++] = (byte) letter;
        }
    }

    private void number(char mark, long number) {
        mark(mark);
        number(number);
    }

    private void number(long number) {
        room(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[filled++] = (byte) (number >> shift);
        }
    }

    private void mark(char mark) {
        room(1);
        buffer[filled++] = (byte) mark;
    }

    private void room(int bytes) {
        if (buffer.length - filled < bytes) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer, 0, filled);
        filled = 0;
    }

    /// How an instance of a class goes in.
    ///
    /// @param first eight bytes of the SHA-256 of the class's name, which go in for it
    /// @param second eight bytes of it: with the first enough to tell classes apart
    /// @param fields of a record; empty where they cannot be read
    private record Shape(long first, long second, Optional<List<MethodHandle>> fields) {

        static Shape of(Class<?> type) {
            ByteBuffer name =
                    ByteBuffer.wrap(
                            Sha256.digest()
                                    .digest(type.getName().getBytes(StandardCharsets.UTF_8)));
            return new Shape(name.getLong(), name.getLong(), ModelName.fields(type));
        }
    }

    private static Optional<List<MethodHandle>> fields(Class<?> type) {
        if (!type.isRecord()) {
            return Optional.empty();
        }
        List<MethodHandle> fields = new ArrayList<>();
        try {
            MethodHandles.Lookup within =
                    MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            for (RecordComponent component : type.getRecordComponents()) {
                fields.add(
                        within.findGetter(type, component.getName(), component.getType())
                                .asType(MethodType.methodType(Object.class, Object.class)));
            }
            return Optional.of(List.copyOf(fields));
        } catch (IllegalAccessException | NoSuchFieldException e) {
            LOG.debug("The fields of {} are not to be read: {}", type, e.toString());
            return Optional.empty();
        }
    }
}
