package org.moderationdesk.practice;

import java.time.Instant;

/**
 * An item of practice that lies among the cases.
 *
 * @param itemId by which the desk knows it as an ordinary item
 * @param practiceItem see {@link PracticeItem#id}
 */
public record HiddenTest(
        String itemId, String queue, String setId, int version, String practiceItem, Instant placedAt) {}
