package org.moderationdesk.emergency;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.BlindItems;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** The calls that were made. Not for the JavaFX thread; safe for any other. */
public final class Calls {
    private final Store store;

    public Calls(Store store) {
        this.store = store;
    }

    /** The newest, of items that this person may know of; a second reviewer knows of their own alone. */
    public List<Call> newest(Person person, int most) {
        Rights.require(person, Right.DECIDE);
        return store.read(handle -> {
            Set<String> blind = BlindItems.of(handle, person.name());
            return Call.newest(handle, most).stream()
                    .filter(call -> isKnown(handle, person, blind, call))
                    .toList();
        });
    }

    /** Those about one item, the newest first; none of an item that this person may not know of. */
    List<Call> ofItem(Person person, String itemId) {
        Rights.require(person, Right.SEE_REFERRALS);
        return store.read(handle -> {
            Set<String> blind = BlindItems.of(handle, person.name());
            return Call.ofItem(handle, itemId).reversed().stream()
                    .filter(call -> isKnown(handle, person, blind, call))
                    .toList();
        });
    }

    static Optional<Call> find(Handle handle, Person person, String callId) {
        Set<String> blind = BlindItems.of(handle, person.name());
        return Call.find(handle, callId).filter(call -> isKnown(handle, person, blind, call));
    }

    private static boolean isKnown(Handle handle, Person person, Set<String> blind, Call call) {
        return Clearance.sees(handle, person, call.itemId())
                && (call.by().equals(person.name()) || !blind.contains(call.itemId()));
    }
}
