package org.moderationdesk.queue;

import java.time.Instant;

/**
 * A person's hold on a case, until its lease ends.
 *
 * @param token grows with every claim of the case: a holder with an older one is fenced off
 */
public record Claim(long caseId, String itemId, String holder, long token, Instant since, Instant until) {}
