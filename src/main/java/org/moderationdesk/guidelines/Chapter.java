package org.moderationdesk.guidelines;

import java.util.List;
import java.util.Set;

/**
 * One chapter of the book.
 *
 * @param responses account measures that the guidelines name for the whole chapter; often none
 */
public record Chapter(
        int number,
        String id,
        List<Section> sections,
        Set<BookNote> notes,
        Set<AccountResponse> responses,
        SourceLines source) {
    public Chapter {
        sections = List.copyOf(sections);
        notes = InOrder.copyOf(notes);
        responses = InOrder.copyOf(responses);
    }
}
