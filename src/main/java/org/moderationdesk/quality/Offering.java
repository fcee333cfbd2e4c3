package org.moderationdesk.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Which second reviews a person may take. Who gave one back is offered it again, last of all, where nobody else is left who
 * could take it, or its day is over; but not when they were shown the case meanwhile.
 */
final class Offering {
    private static final String OPEN = """
         where (r.state = 'WAITING' or r.state = 'TAKEN' and r.ends_at < ?)
           and not exists (select 1 from quality_draw d where d.review_id = r.id and d.first_person = ?)
           and (? = true or %s
                            and not exists (select 1 from quality_draw d where d.review_id = r.id and d.child_safety = true))
           and not exists (select 1 from open_case c where c.open_item = r.item_id)
           and not exists (select 1 from erased x where x.what = 'CONTENT' and x.subject = r.item_id)
        """.formatted(Clearance.unmarked("r.item_id"));
    private static final String FIRST_DUE = " order by r.due_at, r.id fetch first ? rows only";
    private static final String MET = """
        select 1 from event e
         where e.item_id = r.item_id and e.person = ? and e.at >= r.seen_at
        """;
    private static final String FREE = OPEN + " and not exists (" + MET
            + " and e.kind in ('CLAIMED', 'SHOWN', 'LOOKED', 'DECIDED', 'SECOND_TAKEN'))" + FIRST_DUE;
    // What they uncovered while it was theirs is no look at what was decided: a shared store asks the same.
    private static final String AGAIN =
            OPEN + " and exists (" + MET + " and e.kind = 'SECOND_TAKEN') and not exists (" + MET + """
                   and (e.kind in ('CLAIMED', 'SHOWN', 'DECIDED', 'SECOND_ANSWERED')
                        or e.kind = 'LOOKED' and coalesce((select case when h.kind = 'SECOND_TAKEN' then h.person end
                                                             from event h
                                                            where h.item_id = e.item_id and h.seq < e.seq
                                                              and h.kind in ('SECOND_TAKEN', 'SECOND_RETURNED')
                                                            order by h.seq desc
                                                            fetch first 1 row only), '') <> e.person))
                """ + FIRST_DUE;
    private static final String WHO_MET = """
        select distinct person
          from event
         where item_id = ? and at >= ? and kind in ('CLAIMED', 'SHOWN', 'LOOKED', 'DECIDED', 'SECOND_TAKEN')
        """;

    private final Handle handle;
    private final Person person;
    private final List<Person> working;

    /** @param working who works here */
    Offering(Handle handle, Person person, List<Person> working) {
        this.handle = handle;
        this.person = person;
        this.working = working;
    }

    /** @param again whether it is one that they gave back */
    record Offered(ReviewRow row, boolean again) {}

    /** At most so many, in the order in which they are given out. */
    List<Offered> at(Instant now, int most) {
        var all = new ArrayList<Offered>();
        list(FREE, now, most, 1).forEach(row -> all.add(new Offered(row, false)));
        list(AGAIN, now, most, 2).stream()
                .filter(row -> row.what().dueAt() <= now.toEpochMilli() || !somebodyElseCan(row))
                .forEach(row -> all.add(new Offered(row, true)));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    private List<ReviewRow> list(String sql, Instant now, int most, int met) {
        var values = new ArrayList<Object>(List.of(now.toEpochMilli(), person.name(), Rights.sees(person, true)));
        for (int i = 0; i < met; i++) {
            values.add(person.name());
        }
        values.add(most);
        return ReviewRow.list(handle, sql, values.toArray());
    }

    private boolean somebodyElseCan(ReviewRow row) {
        Set<String> met = new HashSet<>(handle.createQuery(WHO_MET)
                .bind(0, row.what().itemId())
                .bind(1, row.what().seenAt())
                .mapTo(String.class)
                .list());
        return working.stream()
                .filter(other -> !other.name().equals(person.name()) && !met.contains(other.name()))
                .filter(other -> Rights.has(other, Right.DECIDE))
                .anyMatch(other -> Clearance.sees(
                        handle, other, row.what().itemId(), row.what().childSafety()));
    }
}
