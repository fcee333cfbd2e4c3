package org.moderationdesk.editions;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.Store;
import org.moderationdesk.editions.EditionRefused.Why;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.EditionFiles;
import org.moderationdesk.guidelines.EditionNow;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.RowState;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * The editions of one store: what came with the desk, and what was brought in since. Each version stays as it is; the
 * newest under a name counts, and one that was withdrawn is followed by a version that never comes into force. Not for the JavaFX thread; safe for any other.
 */
public final class StoredEditions {
    private static final String NEWEST = """
        select e.edition, e.version, e.from_at, e.digest
          from edition e
         where e.version = (select max(x.version) from edition x where x.edition = e.edition)
         order by e.from_at, e.edition
        """;
    private static final String FILES = "select shape, nl, en from edition where edition = ? and version = ?";
    private static final String RE_REVIEWED = "select count(*) from re_review where edition = ?";
    private static final String INSERT = """
        insert into edition (edition, version, from_at, digest, shape, nl, en, event_seq) values (?, ?, ?, ?, ?, ?, ?, ?)
        """;

    /** From when a withdrawn edition would be in force. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Store store;
    private final EventLog log;
    private final InstantSource clock;
    private final Edition first;
    private final Map<String, Book> read = new ConcurrentHashMap<>();

    /** @param shipped the edition that came with the desk */
    public StoredEditions(Store store, EventLog log, InstantSource clock, Book shipped) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.first = new Edition(shipped, 0, Instant.EPOCH);
    }

    private record Row(String edition, int version, Instant from, String digest) {
        boolean isWithdrawn() {
            return from.equals(NEVER);
        }
    }

    /**
     * All that there are, read anew; the books themselves are read once.
     *
     * @throws org.moderationdesk.guidelines.BookProblems where one in the store cannot be used any more
     */
    public Shelf shelf() {
        return store.read(this::shelf);
    }

    private Shelf shelf(Handle handle) {
        var editions = new ArrayList<Edition>();
        editions.add(first);
        for (Row row : standing(handle)) {
            Book book = read.computeIfAbsent(row.digest(), _ -> new BookReader().read(files(handle, row)));
            editions.add(new Edition(book, row.version(), row.from()));
        }
        return new Shelf(editions);
    }

    /** The name of the edition in force now, without reading its book. */
    public String inForce() {
        return store.read(handle -> inForce(handle, clock.instant()))
                .map(EditionNow::name)
                .orElse(first.name());
    }

    /** The edition in force at that moment, without reading its book; empty for the one that came with the desk. */
    public Optional<EditionNow> inForce(Handle handle, Instant now) {
        return standing(handle).stream()
                .filter(row -> !row.from().isAfter(now))
                .reduce((_, later) -> later)
                .map(row -> new EditionNow(row.edition(), row.from()));
    }

    private static List<Row> standing(Handle handle) {
        return rows(handle).stream().filter(row -> !row.isWithdrawn()).toList();
    }

    private static List<Row> rows(Handle handle) {
        return handle.createQuery(NEWEST)
                .map((row, _) -> new Row(
                        row.getString(1), row.getInt(2), Instant.ofEpochMilli(row.getLong(3)), row.getString(4)))
                .list();
    }

    private static EditionFiles files(Handle handle, Row row) {
        return files(handle, row.edition(), row.version());
    }

    private static EditionFiles files(Handle handle, String name, int version) {
        return handle.createQuery(FILES)
                .bind(0, name)
                .bind(1, version)
                .map((found, _) -> new EditionFiles(
                        found.getString(1), Map.of(Language.NL, found.getString(2), Language.EN, found.getString(3))))
                .one();
    }

    /**
     * What bringing it in would do; nothing is changed.
     *
     * @param from when it comes into force; null for at once
     * @return the edition, and what is different in it from the one before
     * @throws org.moderationdesk.guidelines.BookProblems where the files have faults
     * @throws EditionRefused where it cannot be
     */
    public Announced check(Person person, EditionFiles files, @Nullable Instant from) {
        Rights.require(person, Right.SET_EDITION);
        Book book = new BookReader().read(files);
        return store.read(handle -> checked(handle, book, files, from, clock.instant()));
    }

    /**
     * Brings an edition in. One of the same name that is not in force yet gives way to it.
     *
     * @param from when it comes into force; null for at once
     * @throws org.moderationdesk.guidelines.BookProblems where the files have faults
     * @throws EditionRefused where it cannot be
     */
    public Announced bringIn(Person person, EditionFiles files, @Nullable Instant from) {
        Rights.require(person, Right.SET_EDITION);
        Book book = new BookReader().read(files);
        return log.record(person.name(), act -> {
            Announced announced = checked(act.handle(), book, files, from, act.at());
            insert(act, announced, files);
            return announced;
        });
    }

    /**
     * Takes back an edition that is announced. Its files stay in the store, and it can be brought in again.
     *
     * @param edition as it was looked at
     * @throws EditionRefused when it is in force, was replaced since, or past decisions are reviewed again for it
     */
    public void withdraw(Person person, Edition edition) {
        Rights.require(person, Right.SET_EDITION);
        String name = edition.name();
        needs(!edition.isFirst(), Why.CAME_WITH_THE_DESK, name);
        int unused = log.record(person.name(), act -> {
            Handle handle = act.handle();
            Row row = standing(handle).stream()
                    .filter(one -> one.edition().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new EditionRefused(Why.UNKNOWN_EDITION, name));
            needs(row.from().isAfter(act.at()), Why.IN_FORCE, name);
            needs(row.version() == edition.version(), Why.REPLACED, name);
            needs(
                    handle.createQuery(RE_REVIEWED)
                                    .bind(0, name)
                                    .mapTo(Long.class)
                                    .one()
                            == 0,
                    Why.RE_REVIEWED,
                    name);
            int version = row.version() + 1;
            RowState told = put(act, new Edition(edition.book(), version, NEVER), files(handle, row));
            var facts = new TreeMap<String, Object>(Map.of(
                    "edition", name, "version", version, "from", row.from().toEpochMilli()));
            act.append(new Entry(EventKind.EDITION_WITHDRAWN, null, null, facts, List.of(told)));
            return version;
        });
    }

    /** The files of one version, also of one that was withdrawn. */
    public EditionFiles files(Edition edition) {
        return store.read(handle -> files(handle, edition.name(), edition.version()));
    }

    /**
     * An edition that has been brought in, or would be.
     *
     * @param changes from the one that is in force until then
     */
    public record Announced(Edition edition, Edition before, List<Change> changes) {
        public Announced {
            changes = List.copyOf(changes);
        }
    }

    private Announced checked(Handle handle, Book book, EditionFiles files, @Nullable Instant wanted, Instant now) {
        String name = book.edition();
        needs(!name.equals(first.name()), Why.CAME_WITH_THE_DESK, name);
        // To the millisecond, as it is kept.
        Instant from = Instant.ofEpochMilli((wanted == null ? now : wanted).toEpochMilli());
        needs(wanted == null || !from.isBefore(now), Why.PAST, name);
        needs(from.isBefore(NEVER), Why.TOO_LATE, name);
        int version = 1;
        for (Row row : rows(handle)) {
            if (row.edition().equals(name)) {
                needs(row.from().isAfter(now), Why.IN_FORCE, name);
                needs(!row.digest().equals(files.digest()) || !row.from().equals(from), Why.NOTHING_NEW, name);
                version = row.version() + 1;
            } else {
                needs(!row.from().equals(from), Why.SAME_MOMENT, row.edition());
            }
        }
        var edition = new Edition(book, version, from);
        List<Edition> all = new ArrayList<>(shelf(handle).editions());
        all.removeIf(one -> one.name().equals(name));
        all.add(edition);
        var shelf = new Shelf(all);
        Edition before = shelf.before(edition).orElse(first);
        Cornerstones.check(first.book(), book);
        List<Change> changes = shelf.changes(edition);
        needs(!changes.isEmpty(), Why.NOTHING_NEW, name);
        return new Announced(edition, before, changes);
    }

    private static void insert(Act act, Announced announced, EditionFiles files) {
        Edition edition = announced.edition();
        RowState told = put(act, edition, files);
        var facts = new TreeMap<String, Object>(Map.of(
                "edition", edition.name(),
                "version", edition.version(),
                "from", edition.from().toEpochMilli(),
                "before", announced.before().name(),
                "changes", announced.changes().size()));
        act.append(new Entry(EventKind.EDITION_IMPORTED, null, null, facts, List.of(told)));
    }

    private static RowState put(Act act, Edition edition, EditionFiles files) {
        long from = edition.from().toEpochMilli();
        String digest = files.digest();
        String nl = files.words(Language.NL);
        String en = files.words(Language.EN);
        act.handle()
                .execute(INSERT, edition.name(), edition.version(), from, digest, files.shape(), nl, en, act.next());
        return EditionTables.EDITION.added(
                edition.name() + " " + edition.version(), from, digest, files.shape(), nl, en);
    }

    static void needs(boolean holds, Why why, String detail) {
        if (!holds) {
            throw new EditionRefused(why, detail);
        }
    }
}
