package org.moderationdesk.decisions;

import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/**
 * Whether somebody may know of an item: without the clearance one that has, or had, a case of child safety is not there,
 * nor anything that was told of it before it came to be one. A shared store keeps to it by itself as well.
 */
public final class Clearance {
    private static final String MARKED = """
        select 1 from open_case where item_id = ? and child_safety = true fetch first 1 row only
        """;
    private static final String AMONG =
            "select distinct item_id from open_case where item_id in (<items>) and child_safety = true";
    private static final String UNMARKED =
            "not exists (select 1 from open_case marked where marked.item_id = %s and marked.child_safety = true)";

    private Clearance() {}

    /** Whether this person may know of the item. */
    public static boolean sees(Handle handle, Person viewer, String itemId) {
        return Rights.sees(viewer, true)
                || handle.createQuery(MARKED)
                        .bind(0, itemId)
                        .mapTo(Integer.class)
                        .findOne()
                        .isEmpty();
    }

    /**
     * The same of what carries a mark of its own.
     *
     * @param childSafety the mark that it had when it was told
     */
    public static boolean sees(Handle handle, Person viewer, String itemId, boolean childSafety) {
        return Rights.sees(viewer, childSafety) && sees(handle, viewer, itemId);
    }

    /** Those of a few items that this person may not know of. */
    public static Set<String> hidden(Handle handle, Person viewer, Collection<String> items) {
        return items.isEmpty() || Rights.sees(viewer, true)
                ? Set.of()
                : handle.createQuery(AMONG)
                        .bindList("items", items)
                        .mapTo(String.class)
                        .set();
    }

    /**
     * A condition that a query finds an item by only when it is none of child safety.
     *
     * @param item the column that names it
     */
    public static String unmarked(String item) {
        return UNMARKED.formatted(item);
    }
}
