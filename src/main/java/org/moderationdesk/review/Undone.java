package org.moderationdesk.review;

import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Changed;

/**
 * A decision that was undone.
 *
 * @param opened the case before the person again, with its answers; null where somebody else has it by now
 */
public record Undone(Changed decision, @Nullable Opened opened) {}
