package org.moderationdesk.intake;

import org.moderationdesk.items.LineRefused.Reason;
import org.moderationdesk.items.PreparedItem;

/** A line after it was read: an item, or a refusal. */
sealed interface ReadLine {
    RawLine raw();

    record Item(RawLine raw, PreparedItem prepared) implements ReadLine {}

    record Refused(RawLine raw, Reason reason) implements ReadLine {}
}
