package org.moderationdesk.queue;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;

/** Every case that there is or was. Any thread but the JavaFX one may call it. */
public final class CaseArchive {
    private static final int PAGE = 1_000;
    private static final String NEXT = "select " + CaseTable.COLUMNS + """
        , l.holder
          from open_case c
          left join lease l on l.case_id = c.id
         where c.id > ?
         order by c.id
         fetch first ? rows only
        """;

    private final Store store;

    public CaseArchive(Store store) {
        this.store = store;
    }

    /**
     * Gives the cases opened from one moment until before another, by number, a page at a time, without those that the
     * person has no clearance for.
     */
    public void stream(Person viewer, Instant from, Instant to, Consumer<CaseRow> out) {
        long last = 0;
        List<CaseRow> page;
        do {
            long after = last;
            page = store.read(handle -> handle.createQuery(NEXT)
                    .bind(0, after)
                    .bind(1, PAGE)
                    .map((rows, _) -> CaseTable.read(rows).row(rows.getString("holder")))
                    .list());
            for (CaseRow row : page) {
                last = row.id();
                boolean within =
                        !row.openedAt().isBefore(from) && row.openedAt().isBefore(to);
                if (within && (viewer.childSafety() || !row.childSafety())) {
                    out.accept(row);
                }
            }
        } while (page.size() == PAGE);
    }
}
