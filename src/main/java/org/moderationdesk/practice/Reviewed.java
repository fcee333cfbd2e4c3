package org.moderationdesk.practice;

import org.jspecify.annotations.Nullable;

/**
 * One item of a run with its key: what a score is computed of. Exists only for answers that are in, and for the items of
 * a run that is over.
 *
 * @param answer null where none came before the run was over
 */
public record Reviewed(
        PracticeItem item, AnswerKey key, @Nullable GivenAnswer answer) {}
