package org.moderationdesk.items;

import org.jspecify.annotations.Nullable;

/** What a classifier says, from 0 to 1, against the line at which it flags. */
public record Signal(
        String name,
        double score,
        @Nullable Double threshold,
        @Nullable String source) {}
