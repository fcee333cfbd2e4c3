package org.moderationdesk.items;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One comment of the thread around an item, in the order given. */
public record ThreadComment(
        String id,
        @Nullable String author,
        String text,
        @Nullable Instant at) {}
