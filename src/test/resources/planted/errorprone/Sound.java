package org.moderationdesk.planted;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@NullMarked
final class Sound {
    private Sound() {}

    static int length(@Nullable String word) {
        return word == null ? 0 : word.length();
    }
}
