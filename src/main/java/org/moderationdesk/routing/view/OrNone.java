package org.moderationdesk.routing.view;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.view.SafeLine;

/** Shows names, and the empty one in words. */
final class OrNone extends StringConverter<String> {
    private final String none;

    OrNone(String none) {
        this.none = none;
    }

    @Override
    public String toString(@Nullable String name) {
        return name == null || name.isEmpty() ? none : SafeLine.of(name);
    }

    @Override
    public String fromString(String shown) {
        return shown.equals(none) ? "" : shown;
    }
}
