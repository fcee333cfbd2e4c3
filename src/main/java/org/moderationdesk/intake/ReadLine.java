package org.moderationdesk.intake;

import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.LineRefused.Reason;

/** A line after it was read: an item, or a refusal. */
sealed interface ReadLine {
    RawLine raw();

    record Item(RawLine raw, FlaggedItem flagged) implements ReadLine {}

    record Refused(RawLine raw, Reason reason) implements ReadLine {}
}
