package org.moderationdesk.staff;

import java.util.Set;

/**
 * What somebody can judge. An empty set means everything.
 *
 * @param languages language tags; "nl" also means "nl-BE"
 * @param sections section codes such as 5.3, or chapters such as 5
 */
public record Skills(Set<String> languages, Set<String> sections) {
    public Skills {
        languages = Set.copyOf(languages);
        sections = Set.copyOf(sections);
    }

    public static Skills all() {
        return new Skills(Set.of(), Set.of());
    }
}
