package org.moderationdesk.practice;

import java.time.Instant;
import org.moderationdesk.decisions.Proposal;

/**
 * What a trainee answered to an item: a decision that the rules accept.
 *
 * @param itemId see {@link PracticeItem#id}
 * @param activeMs how long they were at it
 */
public record GivenAnswer(String itemId, Proposal proposal, Instant at, long activeMs) {}
