package org.moderationdesk.items.view;

import java.time.Instant;

/**
 * Something that happened, for a list of such lines.
 *
 * @param what in words of the person's language; words of strangers in it are already made safe
 * @param who the person or source; empty for the desk itself
 */
public record HistoryLine(Instant at, String what, String who) {}
