package org.moderationdesk.wellbeing;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.settings.WellbeingSettings.Rotation;
import org.moderationdesk.staff.NoPasswords;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.StoredPeople;

/** A person who looks, on a store in memory, in Amsterdam, with a clock and settings that the test moves. */
public final class Looking implements AutoCloseable {
    static final Person ANNA = Person.alone("anna");

    private final Store store = TestStore.create();
    private final TestClock clock = new TestClock();
    private final EventLog log = new StoredEventLog(store, clock);
    private final AtomicReference<WellbeingSettings> settings = new AtomicReference<>(WellbeingSettings.defaults());
    private final Wellbeing wellbeing = new Wellbeing(store, clock, ZoneId.of("Europe/Amsterdam"), settings::get);

    public Wellbeing wellbeing() {
        return wellbeing;
    }

    public TestClock clock() {
        return clock;
    }

    Store store() {
        return store;
    }

    EventLog log() {
        return log;
    }

    /** What a lead may ask, of the people of this store. */
    public TeamBudgets teamBudgets() {
        return new TeamBudgets(store, log, people(), wellbeing);
    }

    public People people() {
        return new StoredPeople(store, log, new NoPasswords());
    }

    /** Kind and body of each entry of the log. */
    List<String> entries() {
        return store.read(handle -> handle.createQuery("select kind || ' ' || body from event order by seq")
                .mapTo(String.class)
                .list());
    }

    WellbeingSettings settings() {
        return settings.get();
    }

    void rotation(Rotation rule) {
        WellbeingSettings now = settings.get();
        settings.set(new WellbeingSettings(
                now.budgetMinutes(), now.breakEveryMinutes(), now.breakMinutes(), now.severity(), now.form(), rule));
    }

    /** The person looks now, and time goes on meanwhile. */
    public void look(Person person, Severity severity, LookForm form, Duration length) {
        clock.advance(length);
        record(person, 1, severity, form, length);
    }

    void record(Person person, long caseId, Severity severity, LookForm form, Duration length) {
        int unused = log.record(person.name(), act -> {
            var from = act.at().minus(length);
            wellbeing.looked(act, new Looked(person.name(), caseId, severity, form, from, length.toMillis()));
            return 1;
        });
    }

    /** Takes a break of this length. */
    public void rest(Person person, Duration length) {
        String id = wellbeing.startBreak(person);
        clock.advance(length);
        wellbeing.endBreak(person, id);
    }

    long rows(String table) {
        return store.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        store.close();
    }
}
