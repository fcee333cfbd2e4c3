package org.moderationdesk.decisions;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Items whose decision somebody reviews a second time right now, blind: to them nothing that was decided on these is
 * there. Says so wherever a person is shown decisions; a shared store keeps to it by itself as well.
 */
public final class BlindItems {
    private static final String OF_PERSON =
            "select item_id from second_review where second_person = ? and state = 'TAKEN'";

    private BlindItems() {}

    public static Set<String> of(Handle handle, String person) {
        return handle.createQuery(OF_PERSON).bind(0, person).mapTo(String.class).set();
    }
}
