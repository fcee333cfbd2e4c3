package org.moderationdesk.settings;

import java.util.Objects;
import org.moderationdesk.base.Language;

/**
 * How the desk looks to this person.
 *
 * @param sizePercent size of the interface, 90 to 150
 */
public record Appearance(Language language, boolean dark, int sizePercent) {
    public Appearance {
        Objects.requireNonNull(language, "language");
        if (sizePercent < 90 || sizePercent > 150) {
            throw new IllegalArgumentException("interface size is 90 to 150 percent");
        }
    }

    public static Appearance defaults() {
        return new Appearance(Language.EN, false, 100);
    }
}
