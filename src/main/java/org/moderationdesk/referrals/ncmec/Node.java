package org.moderationdesk.referrals.ncmec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element in its document, with its place there. */
record Node(Element element, String path, Outline outline, String type) {
    static Node root(Element root, Outline outline) {
        return new Node(root, root.name(), outline, root.name());
    }

    Optional<Shape> shape() {
        return outline.shape(type);
    }

    /** Its children; those that may stand there several times are counted in their path. */
    List<Node> children() {
        Map<String, Integer> seen = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Element child : element.children()) {
            Optional<Particle> particle = shape().flatMap(shape -> shape.element(child.name()));
            int number = seen.merge(child.name(), 1, Integer::sum);
            boolean counted = particle.map(Particle::isRepeated).orElse(false);
            nodes.add(new Node(
                    child,
                    at(child.name()) + (counted ? "[" + number + "]" : ""),
                    outline,
                    particle.map(Particle::type).orElse("")));
        }
        return nodes;
    }

    Stream<Node> all(String name) {
        return children().stream().filter(child -> child.element.name().equals(name));
    }

    Optional<Node> child(String name) {
        return all(name).findFirst();
    }

    boolean has(String name) {
        return element.child(name).isPresent();
    }

    /** The text of a child; empty where there is none. */
    String text(String name) {
        return element.child(name).map(Element::text).orElse("");
    }

    String attribute(String name) {
        return element.attributes().getOrDefault(name, "");
    }

    /** Itself and everything below. */
    Stream<Node> everything() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(Node::everything));
    }

    /** The path of a child that may not be there. */
    String at(String name) {
        return path + "/" + name;
    }
}
