package org.moderationdesk.referrals.ncmec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into elements and back. A component bears the name of its element or attribute, {@code value} is the text
 * itself, and the outline says which is which and in which order they stand.
 */
public final class Binding {
    private final Outline outline;

    public Binding(Outline outline) {
        this.outline = outline;
    }

    public Element write(Report report) {
        return element("report", "report", report);
    }

    public Element write(FileDetails details) {
        return element("fileDetails", "fileDetails", details);
    }

    /** @throws IllegalArgumentException unless the element is a valid report */
    public Report report(Element element) {
        return read(element, "report", Report.class);
    }

    /** @throws IllegalArgumentException unless the element is valid, with the numbers of report and file */
    public FileDetails fileDetails(Element element) {
        return read(element, "fileDetails", FileDetails.class);
    }

    private Element element(String name, String type, Object value) {
        Shape shape = outline.shape(type).orElse(null);
        if (shape == null) {
            return Element.text(name, written(value));
        }
        Map<String, Object> parts = parts((Record) value);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Particle attribute : shape.attributes()) {
            Object part = parts.get(attribute.name());
            if (part != null) {
                attributes.put(attribute.name(), written(part));
            }
        }
        List<Element> children = new ArrayList<>();
        for (Particle particle : shape.elements()) {
            for (Object part : several(parts.get(particle.name()))) {
                children.add(element(particle.name(), particle.type(), part));
            }
        }
        Object text = shape.text() == null ? null : parts.get("value");
        return new Element(name, attributes, children, text == null ? "" : written(text));
    }

    /** Its components by the names of their elements; what is not there is left out. */
    private static Map<String, Object> parts(Record value) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = component(value, component);
            if (part instanceof Incident incident) {
                parts.put(elementOf(incident.getClass()), incident);
            } else if (part != null && !(isFlag(component) && part.equals(false))) {
                parts.put(component.getName(), isFlag(component) ? "" : part);
            }
        }
        return parts;
    }

    /** A presence flag is written as an empty element; other yes-or-no components of that form carry text. */
    private static boolean isFlag(RecordComponent component) {
        return component.getType() == boolean.class && !component.getName().equals("value");
    }

    private static List<?> several(@Nullable Object part) {
        return part == null ? List.of() : part instanceof List<?> list ? list : List.of(part);
    }

    private static String written(Object value) {
        return switch (value) {
            case Coded coded -> coded.code();
            case OffsetDateTime time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
            default -> value.toString();
        };
    }

    private <T extends Record> T read(Element element, String type, Class<T> as) {
        Shape shape = outline.shape(type).orElseThrow();
        RecordComponent[] components = as.getRecordComponents();
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(element, shape, components[i]);
        }
        try {
            var types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
            }
            return as.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalArgumentException("not a valid " + type, refused);
        }
    }

    private @Nullable Object component(Element element, Shape shape, RecordComponent component) {
        String name = component.getName();
        Class<?> as = component.getType();
        if (as == Incident.class) {
            Element only = element.children().getFirst();
            return incident(only);
        }
        Particle particle = shape.element(name).orElse(null);
        if (particle == null) {
            boolean isText = shape.attribute(name).isEmpty();
            String text = isText ? element.text() : element.attributes().get(name);
            return text == null ? null : value(text, as);
        }
        List<Element> there = element.children().stream()
                .filter(one -> one.name().equals(name))
                .toList();
        if (as == List.class) {
            Class<?> of = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return there.stream().map(one -> bound(one, particle.type(), of)).toList();
        }
        if (isFlag(component)) {
            return !there.isEmpty();
        }
        return there.isEmpty() ? null : bound(there.getFirst(), particle.type(), as);
    }

    private Object incident(Element element) {
        for (Class<?> one : Incident.class.getPermittedSubclasses()) {
            if (elementOf(one).equals(element.name())) {
                return bound(element, element.name(), one);
            }
        }
        throw new IllegalArgumentException("not an incident");
    }

    private Object bound(Element element, String type, Class<?> as) {
        return as.isRecord() ? read(element, type, as.asSubclass(Record.class)) : value(element.text(), as);
    }

    private static Object value(String text, Class<?> as) {
        if (as.isEnum()) {
            for (Object constant : as.getEnumConstants()) {
                if (((Coded) constant).code().equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("not one of the values");
        }
        return switch (as.getSimpleName()) {
            case "String" -> text;
            case "boolean", "Boolean" -> Boolean.valueOf(text);
            case "Integer" -> Integer.valueOf(text);
            case "long", "Long" -> Long.valueOf(text);
            case "Double" -> Double.valueOf(text);
            case "LocalDate" -> LocalDate.parse(text);
            case "OffsetDateTime" -> OffsetDateTime.parse(text);
            default -> throw new IllegalStateException("a component of type " + as);
        };
    }

    private static String elementOf(Class<?> incident) {
        String name = incident.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static @Nullable Object component(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record that does not show its components", impossible);
        }
    }
}
