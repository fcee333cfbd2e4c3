package org.moderationdesk.quality;

import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Who sees figures of quality review and no single answer: of them a server makes the figures, and shows them no row. */
final class FiguresOnly {
    private FiguresOnly() {}

    static boolean isSo(Store store, Person viewer) {
        return store instanceof PostgresStore
                && Rights.has(viewer, Right.SEE_INSIGHTS)
                && !Rights.has(viewer, Right.RESOLVE_DIFFERENCE);
    }
}
