package org.moderationdesk.planted;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@NullMarked
final class NullInList {
    private NullInList() {}

    static List<String> words(List<@Nullable String> maybe) {
        return maybe;
    }
}
