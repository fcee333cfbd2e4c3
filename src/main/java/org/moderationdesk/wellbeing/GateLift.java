package org.moderationdesk.wellbeing;

import java.time.Instant;

/**
 * Today, a person need not wait for a break at the whole of their budget.
 *
 * @param by who lifted it
 * @param reason in their words; empty where it has been erased
 */
public record GateLift(String by, Instant at, String reason) {}
