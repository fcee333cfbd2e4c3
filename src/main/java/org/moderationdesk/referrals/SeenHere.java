package org.moderationdesk.referrals;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.media.Look;

/** The record of looks, as a report asks it: what was seen of one file, by everybody who worked on its item. */
@FunctionalInterface
public interface SeenHere {
    /** @param media index of the file in that version of the item */
    List<Look> looks(Handle handle, String itemId, int version, int media);
}
