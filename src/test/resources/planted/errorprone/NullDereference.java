package org.moderationdesk.planted;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@NullMarked
final class NullDereference {
    private NullDereference() {}

    static int length(@Nullable String word) {
        return word.length();
    }
}
