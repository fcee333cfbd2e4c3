package org.moderationdesk.items;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.LineRefused.Reason;

/**
 * The fields of one JSON object, taken out one by one. What is not asked for, or is not of the type asked for, stays
 * and ends under {@code extra}: nothing is dropped.
 */
final class Fields {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NEVER)
            .appendPattern("-MM-dd'T'HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final Map<String, Object> left;
    private final Instant latest;

    /** @param latest a time after this is refused */
    Fields(Map<String, Object> fields, Instant latest) {
        this.left = new LinkedHashMap<>(fields);
        this.latest = latest;
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    @Nullable
    String text(String name) {
        return take(name, String.class);
    }

    /** An id, checked. */
    @Nullable
    String id(String name) {
        String id = text(name);
        if (id != null && (id.length() > 200 || id.chars().anyMatch(Fields::isNoPartOfAnId))) {
            throw new LineRefused(Reason.BAD_ID);
        }
        return id == null || id.isEmpty() ? null : id;
    }

    @Nullable
    Long whole(String name) {
        return take(name, Long.class);
    }

    @Nullable
    Integer integer(String name) {
        if (left.get(name) instanceof Long number && number == number.intValue()) {
            left.remove(name);
            return number.intValue();
        }
        return null;
    }

    @Nullable
    Double number(String name) {
        if (left.get(name) instanceof Number number) {
            left.remove(name);
            return number.doubleValue();
        }
        return null;
    }

    /** One of an enum's names; any other value stays. */
    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(left.get(name))) {
                left.remove(name);
                return constant;
            }
        }
        return null;
    }

    /** A time that lies in the past, give or take a day. */
    @Nullable
    Instant time(String name) {
        Instant time = anyTime(name);
        if (time != null && time.isAfter(latest)) {
            throw new LineRefused(Reason.TIME_IN_FUTURE);
        }
        return time;
    }

    /** A time that may well lie in the future. */
    @Nullable
    Instant anyTime(String name) {
        Object given = left.remove(name);
        if (given == null) {
            return null;
        }
        if (!(given instanceof String text)) {
            throw new LineRefused(Reason.BAD_TIME);
        }
        try {
            Instant time = OffsetDateTime.parse(text, TIME).toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LAST)) {
                throw new LineRefused(Reason.BAD_TIME);
            }
            return time;
        } catch (DateTimeException notATime) {
            throw new LineRefused(Reason.BAD_TIME);
        }
    }

    /** The texts in a list; the whole list stays as well when it holds anything else. */
    List<String> texts(String name) {
        if (!(left.get(name) instanceof List<?> given)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(given.size());
        for (Object value : given) {
            if (value instanceof String text) {
                texts.add(text);
            }
        }
        if (texts.size() == given.size()) {
            left.remove(name);
        }
        return texts;
    }

    /** Texts by name; those that are not texts stay. */
    Map<String, String> textsByName(String name) {
        if (!(left.get(name) instanceof Map<?, ?> given)) {
            return Map.of();
        }
        Map<String, String> texts = new HashMap<>();
        Map<String, Object> others = new LinkedHashMap<>();
        given.forEach((key, value) -> {
            if (value instanceof String text) {
                texts.put((String) key, text);
            } else {
                others.put((String) key, value);
            }
        });
        keep(name, others.isEmpty() ? null : others);
        return texts;
    }

    /** The object under this name, if the reading makes something of it; otherwise it stays. */
    <T> @Nullable T object(String name, Function<Fields, Optional<T>> reading) {
        if (!(left.get(name) instanceof Map<?, ?> given)) {
            return null;
        }
        Optional<T> read = reading.apply(new Fields(named(given), latest));
        if (read.isPresent()) {
            left.remove(name);
        }
        return read.orElse(null);
    }

    /** The objects in a list, each as the reading makes it; elements that it makes nothing of stay. */
    <T> List<T> objects(String name, Function<Fields, Optional<T>> reading) {
        if (!(left.get(name) instanceof List<?> given)) {
            return List.of();
        }
        List<T> objects = new ArrayList<>(given.size());
        List<Object> others = new ArrayList<>();
        for (Object element : given) {
            Optional<T> read = element instanceof Map<?, ?> object
                    ? reading.apply(new Fields(named(object), latest))
                    : Optional.empty();
            read.ifPresentOrElse(objects::add, () -> others.add(element));
        }
        keep(name, others.isEmpty() ? null : others);
        return objects;
    }

    /** What is left. A field that is itself called extra gives its own fields, where none is named twice by that. */
    Map<String, Object> extra() {
        if (left.get("extra") instanceof Map<?, ?> given
                && given.keySet().stream().noneMatch(name -> !name.equals("extra") && left.containsKey(name))) {
            left.remove("extra");
            left.putAll(named(given));
        }
        return left;
    }

    private <T> @Nullable T take(String name, Class<T> type) {
        Object given = left.get(name);
        if (!type.isInstance(given)) {
            return null;
        }
        left.remove(name);
        return type.cast(given);
    }

    private void keep(String name, @Nullable Object value) {
        if (value == null) {
            left.remove(name);
        } else {
            left.put(name, value);
        }
    }

    @SuppressWarnings("unchecked") // JsonLine makes no other maps
    private static Map<String, Object> named(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }

    /** Control characters, and what stands for half a character that could not be read. */
    private static boolean isNoPartOfAnId(int c) {
        return Character.isISOControl(c) || c == 0xFFFD;
    }
}
