package org.moderationdesk.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Kept views of the decision log: everybody's own, and those that team leads share. A person's own ones are nobody
 * else's business; what is shared is told to the log. Any thread but the JavaFX one may call it.
 */
public final class StoredLogViews {
    private static final String OF = """
        select id, person, name, shared, body
          from log_view
         where person = :me or shared = true
         order by id
        """;
    private static final String DELETE = "delete from log_view where id = ? and person = ?";
    private static final String INSERT = "insert into log_view (id, person, name, shared, body) values (?, ?, ?, ?, ?)";
    private static final String SHARED = "select count(*) from log_view where id = ? and shared = true";

    private final Store store;
    private final EventLog log;

    public StoredLogViews(Store store, EventLog log) {
        this.store = store;
        this.log = log;
    }

    /** Their own and shared ones, by name. */
    public List<LogView> of(Person person) {
        Rights.require(person, Right.SEE_DECISIONS);
        return store
                .read(handle -> handle.createQuery(OF)
                        .bind("me", person.name())
                        .map((row, _) -> LogViewBody.read(
                                row.getString("id"),
                                row.getString("person"),
                                row.getString("name"),
                                row.getBoolean("shared"),
                                row.getString("body")))
                        .list())
                .stream()
                .sorted(Comparator.comparing(LogView::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** Whether this person may share views. */
    public static boolean mayShare(Person person) {
        return Rights.has(person, Right.RESOLVE_DIFFERENCE);
    }

    /**
     * Keeps the view in the place of the one that had its id, if there was one.
     *
     * @throws org.moderationdesk.staff.RightRefused for one to be shared, unless by a team lead
     * @throws IllegalArgumentException for somebody else's
     */
    public void keep(Person person, LogView view) {
        Rights.require(person, Right.SEE_DECISIONS);
        if (view.shared()) {
            Rights.require(person, Right.RESOLVE_DIFFERENCE);
        }
        change(person, view, true);
    }

    /**
     * Forgets the view.
     *
     * @throws IllegalArgumentException for somebody else's
     */
    public void forget(Person person, LogView view) {
        Rights.require(person, Right.SEE_DECISIONS);
        change(person, view, false);
    }

    private void change(Person person, LogView view, boolean keeps) {
        if (!view.owner().equals(person.name())) {
            throw new IllegalArgumentException("somebody else's view");
        }
        boolean wasShared = store.read(handle -> handle.createQuery(SHARED)
                        .bind(0, view.id())
                        .mapTo(Integer.class)
                        .one()
                > 0);
        if (wasShared || keeps && view.shared()) {
            long unused = log.record(person.name(), act -> {
                put(act.handle(), view, keeps);
                String now = keeps ? view.shared() ? "SHARED" : "OWN" : "FORGOTTEN";
                return act.append(new Entry(
                        EventKind.SETTING_CHANGED,
                        null,
                        null,
                        Map.of("decisionView", view.id(), "now", now),
                        List.of()));
            });
        } else {
            int unused = store.write(handle -> put(handle, view, keeps));
        }
    }

    private static int put(Handle handle, LogView view, boolean keeps) {
        int gone = handle.execute(DELETE, view.id(), view.owner());
        return keeps
                ? handle.execute(INSERT, view.id(), view.owner(), view.name(), view.shared(), LogViewBody.write(view))
                : gone;
    }
}
