package org.moderationdesk.guidelines;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a chapter or section stands in the source text, in lines counted from 1.
 *
 * @param referral the line that speaks of referrals
 * @param intent the line that says that intent is no defence
 */
public record SourceLines(
        int heading,
        List<Integer> prose,
        @Nullable Integer referral,
        @Nullable Integer intent) {
    public SourceLines {
        prose = List.copyOf(prose);
    }
}
