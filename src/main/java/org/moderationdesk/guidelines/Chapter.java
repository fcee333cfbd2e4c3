package org.moderationdesk.guidelines;

import java.util.List;
import java.util.Set;

/** One chapter of the book. */
public record Chapter(int number, String id, List<Section> sections, Set<BookNote> notes, SourceLines source) {
    public Chapter {
        sections = List.copyOf(sections);
        notes = InOrder.copyOf(notes);
    }
}
