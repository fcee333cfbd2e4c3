package org.moderationdesk.referrals.ncmec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of a document: with children, or with text, never with both.
 *
 * @param attributes in the order in which they stand
 */
public record Element(String name, Map<String, String> attributes, List<Element> children, String text) {
    public Element {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    static Element text(String name, String text) {
        return new Element(name, Map.of(), List.of(), text);
    }

    /** The first child of this name. */
    public Optional<Element> child(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }

    /** The same with these children. */
    public Element with(List<Element> others) {
        return new Element(name, attributes, others, text);
    }
}
