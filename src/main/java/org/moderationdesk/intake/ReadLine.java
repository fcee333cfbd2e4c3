package org.moderationdesk.intake;

import java.util.Map;
import org.moderationdesk.items.LineRefused.Reason;
import org.moderationdesk.items.PreparedItem;

/** A line after it was read: an item, or a refusal. */
sealed interface ReadLine {
    RawLine raw();

    /** @param files of what comes in without a file: what its media are read from, by their positions */
    record Item(RawLine raw, PreparedItem prepared, Map<Integer, Alongside.Content> files) implements ReadLine {
        Item(RawLine raw, PreparedItem prepared) {
            this(raw, prepared, Map.of());
        }
    }

    record Refused(RawLine raw, Reason reason) implements ReadLine {}
}
