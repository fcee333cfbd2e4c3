package org.moderationdesk.practice;

import org.jspecify.annotations.Nullable;

/**
 * One item of a run with its key: what a score is computed of. Exists only for answers that are in: what was
 * not answered is worth nothing, and counts in {@link Score#items} all the same.
 *
 * @param answer null only where somebody makes one up, such as to see what an item is worth unanswered
 */
public record Reviewed(
        PracticeItem item, AnswerKey key, @Nullable GivenAnswer answer) {}
