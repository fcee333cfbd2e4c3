package org.moderationdesk.review;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.moderationdesk.authorities.AuthorityTables;
import org.moderationdesk.calibration.CalibrationTables;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.DecisionTables;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.editions.EditionTables;
import org.moderationdesk.emergency.EmergencyTables;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemBatch;
import org.moderationdesk.items.ItemNews;
import org.moderationdesk.items.ItemTables;
import org.moderationdesk.items.ItemWriter;
import org.moderationdesk.items.PreparedItem;
import org.moderationdesk.items.Report;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.ProjectedTable;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.notices.Statements;
import org.moderationdesk.orders.OrderTables;
import org.moderationdesk.quality.QualityTables;
import org.moderationdesk.queue.CaseBatch;
import org.moderationdesk.queue.CaseChange;
import org.moderationdesk.queue.CaseWriter;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.queue.QueueTables;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.referrals.ReferralTables;
import org.moderationdesk.referrals.targets.TargetTables;
import org.moderationdesk.retention.RetentionTables;
import org.moderationdesk.routing.RoutingTables;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.StaffTables;
import org.moderationdesk.wellbeing.Wellbeing;
import org.moderationdesk.wellbeing.WellbeingTables;

/** Everything that a review needs, on one store. */
public final class ReviewDesk implements AutoCloseable {
    static final Person ANNA = Person.alone("anna");
    static final Person BRAM = Person.alone("bram");

    private final Store store;
    private final EventLog log;
    private final CaseWriter cases;
    private final StoredQueue queue;
    private final StoredDecisions decisions;
    private final AtomicReference<WellbeingSettings> settings = new AtomicReference<>(WellbeingSettings.defaults());
    private final Wellbeing wellbeing;
    private final Review review;
    private final InstantSource clock;

    public ReviewDesk(Store store, InstantSource clock) {
        this(store, clock, QueueSettings.defaults());
    }

    public ReviewDesk(Store store, InstantSource clock, QueueSettings leases) {
        Book book = new BookReader().read("2020-12");
        this.store = store;
        this.clock = clock;
        this.log = new StoredEventLog(store, clock);
        this.cases = new CaseWriter(book, leases);
        this.queue = new StoredQueue(store, log, clock, leases);
        this.decisions = new StoredDecisions(store, new Rules(book), DecisionSettings::defaults);
        var items = new StoredItems(store, StoredQueue::openCases);
        this.wellbeing = new Wellbeing(store, clock, ZoneOffset.UTC, settings::get);
        this.review = new Review(store, log, clock, new Rooms(queue, items, decisions, wellbeing));
    }

    public Review review() {
        return review;
    }

    public StoredQueue queue() {
        return queue;
    }

    public EventLog log() {
        return log;
    }

    public CaseWriter cases() {
        return cases;
    }

    public StoredDecisions decisions() {
        return decisions;
    }

    /**
     * What people concerned are told of decisions here.
     *
     * @param complaints where one complains
     */
    public Statements statements(String complaints) {
        return new Statements(
                store,
                decisions,
                new Rules(new BookReader().read("2020-12")),
                new StoredItems(store, StoredQueue::openCases),
                () -> new Statements.Desk("NL", complaints),
                clock);
    }

    public Store store() {
        return store;
    }

    public void flag(String item, String... sections) {
        flag(FlaggedItems.of(item, FlaggedItems.author("u-1", "@u", null)), FlaggedItems.report("r-" + item, sections));
    }

    public void flag(Item item, Report... reports) {
        var line = new FlaggedItem(item, List.of(reports), false);
        var prepared = new PreparedItem(line);
        int unused = log.record("anna", act -> {
            ItemBatch items = new ItemWriter().begin(act, List.of(line));
            CaseBatch batch = cases.begin(act, List.of(line));
            ItemNews news = items.news(prepared);
            items.write(prepared, news, List.of());
            CaseChange change = batch.add(item, news.reports(), news.version());
            if (change.caseId() != null) {
                items.writeReports(item, news, change.caseId());
            }
            items.flush();
            batch.flush();
            return 1;
        });
    }

    /** The review of a desk that was started anew on the same store. */
    Review again(InstantSource clock) {
        var items = new StoredItems(store, StoredQueue::openCases);
        return new Review(store, log, clock, new Rooms(queue, items, decisions, wellbeing));
    }

    public Wellbeing wellbeing() {
        return wellbeing;
    }

    void set(WellbeingSettings other) {
        settings.set(other);
    }

    public Opened open(String item, Person person) {
        return review.open(item, person).orElseThrow();
    }

    /** What verify says of the whole store. */
    public Verdict verify() {
        return new Verifier(store, tables()).verify(Progress.NONE);
    }

    public static List<ProjectedTable> tables() {
        List<ProjectedTable> tables = new ArrayList<>(ItemTables.all());
        tables.addAll(QueueTables.all());
        tables.addAll(DecisionTables.all());
        tables.addAll(ReviewTables.all());
        tables.addAll(StaffTables.all());
        tables.addAll(WellbeingTables.all());
        tables.addAll(RetentionTables.all());
        tables.addAll(RoutingTables.all());
        tables.addAll(CalibrationTables.all());
        tables.addAll(QualityTables.all());
        tables.addAll(EditionTables.all());
        tables.addAll(ReferralTables.all());
        tables.addAll(TargetTables.all());
        tables.addAll(AuthorityTables.all());
        tables.addAll(OrderTables.all());
        tables.addAll(EmergencyTables.all());
        return tables;
    }

    long number(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    long count(String table) {
        return store.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        store.close();
    }
}
