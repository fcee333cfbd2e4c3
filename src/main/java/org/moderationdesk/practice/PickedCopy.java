package org.moderationdesk.practice;

import org.moderationdesk.review.Opened;

/**
 * A copy of a decided case that is not kept: what it would be like in the set.
 *
 * @param decisionId what it is made of
 * @param item under other names
 * @param key what was decided, under other names as well
 * @param opened as the review screen would show it to who practises
 */
public record PickedCopy(String decisionId, PracticeItem item, AnswerKey key, Opened opened) {}
