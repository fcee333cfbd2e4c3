package org.moderationdesk.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Who has which case open now, so that colleagues know of one another. It is no history: of each person the store knows
 * one case, and forgets it. Not for the JavaFX thread; safe for any other.
 */
public final class Viewers {
    /** Who has not been heard of for so long looks no more. */
    static final Duration COUNTS = Duration.ofSeconds(90);

    private static final String UPDATE = "update viewing set case_id = ?, seen_at = ? where person = ?";
    private static final String INSERT = "insert into viewing (case_id, seen_at, person) values (?, ?, ?)";
    private static final String DELETE = "delete from viewing where person = ?";
    private static final String OTHERS = """
        select v.person
          from viewing v
          join open_case c on c.id = v.case_id
         where v.case_id = ? and v.seen_at > ? and v.person <> ? and (? or not c.child_safety)
         order by v.person
        """;

    private final Store store;
    private final InstantSource clock;

    public Viewers(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Says that this person has the case open, and answers with who else has, by name; of a case that they may not know of, nobody. */
    public List<String> look(Person person, long caseId) {
        long now = clock.millis();
        boolean cleared = Rights.has(person, Right.SEE_CHILD_SAFETY);
        return store.writeSoon(handle -> {
            if (handle.execute(UPDATE, caseId, now, person.name()) == 0) {
                handle.execute(INSERT, caseId, now, person.name());
            }
            return handle.createQuery(OTHERS)
                    .bind(0, caseId)
                    .bind(1, now - COUNTS.toMillis())
                    .bind(2, person.name())
                    .bind(3, cleared)
                    .mapTo(String.class)
                    .list();
        });
    }

    /** This person has no case open any more. */
    public void leave(Person person) {
        int unused = store.writeSoon(handle -> handle.execute(DELETE, person.name()));
    }
}
