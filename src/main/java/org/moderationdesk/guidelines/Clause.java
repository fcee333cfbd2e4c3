package org.moderationdesk.guidelines;

import java.util.List;
import java.util.stream.Stream;

/**
 * One rule of a section, or the head of a few parts.
 *
 * @param line of the source text, counted from 1
 * @param parts empty for most; a clause with parts is answered by its parts and never cited itself
 */
public record Clause(ClauseCode code, int line, List<Clause> parts) {
    public Clause {
        parts = List.copyOf(parts);
    }

    public boolean citable() {
        return parts.isEmpty();
    }

    /** The rules that can be cited: itself, or its parts. */
    Stream<Clause> rules() {
        return citable() ? Stream.of(this) : parts.stream();
    }

    /** Itself and its parts. */
    Stream<Clause> all() {
        return Stream.concat(Stream.of(this), parts.stream());
    }
}
