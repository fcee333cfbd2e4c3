package org.moderationdesk.staff;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who works here, for other rooms to ask in the middle of an act of theirs. */
public final class KnownPeople {
    private KnownPeople() {}

    /** Whether the desk knows nobody yet. */
    public static boolean areNone(Handle handle) {
        return PersonTable.isEmpty(handle);
    }

    /** Somebody by name, whatever the case of its letters. */
    public static Optional<Member> find(Handle handle, String name) {
        return PersonTable.find(handle, name).map(PersonTable.Row::member);
    }
}
