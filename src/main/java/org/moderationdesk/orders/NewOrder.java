package org.moderationdesk.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as somebody enters it.
 *
 * @param target code of who can give it, by whose rules its clock runs
 * @param authority who gave it, in words
 * @param reference what they call it
 * @param authentication how it was made sure that it is theirs
 * @param within how long they give; null for what the target says, which it cannot go beyond
 * @param preserveUntil for a request to preserve; null for anything else
 * @param nonDisclosure whether the person concerned may not be told
 * @param childSafety whether only the cleared may know of it
 * @param document the order itself; null without
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record NewOrder(
        OrderKind kind,
        String target,
        String authority,
        String reference,
        String authentication,
        OffsetDateTime received,
        @Nullable Duration within,
        @Nullable Instant preserveUntil,
        boolean nonDisclosure,
        boolean childSafety,
        List<Subject> subjects,
        byte @Nullable [] document) {
    public NewOrder {
        authority = authority.strip();
        reference = reference.strip();
        authentication = authentication.strip();
        subjects = List.copyOf(subjects);
    }
}
