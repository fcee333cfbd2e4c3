package org.moderationdesk.referrals.ncmec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.moderationdesk.referrals.ncmec.Shape.Order;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How NCMEC's documents are built: the outline of its schema of November 2025, in a form of our own. */
public final class Outline {
    private static final String PLACE = "/referrals/ncmec.json";

    private final Map<String, Shape> shapes;
    private final Map<String, List<String>> values;

    private Outline(Map<String, Shape> shapes, Map<String, List<String>> values) {
        this.shapes = Map.copyOf(shapes);
        this.values = Map.copyOf(values);
    }

    /** Reads what came with the desk. */
    public static Outline read() {
        try (InputStream in = Objects.requireNonNull(Outline.class.getResourceAsStream(PLACE), PLACE)) {
            JsonNode root = JsonMapper.shared().readTree(in);
            var shapes = new LinkedHashMap<String, Shape>();
            root.get("types").properties().forEach(type -> shapes.put(type.getKey(), shape(type.getValue())));
            var values = new LinkedHashMap<String, List<String>>();
            root.get("values").properties().forEach(list -> values.put(list.getKey(), strings(list.getValue())));
            return new Outline(shapes, values);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The values that a list such as {@code country} has; empty where there is no such list. */
    public List<String> values(String list) {
        return values.getOrDefault(list, List.of());
    }

    /** What an element of this type is made of; empty where it is text alone. */
    public Optional<Shape> shape(String type) {
        return Optional.ofNullable(shapes.get(type));
    }

    Map<String, Shape> shapes() {
        return shapes;
    }

    /** Whether the type is one of a few values. */
    public boolean isList(String type) {
        return values.containsKey(type);
    }

    private static Shape shape(JsonNode type) {
        Order order = type.has("choice") ? Order.CHOICE : type.has("all") ? Order.ANY : Order.SEQUENCE;
        List<Particle> elements =
                switch (order) {
                    case CHOICE -> particles(type.path("choice"));
                    case ANY -> particles(type.path("all"));
                    case SEQUENCE -> particles(type.path("elements"));
                };
        return new Shape(
                order,
                elements,
                particles(type.path("attributes")),
                type.has("text") ? Particle.of("value " + type.get("text").asString()) : null);
    }

    private static List<Particle> particles(JsonNode list) {
        return strings(list).stream().map(Particle::of).toList();
    }

    private static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(one -> strings.add(one.asString()));
        return List.copyOf(strings);
    }
}
