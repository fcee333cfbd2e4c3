package org.moderationdesk.referrals.ncmec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes single fields of a document, by the paths that faults name; what is put in stands where the outline has
 * it. Documents stay as they are: a change is another document. Safe for any thread.
 */
public final class Fields {
    private static final Pattern SEGMENT = Pattern.compile("(@?)(\\w+)(?:\\[(\\d+)])?");

    private final Outline outline;

    private record Segment(String name, int number, boolean attribute) {
        static Segment of(String written) {
            Matcher form = SEGMENT.matcher(written);
            if (!form.matches()) {
                throw new IllegalArgumentException("not a path");
            }
            String number = form.group(3);
            return new Segment(
                    form.group(2),
                    number == null ? 1 : Integer.parseInt(number),
                    !form.group(1).isEmpty());
        }
    }

    public Fields(Outline outline) {
        this.outline = outline;
    }

    /** What stands in an element or attribute; empty where there is none. */
    public String text(Element root, String path) {
        List<Segment> rest = below(root, path);
        boolean attribute = !rest.isEmpty() && rest.getLast().attribute();
        return find(root, attribute ? rest.subList(0, rest.size() - 1) : rest)
                .map(at ->
                        attribute ? at.attributes().getOrDefault(rest.getLast().name(), "") : at.text())
                .orElse("");
    }

    /** Whether the element is there, be it empty. */
    public boolean has(Element root, String path) {
        return find(root, below(root, path)).isPresent();
    }

    /** How many elements of this name there are beside one another. */
    public int count(Element root, String path) {
        List<Segment> rest = below(root, path);
        return find(root, rest.subList(0, rest.size() - 1))
                .map(at -> (int) at.children().stream()
                        .filter(child -> child.name().equals(rest.getLast().name()))
                        .count())
                .orElse(0);
    }

    /**
     * The same document with this in the field; without the field where nothing is given. One of several that a person is
     * writing, or that says more in its attributes, stays, and empty: the others keep their numbers.
     */
    public Element with(Element root, String path, String text) {
        List<Segment> rest = below(root, path);
        if (!text.isBlank()) {
            return put(root, root.name(), rest, text.strip());
        }
        return put(root, root.name(), rest, staysEmpty(root, rest) ? "" : null);
    }

    /** How the documents are built. */
    public Outline outline() {
        return outline;
    }

    /** The same document with this empty element, or without it. */
    public Element flagged(Element root, String path, boolean there) {
        return put(root, root.name(), below(root, path), there ? "" : null);
    }

    /** The same document with another, empty element of this name behind those that are there. */
    public Element added(Element root, String path) {
        return flagged(root, path + "[" + (count(root, path) + 1) + "]", true);
    }

    /** The same document with the elements of this name replaced by one for each of the texts. */
    public Element with(Element root, String path, List<String> texts) {
        Element changed = root;
        for (int number = count(root, path); number > 0; number--) {
            changed = put(changed, root.name(), below(root, path + "[" + number + "]"), null);
        }
        int number = 0;
        for (String text : texts) {
            changed = with(changed, path + "[" + ++number + "]", text);
        }
        return changed;
    }

    /** The same document with all that one field holds in another of the same type; empty where there is none to copy. */
    public Optional<Element> copied(Element root, String from, String to) {
        return find(root, below(root, from)).map(source -> filled(flagged(root, to, true), to, source));
    }

    private Element filled(Element root, String to, Element source) {
        Element filled = source.text().isBlank() ? root : with(root, to, source.text());
        for (Map.Entry<String, String> attribute : source.attributes().entrySet()) {
            filled = with(filled, to + "/@" + attribute.getKey(), attribute.getValue());
        }
        for (Element child : source.children()) {
            String below = to + "/" + child.name();
            filled = filled(filled, below + "[" + (count(filled, below) + 1) + "]", child);
        }
        return filled;
    }

    /** The element itself, with all in it; empty where there is none. */
    public Optional<Element> element(Element root, String path) {
        return find(root, below(root, path));
    }

    /**
     * The same document with this element, and all in it, in this place again; what stands there by now moves behind it. What
     * the place is in is made anew where it is gone.
     */
    public Element restored(Element root, String path, Element was) {
        return restored(root, root.name(), below(root, path), was);
    }

    private Element restored(Element at, String type, List<Segment> rest, Element was) {
        Segment segment = rest.getFirst();
        Particle particle = particle(type, segment.name());
        List<Element> children = new ArrayList<>(at.children());
        int place = place(children, segment);
        int behind = behind(children, type, segment.name());
        if (rest.size() == 1) {
            children.add(place < 0 ? behind : place, was);
            return at.with(children);
        }
        List<Segment> deeper = rest.subList(1, rest.size());
        if (place < 0) {
            children.add(behind, restored(made(particle), particle.type(), deeper, was));
        } else {
            children.set(place, restored(children.get(place), particle.type(), deeper, was));
        }
        return at.with(children);
    }

