package org.moderationdesk.guidelines;

import java.util.List;

/**
 * A term that the book explains, without its words.
 *
 * @param sections where the explanation is wanted
 * @param lines of the source text that it rests on, counted from 1
 */
public record DefinedTerm(String id, List<SectionCode> sections, List<Integer> lines) {
    public DefinedTerm {
        sections = List.copyOf(sections);
        lines = List.copyOf(lines);
    }
}
