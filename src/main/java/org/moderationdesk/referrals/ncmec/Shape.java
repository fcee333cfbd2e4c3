package org.moderationdesk.referrals.ncmec;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in an element. */
public record Shape(
        Order order,
        List<Particle> elements,
        List<Particle> attributes,
        @Nullable Particle text) {
    public Shape {
        elements = List.copyOf(elements);
        attributes = List.copyOf(attributes);
    }

    /** How its children follow one another. */
    public enum Order {
        SEQUENCE,
        ANY,
        /** Exactly one of them. */
        CHOICE
    }

    public Optional<Particle> element(String name) {
        return elements.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    public Optional<Particle> attribute(String name) {
        return attributes.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
