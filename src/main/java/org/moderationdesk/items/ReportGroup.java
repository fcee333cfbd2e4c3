package org.moderationdesk.items;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reports of the open case that say the same: one reason from one kind of source, and for sources other than users from
 * one reporter.
 *
 * @param who the one who reported, where it is one; null for several
 * @param first when the first of them was made
 * @param last when the last of them was made
 * @param oftenRight how often those who reported were right before, from 0 to 1; null while nothing of theirs has been
 *     decided
 */
public record ReportGroup(
        @Nullable String reason,
        Report.Source source,
        @Nullable String who,
        Instant first,
        Instant last,
        int count,
        @Nullable Double oftenRight) {}
