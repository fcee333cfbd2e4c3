package org.moderationdesk.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;

/**
 * What rules look at in a case.
 *
 * @param sections codes that its reports name
 */
public record Traits(
        ItemKind kind,
        Severity severity,
        List<String> sections,
        @Nullable String language,
        @Nullable String region) {
    public Traits {
        sections = List.copyOf(sections);
    }
}
