package org.moderationdesk.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.RowState;
import org.moderationdesk.media.CoverChoice;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * The organisation's floor: with how much cover content of each severity opens at the least, for everybody at this
 * store. Not for the JavaFX thread; safe for any other.
 */
public final class StoredCoverFloor {
    private static final String READ = "select severity, first_form, blur, muted, event_seq from cover_floor";
    private static final String UPDATE = """
        update cover_floor set first_form = ?, blur = ?, muted = ?, event_seq = ? where severity = ? and event_seq = ?
        """;
    private static final String INSERT =
            "insert into cover_floor (first_form, blur, muted, event_seq, severity) values (?, ?, ?, ?, ?)";

    private final Store store;
    private final EventLog log;

    public StoredCoverFloor(Store store, EventLog log) {
        this.store = store;
        this.log = log;
    }

    /** The floor as it is; where nothing is set, blurred, grey and muted. */
    public SafeView read() {
        return floor(store.read(StoredCoverFloor::rows));
    }

    /** Whether this person may set the floor. */
    public static boolean maySet(Person person) {
        return Rights.has(person, Right.SET_FLOOR);
    }

    /**
     * Sets the floor; the log tells of each severity that changes.
     *
     * @throws org.moderationdesk.staff.RightRefused when this person may not
     */
    public void set(Person person, SafeView floor) {
        Rights.require(person, Right.SET_FLOOR);
        int unused = log.record(person.name(), act -> {
            Map<Severity, Row> before = rows(act.handle());
            var told = new ArrayList<RowState>();
            var facts = new TreeMap<String, Object>();
            for (Severity severity : Severity.values()) {
                CoverChoice choice = of(floor, severity);
                @Nullable Row was = before.get(severity);
                if (was == null || !was.choice().equals(choice)) {
                    told.add(write(act.handle(), act.next(), severity, choice, was));
                    facts.put(
                            severity.name(),
                            List.of(choice.first().name(), (long) choice.blur(), Boolean.toString(choice.muted())));
                }
            }
            if (!told.isEmpty()) {
                act.append(new Entry(EventKind.SETTING_CHANGED, null, null, Map.of("coverFloor", facts), told));
            }
            return told.size();
        });
    }

    /** What a view says of one severity. */
    public static CoverChoice of(SafeView view, Severity severity) {
        return switch (severity) {
            case LOW -> view.low();
            case MEDIUM -> view.medium();
            case HIGH -> view.high();
            case CRITICAL -> view.critical();
        };
    }

    private static RowState write(Handle handle, long seq, Severity severity, CoverChoice choice, @Nullable Row was) {
        String form = choice.first().name();
        if (was == null) {
            handle.execute(INSERT, form, choice.blur(), choice.muted(), seq, severity.name());
            return ReviewTables.COVER_FLOOR.added(severity.name(), form, choice.blur(), choice.muted());
        }
        handle.execute(UPDATE, form, choice.blur(), choice.muted(), seq, severity.name(), was.seq());
        return ReviewTables.COVER_FLOOR.changed(severity.name(), was.seq(), form, choice.blur(), choice.muted());
    }

    private static Map<Severity, Row> rows(Handle handle) {
        var rows = new EnumMap<Severity, Row>(Severity.class);
        handle.createQuery(READ)
                .map((row, _) -> Map.entry(
                        Severity.valueOf(row.getString(1)),
                        new Row(
                                new CoverChoice(LookForm.valueOf(row.getString(2)), row.getInt(3), row.getBoolean(4)),
                                row.getLong(5))))
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        return rows;
    }

    private static SafeView floor(Map<Severity, Row> rows) {
        var usual = new Row(CoverChoice.usual(), 0);
        return new SafeView(
                rows.getOrDefault(Severity.LOW, usual).choice(),
                rows.getOrDefault(Severity.MEDIUM, usual).choice(),
                rows.getOrDefault(Severity.HIGH, usual).choice(),
                rows.getOrDefault(Severity.CRITICAL, usual).choice());
    }

    private record Row(CoverChoice choice, long seq) {}
}
