package org.moderationdesk.queue;

import java.util.List;
import java.util.Set;

/**
 * What a person is not offered: a case is left out when any of its reports points there.
 *
 * @param chapters chapter numbers
 * @param sections section codes
 */
public record Except(Set<Integer> chapters, Set<String> sections) {
    public Except {
        chapters = Set.copyOf(chapters);
        sections = Set.copyOf(sections);
    }

    public static Except nothing() {
        return new Except(Set.of(), Set.of());
    }

    /** Whether a case with reports for these sections is offered. */
    public boolean permits(List<String> ofCase) {
        return ofCase.stream().noneMatch(section -> isInSections(section) || isInChapters(section));
    }

    private boolean isInSections(String code) {
        return sections.stream().anyMatch(section -> code.equals(section) || code.startsWith(section + "."));
    }

    private boolean isInChapters(String section) {
        int dot = section.indexOf('.');
        return dot > 0
                && chapters.stream()
                        .anyMatch(chapter -> section.substring(0, dot).equals(chapter.toString()));
    }
}
