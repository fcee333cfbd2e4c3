package org.moderationdesk.queue;

import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.staff.Role;

/**
 * Takes up moves of cases that were cut off: by a crash, by a store that was lost, or by the end of a desk. One a desk;
 * asked about twice a minute, from one thread. At a desk of its own the desk itself goes on; on a shared store a lead who
 * is signed in does, since the server lets nobody else.
 */
public final class CutOffMoves {
    private static final Person THE_DESK = new Person("desk", EnumSet.of(Role.TEAM_LEAD), true);

    private final Rerouting rerouting;
    private final boolean shared;
    private Rerouting.@Nullable Moved seen;

    public CutOffMoves(Store store, Rerouting rerouting) {
        this.rerouting = rerouting;
        this.shared = store.read(handle -> Dialect.of(handle).isShared());
    }

    /**
     * Goes on with a move that has not got on since the last time this was asked, and so is nobody's.
     *
     * @param signedIn who works at the desk, if anybody
     * @return how many cases are in another queue now
     */
    public long tidy(Optional<Person> signedIn, Progress progress) {
        Optional<Person> by =
                shared ? signedIn.filter(person -> Rights.has(person, Right.SET_ROUTING)) : Optional.of(THE_DESK);
        if (by.isEmpty()) {
            return 0;
        }
        var found = rerouting.cutOff(by.get());
        boolean stands = found.isPresent() && found.get().equals(seen);
        seen = found.orElse(null);
        return stands ? rerouting.goOn(by.get(), progress) : 0;
    }
}
