package org.moderationdesk.queue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.Report;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.staff.Person;

/** A queue on a store in memory, with a clock that the test moves. */
public final class QueueDesk implements AutoCloseable {
    static final Person ANNA = Person.alone("anna");
    static final Person BRAM = Person.alone("bram");
    static final Person UNCLEARED = new Person("cas", ANNA.roles(), false);

    private final Store store;
    private final TestClock clock = new TestClock();
    private final EventLog log;
    private final CaseWriter writer;
    private final StoredQueue queue;

    public QueueDesk() {
        this(TestStore.create());
    }

    public QueueDesk(Store store) {
        this.store = store;
        this.log = new StoredEventLog(store, clock);
        this.writer = new CaseWriter(book(), QueueSettings.defaults());
        this.queue = new StoredQueue(store, log, clock, QueueSettings.defaults());
    }

    public static Book book() {
        return new BookReader().read("2020-12");
    }

    Store store() {
        return store;
    }

    TestClock clock() {
        return clock;
    }

    StoredQueue queue() {
        return queue;
    }

    EventLog log() {
        return log;
    }

    CaseWriter writer() {
        return writer;
    }

    CaseChange flag(Item item, Report... reports) {
        return act(ANNA, act -> writer.onFlagged(act, item, List.of(reports), true));
    }

    CaseChange flag(String item, String... sections) {
        return flag(FlaggedItems.item(item), FlaggedItems.report("r-" + item, sections));
    }

    CaseRow row(String item) {
        return queue.find(ANNA, item).orElseThrow();
    }

    Claim claim(String item, Person person) {
        return act(person, act -> queue.claim(act, row(item).id(), person));
    }

    <T> T act(Person person, Function<Act, T> action) {
        return log.record(person.name(), action);
    }

    void run(Person person, Consumer<Act> action) {
        Object unused = log.record(person.name(), act -> {
            action.accept(act);
            return true;
        });
    }

    List<String> page(CaseFilter filter, Ordering ordering) {
        return queue.page(ANNA, filter, ordering, null, 100).rows().stream()
                .map(CaseRow::itemId)
                .toList();
    }

    long events() {
        return store.read(handle ->
                handle.createQuery("select seq from log_head").mapTo(Long.class).one());
    }

    EventKind lastEvent(String item) {
        return store.read(handle -> handle.createQuery(
                        "select kind from event where item_id = ? order by seq desc fetch first 1 row only")
                .bind(0, item)
                .mapTo(EventKind.class)
                .one());
    }

    /** The counters as they are kept, without zeros. */
    Map<String, Long> counters() {
        return amounts("select queue || ' ' || name, amount from counter where amount <> 0");
    }

    /** The counters as they should be. */
    Map<String, Long> recounted() {
        Map<String, Long> all = amounts("""
            select queue || ' ' || state, count(*) from open_case where state <> 'CLOSED'
             group by queue || ' ' || state
            """);
        for (Severity severity : Severity.values()) {
            all.putAll(amounts("select queue || ' " + severity + "', count(*) from open_case where state <> 'CLOSED'"
                    + " and severity = " + severity.ordinal() + " group by queue || ' " + severity + "'"));
        }
        return all;
    }

    private Map<String, Long> amounts(String sql) {
        return store.read(handle -> {
            Map<String, Long> found = new TreeMap<>();
            handle.createQuery(sql)
                    .map((rows, _) -> Map.entry(rows.getString(1), rows.getLong(2)))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
            return found;
        });
    }

    @Override
    public void close() {
        store.close();
    }
}
