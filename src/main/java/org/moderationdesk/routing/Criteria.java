package org.moderationdesk.routing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;

/**
 * Which cases are meant. An empty set asks for nothing in particular.
 *
 * @param languages language tags; "nl" also means "nl-BE"
 * @param regions region codes
 * @param sections section codes such as 5.3, or chapters such as 5, of which a report must name one
 */
public record Criteria(
        Set<String> languages,
        Set<String> regions,
        Set<String> sections,
        Set<ItemKind> kinds,
        Set<Severity> severities) {
    public Criteria {
        languages = Set.copyOf(languages);
        regions = Set.copyOf(regions);
        sections = Set.copyOf(sections);
        kinds = Set.copyOf(kinds);
        severities = Set.copyOf(severities);
    }

    /** Every case. */
    public static Criteria any() {
        return new Criteria(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    public boolean isAny() {
        return equals(any());
    }

    public boolean accepts(Traits of) {
        return (kinds.isEmpty() || kinds.contains(of.kind()))
                && (severities.isEmpty() || severities.contains(of.severity()))
                && (languages.isEmpty() || speaks(languages, of.language()))
                && (regions.isEmpty() || isOneOf(regions, of.region()))
                && (sections.isEmpty() || names(sections, of.sections()));
    }

    /** Whether a language is one of these, or a form of one that is spoken elsewhere. */
    public static boolean speaks(Set<String> languages, @Nullable String language) {
        if (language == null) {
            return false;
        }
        int dash = language.indexOf('-');
        return isOneOf(languages, language) || dash > 0 && isOneOf(languages, language.substring(0, dash));
    }

    /** Whether one of these codes is, or lies in, one of these sections or chapters. */
    public static boolean names(Set<String> sections, List<String> codes) {
        for (String code : codes) {
            for (String section : sections) {
                boolean begins = code.startsWith(section);
                if (begins && (code.length() == section.length() || code.charAt(section.length()) == '.')) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOneOf(Set<String> names, @Nullable String name) {
        return name != null && (names.contains(name) || names.stream().anyMatch(name::equalsIgnoreCase));
    }
}
