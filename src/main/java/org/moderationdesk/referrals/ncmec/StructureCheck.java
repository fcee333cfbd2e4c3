package org.moderationdesk.referrals.ncmec;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.moderationdesk.referrals.ncmec.Particle.Standing;
import org.moderationdesk.referrals.ncmec.Shape.Order;

/** Holds a document to the outline: what stands where, how often, in which order, and in which form. */
final class StructureCheck {
    private final Outline outline;
    private final Instant now;
    private final Set<String> newer;
    private final Consumer<Fault> faults;

    /** @param newer names that the schema of the operator has beyond the outline */
    StructureCheck(Outline outline, Instant now, Set<String> newer, Consumer<Fault> faults) {
        this.outline = outline;
        this.now = now;
        this.newer = newer;
        this.faults = faults;
    }

    void check(Node node) {
        node.shape().ifPresent(shape -> {
            attributes(node, shape);
            Particle text = shape.text();
            if (text != null) {
                value(node.path(), text, node.element().text());
            } else if (!node.element().text().isBlank()) {
                fault(node.path(), Rule.NO_TEXT_HERE);
            }
            present(node, shape);
            order(node, shape);
            for (Node child : node.children()) {
                shape.element(child.element().name())
                        .ifPresentOrElse(
                                particle -> child(child, particle), () -> fault(child.path(), Rule.UNKNOWN_ELEMENT));
            }
        });
    }

    private void child(Node child, Particle particle) {
        if (particle.standing() == Standing.LATER && !newer.contains(particle.name())) {
            fault(child.path(), Rule.NEWER_THAN_SCHEMA);
        }
        if (particle.standing() == Standing.UNSENT) {
            fault(child.path(), Rule.NOT_SENT);
        }
        if (outline.shape(particle.type()).isPresent()) {
            check(child);
            return;
        }
        for (String attribute : child.element().attributes().keySet()) {
            fault(child.path() + "/@" + attribute, Rule.UNKNOWN_ATTRIBUTE);
        }
        for (Node below : child.children()) {
            fault(below.path(), Rule.UNKNOWN_ELEMENT);
        }
        value(child.path(), particle, child.element().text());
    }

    private void attributes(Node node, Shape shape) {
        node.element().attributes().forEach((name, value) -> {
            String path = node.path() + "/@" + name;
            shape.attribute(name)
                    .ifPresentOrElse(
                            particle -> value(path, particle, value), () -> fault(path, Rule.UNKNOWN_ATTRIBUTE));
        });
        for (Particle wanted : shape.attributes()) {
            if (wanted.least() > 0 && !node.element().attributes().containsKey(wanted.name())) {
                fault(node.path() + "/@" + wanted.name(), Rule.MISSING_ATTRIBUTE);
            }
        }
    }

    private void present(Node node, Shape shape) {
        if (shape.order() == Order.CHOICE) {
            if (node.element().children().size() != 1) {
                fault(node.path(), Rule.ONE_OF_THESE);
            }
            return;
        }
        for (Particle particle : shape.elements()) {
            List<Node> there = node.all(particle.name()).toList();
            if (there.size() < particle.least()) {
                fault(node.at(particle.name()), Rule.MISSING);
            }
            if (there.size() > particle.most()) {
                fault(node.at(particle.name()), Rule.TOO_MANY);
            }
        }
    }

    private void order(Node node, Shape shape) {
        if (shape.order() != Order.SEQUENCE) {
            return;
        }
        int last = 0;
        String before = "";
        for (Node child : node.children()) {
            int place = places(shape).indexOf(child.element().name());
            if (place >= 0 && place < last) {
                fault(child.path(), Rule.WRONG_ORDER, before);
            }
            if (place >= last) {
                last = place;
                before = child.element().name();
            }
        }
    }

    private static List<String> places(Shape shape) {
        return shape.elements().stream().map(Particle::name).toList();
    }

    private void value(String path, Particle particle, String text) {
        if (!isXml(text)) {
            fault(path, Rule.FORBIDDEN_CHARACTER);
        }
        if (particle.longest() > 0 && text.codePointCount(0, text.length()) > particle.longest()) {
            fault(path, Rule.TOO_LONG, Integer.toString(particle.longest()));
        }
        if (outline.isList(particle.type())) {
            if (!outline.values(particle.type()).contains(text)) {
                fault(path, Rule.UNKNOWN_VALUE);
            }
            return;
        }
        Scalar.named(particle.type())
                .orElseThrow(() -> new IllegalStateException("an outline without the type " + particle.type()))
                .broken(text, now)
                .ifPresent(rule -> fault(path, rule));
    }

    /** The characters that XML 1.0 can carry; others cannot be written at all. */
    static boolean isXml(String text) {
        return text.codePoints()
                .allMatch(point -> point == '\t'
                        || point == '\n'
                        || point == '\r'
                        || point >= 0x20 && point <= 0xD7FF
                        || point >= 0xE000 && point <= 0xFFFD
                        || point >= 0x10000);
    }

    private void fault(String path, Rule rule, String... values) {
        faults.accept(Fault.of(path, rule, values));
    }
}