    /** All that stands in elements of this name, in their order. */
    public List<String> texts(Element root, String path) {
        List<String> texts = new ArrayList<>();
        for (int number = 1; number <= count(root, path); number++) {
            texts.add(text(root, path + "[" + number + "]"));
        }
        return List.copyOf(texts);
    }

    private static List<Segment> below(Element root, String path) {
        String[] parts = path.split("/", -1);
        if (!Segment.of(parts[0]).name().equals(root.name())) {
            throw new IllegalArgumentException("a path of another document");
        }
        return Arrays.stream(parts).skip(1).map(Segment::of).toList();
    }

    private static Optional<Element> find(Element at, List<Segment> rest) {
        Element here = at;
        for (Segment segment : rest) {
            int place = place(here.children(), segment);
            if (place < 0) {
                return Optional.empty();
            }
            here = here.children().get(place);
        }
        return Optional.of(here);
    }

    /** @param text null to take it away */
    private Element put(Element at, String type, List<Segment> rest, @Nullable String text) {
        if (rest.isEmpty()) {
            return new Element(at.name(), at.attributes(), at.children(), text == null ? "" : text);
        }
        Segment segment = rest.getFirst();
        if (segment.attribute()) {
            Map<String, String> attributes = new LinkedHashMap<>(at.attributes());
            if (text == null) {
                attributes.remove(segment.name());
            } else {
                attributes.put(segment.name(), text);
            }
            return new Element(at.name(), attributes, at.children(), at.text());
        }
        Particle particle = particle(type, segment.name());
        List<Element> children = new ArrayList<>(at.children());
        int place = place(children, segment);
        List<Segment> deeper = rest.subList(1, rest.size());
        if (place < 0) {
            if (text != null) {
                children.add(
                        behind(children, type, segment.name()), put(made(particle), particle.type(), deeper, text));
            }
            return at.with(children);
        }
        Element changed =
                deeper.isEmpty() && text == null ? null : put(children.get(place), particle.type(), deeper, text);
        if (changed == null || text == null && goesEmpty(type, particle, children) && isEmpty(changed)) {
            children.remove(place);
        } else {
            children.set(place, changed);
        }
        return at.with(children);
    }

    private boolean staysEmpty(Element root, List<Segment> rest) {
        if (rest.isEmpty() || rest.getLast().attribute()) {
            return false;
        }
        String type = root.name();
        for (Segment segment : rest) {
            type = particle(type, segment.name()).type();
        }
        Optional<Element> there = find(root, rest);
        Element above = find(root, rest.subList(0, rest.size() - 1)).orElse(root);
        return there.isPresent()
                && outline.shape(type).isPresent()
                && (!there.get().attributes().isEmpty()
                        || isOneOfSeveral(above.children(), rest.getLast().name()));
    }

    /** What a person chose to be there stays, and so does one of several: the others keep their numbers. */
    private boolean goesEmpty(String type, Particle particle, List<Element> beside) {
        boolean chosen = outline.shape(type)
                .filter(shape -> shape.order() == Shape.Order.CHOICE)
                .isPresent();
        return particle.least() == 0 && !chosen && !(particle.isRepeated() && isOneOfSeveral(beside, particle.name()));
    }

    private static boolean isOneOfSeveral(List<Element> beside, String name) {
        return beside.stream().filter(one -> one.name().equals(name)).count() > 1;
    }

    private static boolean isEmpty(Element element) {
        return element.children().isEmpty()
                && element.attributes().isEmpty()
                && element.text().isBlank();
    }

    /** A new element, with those in it that must be there and hold others. */
    private Element made(Particle particle) {
        List<Element> children = outline.shape(particle.type()).stream()
                .filter(shape -> shape.order() != Shape.Order.CHOICE)
                .flatMap(shape -> shape.elements().stream())
                .filter(one -> one.least() > 0)
                .filter(one -> outline.shape(one.type())
                        .filter(shape -> shape.text() == null)
                        .isPresent())
                .map(this::made)
                .toList();
        return new Element(particle.name(), Map.of(), children, "");
    }

    private Particle particle(String type, String name) {
        return outline.shape(type)
                .flatMap(shape -> shape.element(name))
                .orElseThrow(() -> new IllegalArgumentException("no field of a document"));
    }

    private int behind(List<Element> children, String type, String name) {
        List<String> order = outline.shape(type).orElseThrow().elements().stream()
                .map(Particle::name)
                .toList();
        int place = 0;
        for (int i = 0; i < children.size(); i++) {
            if (order.indexOf(children.get(i).name()) <= order.indexOf(name)) {
                place = i + 1;
            }
        }
        return place;
    }

    private static int place(List<Element> children, Segment segment) {
        int seen = 0;
        for (int i = 0; i < children.size(); i++) {
            if (Objects.equals(children.get(i).name(), segment.name()) && ++seen == segment.number()) {
                return i;
            }
        }
        return -1;
    }
}
