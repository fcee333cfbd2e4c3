package org.moderationdesk.practice;

import java.time.Instant;

/**
 * One version of a set. Each change to items, keys or terms of a published set makes a new one.
 *
 * @param version counted from 1
 * @param items how many it has
 * @param why what changed, in the words of who changed it
 */
public record SetVersion(
        String setId, int version, SetTerms terms, int items, String madeBy, Instant madeAt, Told why) {}
