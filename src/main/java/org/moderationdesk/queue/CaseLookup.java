package org.moderationdesk.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.moderationdesk.base.CanonicalJson;

/** Finds cases by what an index knows of them. */
final class CaseLookup {
    private static final int MOST_NAMED = 200;
    private static final String SELECT = "select " + CaseTable.COLUMNS + ", l.holder ";
    private static final String BY_ID =
            SELECT + "from open_case c left join lease l on l.case_id = c.id where c.id = ?";
    private static final String BY_ITEM =
            SELECT + "from open_case c left join lease l on l.case_id = c.id where c.open_item = ?";
    private static final String LATEST = SELECT + """
          from open_case c
          left join lease l on l.case_id = c.id
         where c.item_id = ?
         order by c.item_id desc, c.id desc
         fetch first 1 row only
        """;
    private static final String OF_ACCOUNT = SELECT + """
          from item i
          join open_case c on c.open_item = i.id
          left join lease l on l.case_id = c.id
         where i.account_id = ? and (? = true or c.child_safety = false)
         fetch first ? rows only
        """;
    private static final String HELD_BY = SELECT + """
          from lease l
          join open_case c on c.id = l.case_id
         where l.holder = ? and l.ends_at > ?
        """;
    /** A lease whose last entry is a hand-over has not been taken up yet. */
    private static final String HANDED_TO = SELECT + """
          from lease l
          join event e on e.seq = l.event_seq and e.kind = 'HANDED_OVER'
          join open_case c on c.id = l.case_id
         where l.holder = ? and l.ends_at > ?
        """;

    private static final String BY_HANDLE = SELECT + """
          from account a
          join item i on i.account_id = a.id
          join open_case c on c.open_item = i.id
          left join lease l on l.case_id = c.id
         where a.handle >= ? and a.handle < ? and (? = true or c.child_safety = false)
         fetch first ? rows only
        """;
    private static final String LAST_HAND_OVER = """
        select person, at, body
          from event
         where item_id = ? and kind = 'HANDED_OVER'
         order by item_id desc, seq desc
         fetch first 1 row only
        """;
    private static final String WORDS = "select words from personal_text where id = ?";
    private static final Pattern NOTE = Pattern.compile("\"note\":\"([0-9a-f-]{36})\"");
    static final String LATE = """
        select count(*) from (
            select 1 from open_case c
             where c.state = 'WAITING' and c.queue = ? and c.due_at < ?
             order by c.state, c.queue, c.due_at, c.id
             fetch first ? rows only) as late
        """;

    private static final String MARKS =
            "select child_safety, queue from open_case where item_id = ? order by item_id, id";

    private CaseLookup() {}

    static Optional<CaseRow> byId(Handle handle, long id) {
        return rows(handle.createQuery(BY_ID).bind(0, id)).stream().findFirst();
    }

    static Optional<CaseRow> ofItem(Handle handle, String itemId) {
        return rows(handle.createQuery(BY_ITEM).bind(0, itemId)).stream().findFirst();
    }

    static Optional<CaseRow> latest(Handle handle, String itemId) {
        return rows(handle.createQuery(LATEST).bind(0, itemId)).stream().findFirst();
    }

    /** @param cleared whether those of child safety may be among them: else they would take the places of others */
    static List<CaseRow> ofAccount(Handle handle, String accountId, boolean cleared, int limit) {
        return rows(handle.createQuery(OF_ACCOUNT)
                .bind(0, accountId)
                .bind(1, cleared)
                .bind(2, limit));
    }

    static List<CaseRow> heldBy(Handle handle, String person, Instant now) {
        return rows(handle.createQuery(HELD_BY).bind(0, person).bind(1, now.toEpochMilli()));
    }

    static List<CaseRow> handedTo(Handle handle, String person, Instant now) {
        return rows(handle.createQuery(HANDED_TO).bind(0, person).bind(1, now.toEpochMilli()));
    }

    /** Open cases whose item has this id, or whose author's handle begins so, at most a page or two. */
    static List<CaseRow> named(Handle handle, String text, boolean cleared) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<CaseRow> found = new ArrayList<>();
        ofItem(handle, text).ifPresent(found::add);
        String beyond = text + Character.MAX_VALUE;
        for (CaseRow row : rows(handle.createQuery(BY_HANDLE)
                .bind(0, text)
                .bind(1, beyond)
                .bind(2, cleared)
                .bind(3, MOST_NAMED))) {
            if (found.stream().noneMatch(other -> other.id() == row.id())) {
                found.add(row);
            }
        }
        return found;
    }

    static Optional<HandOver> noteFor(Handle handle, String person, String itemId) {
        return handle.createQuery(LAST_HAND_OVER)
                .bind(0, itemId)
                .map((rows, _) -> new Given(rows.getString(1), rows.getLong(2), rows.getString(3)))
                .findOne()
                .filter(given -> given.body().contains("\"to\":" + CanonicalJson.write(person) + ","))
                .map(given -> new HandOver(given.by(), Instant.ofEpochMilli(given.at()), note(handle, given.body())));
    }

    private static String note(Handle handle, String body) {
        Matcher id = NOTE.matcher(body);
        return id.find()
                ? handle.createQuery(WORDS)
                        .bind(0, id.group(1))
                        .mapTo(String.class)
                        .findOne()
                        .orElse("")
                : "";
    }

    /** Whether a case of the item, open or closed, is there only for people with the clearance. */
    static boolean isHidden(Handle handle, String itemId, Predicate<String> needsClearance) {
        return handle.createQuery(MARKS)
                .bind(0, itemId)
                .map((rows, _) -> rows.getBoolean(1) || needsClearance.test(rows.getString(2)))
                .list()
                .contains(true);
    }

    /** As {@link #late}, of cases that need no clearance. */
    static long lateUnhidden(Handle handle, List<String> queues, Instant now) {
        return late(handle, LATE.replace("c.due_at < ?", "c.due_at < ? and c.child_safety = false"), queues, now);
    }

    static long late(Handle handle, List<String> queues, Instant now) {
        return late(handle, LATE, queues, now);
    }

    private static long late(Handle handle, String sql, List<String> queues, Instant now) {
        long late = 0;
        for (String queue : queues) {
            late += handle.createQuery(sql)
                    .bind(0, queue)
                    .bind(1, now.toEpochMilli())
                    .bind(2, QueueCounts.MOST_LATE)
                    .mapTo(Long.class)
                    .one();
        }
        return Math.min(late, QueueCounts.MOST_LATE);
    }

    private static List<CaseRow> rows(Query query) {
        return query.map((rows, _) -> CaseTable.read(rows).row(rows.getString(CaseTable.HOLDER)))
                .list();
    }

    private record Given(String by, long at, String body) {}
}
