package org.moderationdesk.editions;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.editions.EditionRefused.Why;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Who has read what is new in an edition, and whether that must be before cases are taken. Not for the JavaFX thread;
 * safe for any other.
 */
public final class Readers {
    private static final String OF_PERSON = "select edition, version from edition_read where person = ?";
    private static final String OF_EDITION = "select person, at from edition_read where edition = ? and version = ?";
    private static final String READ = """
        insert into edition_read (person, edition, version, at, event_seq) values (?, ?, ?, ?, ?)
        """;
    private static final String ASKED =
            "select count(*) from edition_asked where person = ? and edition = ? and version = ?";
    private static final String ASK = "insert into edition_asked (person, edition, version) values (?, ?, ?)";
    private static final String DUTY = "select must_read, event_seq from edition_duty where id = 1";
    private static final String FIRST_DUTY = "insert into edition_duty (id, must_read, event_seq) values (1, ?, ?)";
    private static final String SET_DUTY =
            "update edition_duty set must_read = ?, event_seq = ? where id = 1 and event_seq = ?";
    private static final String UNREAD = """
        select e.edition
          from edition e
         where e.from_at <= :now
           and e.version = (select max(x.version) from edition x where x.edition = e.edition)
           and e.from_at = (select max(y.from_at)
                              from edition y
                             where y.from_at <= :now
                               and y.version = (select max(z.version) from edition z where z.edition = y.edition))
           and exists (select 1 from edition_duty d where d.must_read = true)
           and not exists (select 1
                             from edition_read r
                            where r.person = :person and r.edition = e.edition and r.version = e.version)
        """;

    private final Store store;
    private final EventLog log;
    private final InstantSource clock;

    public Readers(Store store, EventLog log, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** Who must know the book: they decide by it. */
    public static boolean isAsked(Person person) {
        return Rights.has(person, Right.DECIDE);
    }

    /** What this person has still to read: the edition in force and those announced, the first in force first. */
    public List<Edition> unread(Person person, Shelf shelf) {
        Instant now = clock.instant();
        Edition inForce = shelf.inForce(now);
        List<String> read = store.read(handle -> handle.createQuery(OF_PERSON)
                .bind(0, person.name())
                .map((row, _) -> row.getString(1) + " " + row.getInt(2))
                .list());
        return !isAsked(person)
                ? List.of()
                : shelf.editions().stream()
                        .filter(one -> !one.isFirst() && !one.from().isBefore(inForce.from()))
                        .filter(one -> !read.contains(one.name() + " " + one.version()))
                        .toList();
    }

    /**
     * Says that this person has read what is new; said twice, it holds from the first time.
     *
     * @throws EditionRefused for the edition that came with the desk
     */
    public void read(Person person, Edition edition) {
        Rights.require(person, Right.LOOK);
        StoredEditions.needs(!edition.isFirst(), Why.NOTHING_TO_READ, edition.name());
        boolean unused = log.record(person.name(), act -> {
            if (readAt(act.handle(), edition).containsKey(person.name())) {
                return false;
            }
            long at = act.at().toEpochMilli();
            act.handle().execute(READ, person.name(), edition.name(), edition.version(), at, act.next());
            var told = EditionTables.READ.added(edition.name() + " " + edition.version() + " " + person.name(), at);
            act.append(new Entry(
                    EventKind.EDITION_READ,
                    null,
                    null,
                    Map.of("edition", edition.name(), "version", edition.version()),
                    List.of(told)));
            return true;
        });
    }

    /**
     * Who decides here, and when they said to have read it.
     *
     * @param at null for who has not
     */
    public record Reader(String name, @Nullable Instant at) {}

    /** Everybody who decides, those who have not read it first, then by name. */
    public List<Reader> of(Person lead, Edition edition, People people) {
        Rights.require(lead, Right.SET_EDITION);
        Map<String, Instant> read = store.read(handle -> readAt(handle, edition));
        var readers = new ArrayList<Reader>();
        for (boolean has : new boolean[] {false, true}) {
            people.working().stream()
                    .filter(Readers::isAsked)
                    .filter(one -> read.containsKey(one.name()) == has)
                    .map(one -> new Reader(one.name(), read.get(one.name())))
                    .forEach(readers::add);
        }
        return List.copyOf(readers);
    }

    private static Map<String, Instant> readAt(Handle handle, Edition edition) {
        var read = new HashMap<String, Instant>();
        handle.createQuery(OF_EDITION)
                .bind(0, edition.name())
                .bind(1, edition.version())
                .map((row, _) -> Map.entry(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                .forEach(row -> read.put(row.getKey(), row.getValue()));
        return read;
    }

    /** Whether to ask this person of it: true once. */
    public boolean askOnce(Person person, Edition edition) {
        Object[] key = {person.name(), edition.name(), edition.version()};
        return store.write(handle -> {
            boolean asked = handle.createQuery(ASKED)
                            .bind(0, key[0])
                            .bind(1, key[1])
                            .bind(2, key[2])
                            .mapTo(Integer.class)
                            .one()
                    > 0;
            return !asked && handle.execute(ASK, key) == 1;
        });
    }

    /** Whether cases are taken only by who has read the edition in force. */
    public boolean mustRead() {
        return store.read(handle -> handle.createQuery(DUTY)
                .map((row, _) -> row.getBoolean(1))
                .findOne()
                .orElse(false));
    }

    /** Sets that, for everybody at this store. */
    public void mustRead(Person by, boolean must) {
        Rights.require(by, Right.SET_EDITION);
        boolean unused = log.record(by.name(), act -> {
            record Duty(boolean must, long seq) {}
            Optional<Duty> before = act.handle()
                    .createQuery(DUTY)
                    .map((row, _) -> new Duty(row.getBoolean(1), row.getLong(2)))
                    .findOne();
            if (before.map(Duty::must).orElse(false) == must) {
                return false;
            }
            if (before.isEmpty()) {
                act.handle().execute(FIRST_DUTY, must, act.next());
            } else {
                act.handle().execute(SET_DUTY, must, act.next(), before.get().seq());
            }
            var told = before.isEmpty()
                    ? EditionTables.DUTY.added("1", must)
                    : EditionTables.DUTY.changed("1", before.get().seq(), must);
            act.append(new Entry(
                    EventKind.SETTING_CHANGED,
                    null,
                    null,
                    Map.of("mustReadEdition", Boolean.toString(must)),
                    List.of(told)));
            return true;
        });
    }

    /** The edition that this person must read before they take a case; empty where they may. */
    public Optional<String> toReadFirst(Person person) {
        return store.read(handle -> handle.createQuery(UNREAD)
                .bind("now", clock.instant().toEpochMilli())
                .bind("person", person.name())
                .mapTo(String.class)
                .findOne());
    }
}
