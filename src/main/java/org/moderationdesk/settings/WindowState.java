package org.moderationdesk.settings;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the window was and how its parts were sized when it was last closed.
 *
 * @param x of its left upper corner on the computer's screen; null before it was ever placed
 * @param place the screen in front, by its id
 * @param sizes of dividers and columns, by name
 */
public record WindowState(
        @Nullable Double x,
        @Nullable Double y,
        double width,
        double height,
        boolean maximized,
        String place,
        Map<String, Double> sizes) {
    public WindowState {
        if (!(width >= 400 && height >= 300 && width <= 20_000 && height <= 20_000)) {
            throw new IllegalArgumentException("no such window");
        }
        Objects.requireNonNull(place, "place");
        sizes = Map.copyOf(sizes);
    }

    /** The size that the screens are drawn for; no place on the computer's screen yet. */
    public static WindowState defaults() {
        return new WindowState(null, null, 1440, 900, false, "review", Map.of());
    }
}
