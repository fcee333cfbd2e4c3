package org.moderationdesk.items;

import org.jspecify.annotations.Nullable;

/** How many have seen an item. */
public record Reach(
        @Nullable Long views,
        @Nullable Long shares,
        @Nullable Long viewsPerHour) {}
