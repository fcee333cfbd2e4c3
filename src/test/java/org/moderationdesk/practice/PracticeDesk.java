package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.moderationdesk.approvals.ApprovalsDesk;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** A desk with two reviewers who practise and two trainers who ask them to. */
public final class PracticeDesk implements AutoCloseable {
    public static final Person ANNA = ApprovalsDesk.ANNA;
    public static final Person RUTH = ApprovalsDesk.RUTH;
    public static final Person FLEUR = new Person("fleur", Set.of(Role.REVIEWER), false);
    public static final Person TESS = new Person("tess", Set.of(Role.TRAINER), false);
    public static final Person TOM = new Person("tom", Set.of(Role.TRAINER), false);
    static final Book BOOK = new BookReader().read("2020-12");

    private final ApprovalsDesk desk;
    private final TestClock clock = new TestClock();
    private final PracticeRooms rooms;
    private final Sets sets;
    private final Assignments assignments;
    private final Runs runs;
    private final Practising practising;
    private final Results results;
    private final Disputes disputes;
    private final Certifying certifying;
    private final Picking picking;
    private final Copies copies;

    public PracticeDesk() {
        this(new OutcomesOnly());
    }

    public PracticeDesk(Scorer scorer) {
        desk = new ApprovalsDesk(clock, true);
        for (Person person : List.of(FLEUR, TESS, TOM)) {
            String _ = desk.people().add(ApprovalsDesk.ADMIN, person.name(), person.roles(), person.childSafety());
        }
        var rules = new Rules(BOOK);
        ReviewDesk review = desk.desk();
        rooms = new PracticeRooms(
                rules, new StoredItems(review.store(), StoredQueue::openCases), review.wellbeing(), scorer);
        sets = new Sets(review.store(), clock, rules);
        assignments =
                new Assignments(review.store(), clock, desk.people(), new StoredPlans(review.store(), review.log()));
        runs = new Runs(review.store(), clock, scorer);
        practising = new Practising(review.store(), clock, rooms);
        results = new Results(review.store());
        disputes = new Disputes(review.store(), clock, sets, results, scorer);
        certifying = new Certifying(review.store(), clock, scorer);
        picking = new Picking(review.store(), clock, sets, review.decisions(), rooms);
        copies = new Copies(review.store());
    }

    ApprovalsDesk real() {
        return desk;
    }

    public Store store() {
        return review().store();
    }

    public Shipment shipment() {
        return new Shipment(store(), sets);
    }

    /** The items of the newest version of a set, up to a thousand. */
    public List<PracticeItem> items(PracticeSet set) {
        return sets.items(TESS, set.id(), set.newest().version(), 0, 1_000);
    }

    ReviewDesk review() {
        return desk.desk();
    }

    TestClock clock() {
        return clock;
    }

    PracticeRooms rooms() {
        return rooms;
    }

    Sets sets() {
        return sets;
    }

    Assignments assignments() {
        return assignments;
    }

    Runs runs() {
        return runs;
    }

    Practising practising() {
        return practising;
    }

    Results results() {
        return results;
    }

    Disputes disputes() {
        return disputes;
    }

    Certifying certifying() {
        return certifying;
    }

    Picking picking() {
        return picking;
    }

    Copies copies() {
        return copies;
    }

    static SetTerms terms(String title) {
        return terms(title, true);
    }

    /** Of a set that only who is asked may practise. */
    static SetTerms closed(String title) {
        return terms(title, false);
    }

    private static SetTerms terms(String title, boolean open) {
        return new SetTerms(Told.both(title, title), Told.nothing(), "2020-12", open, 1, ScoringRules.usual());
    }

    static FlaggedItem item(String id, String... sections) {
        return new FlaggedItem(
                FlaggedItems.item(
                        id,
                        ItemKind.VIDEO,
                        1,
                        "A pan and a knife",
                        FlaggedItems.author("u-" + id, "@" + id, null),
                        null,
                        null),
                List.of(FlaggedItems.report("r-" + id, sections)),
                false);
    }

    static Changes.Put put(String id, String... sections) {
        return new Changes.Put(Told.both("Item " + id, "Item " + id), item(id, sections), null);
    }

    static AnswerKey removed(String id) {
        return key(Proposed.removal(id));
    }

    static AnswerKey allowed(String id) {
        return key(nothing(id));
    }

    static Proposal nothing(String id) {
        return Proposed.of(id, """
            "answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION"
            """);
    }

    static AnswerKey key(Proposal... accepted) {
        return new AnswerKey(
                List.of(accepted),
                Set.of(Field.values()),
                Told.both("Because of the knife", "Om het mes"),
                Told.nothing(),
                Difficulty.EASY,
                null,
                List.of("tess"));
    }

    static KeyJson.Line line(String id, AnswerKey key) {
        return new KeyJson.Line(id, Told.nothing(), key);
    }

    /** So many items P-1, P-2 … of which the odd ones are to be removed. */
    PracticeSet published(int items) {
        return published(items, terms("Knives"));
    }

    PracticeSet published(int items, SetTerms terms) {
        List<Changes.Put> put = new ArrayList<>();
        List<KeyJson.Line> keys = new ArrayList<>();
        IntStream.rangeClosed(1, items).mapToObj(i -> "P-" + i).forEach(id -> {
            put.add(put(id, "5.3"));
            keys.add(line(id, (put.size() & 1) == 1 ? removed(id) : allowed(id)));
        });
        PracticeSet made = sets.make(TESS, terms, Changes.ofItems(put, keys));
        return sets.publish(TESS, made.id());
    }

    /** Goes through a whole set of {@link #published} and says of each item that it is to be removed. */
    Run removedAll(Person person, String setId) {
        Run run = runs.start(person, setId, null);
        for (var open = practising.next(person, run.id(), 0);
                open.isPresent();
                open = practising.next(person, run.id(), 0)) {
            Run _ = practising.answer(
                    person, run.id(), Proposed.removal(open.get().item().id()), 1_000);
        }
        return practising.finish(person, run.id(), false);
    }

    /** The same at once, for a set of many: half of its answers are wrong. */
    Run removedAllAtOnce(Person person, String setId) {
        Run run = runs.start(person, setId, null);
        int answered = store().write(handle -> {
            handle.execute("update practice.run set answered = items where id = ?", run.id());
            return handle.execute("""
                insert into practice.run_answer (run_id, item_id, at, active_ms, body)
                select run_id, item_id, started, 1000 * place, replace(said, 'P-0', item_id)
                  from practice.run_item, (values (cast(? as bigint), cast(? as varchar))) as what (started, said)
                 where run_id = ?
                """, clock.millis(), ProposalJson.write(Proposed.removal("P-0")), run.id());
        });
        assertThat(answered).isEqualTo(run.items());
        return practising.finish(person, run.id(), false);
    }

    /** Forgets all of practice; people, cases and looks stay. */
    void clear() {
        int cleared = store().write(handle -> {
            List<String> tables = handle.createQuery(
                            "select table_name from information_schema.tables where lower(table_schema) = 'practice'")
                    .mapTo(String.class)
                    .list();
            tables.forEach(table -> handle.execute("delete from practice." + table));
            return tables.size();
        });
        assertThat(cleared).isGreaterThan(15);
    }

    @Override
    public void close() {
        desk.close();
    }
}
