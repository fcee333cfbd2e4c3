package org.moderationdesk.staff;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.RowState;
import org.moderationdesk.staff.PeopleRefused.Why;

/** Which languages and sections people can judge. Not for the JavaFX thread; safe for any other. */
public final class StoredSkills {
    private static final int MOST = 200;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern SECTION = Pattern.compile("\\d{1,2}(\\.\\d{1,2})?");
    private static final String ALL = "select name, languages, sections, event_seq from person_skill";
    private static final String OF = ALL + " where name = ?";
    private static final String INSERT =
            "insert into person_skill (languages, sections, event_seq, name) values (?, ?, ?, ?)";
    private static final String UPDATE =
            "update person_skill set languages = ?, sections = ?, event_seq = ? where name = ?";

    private final Store store;
    private final EventLog log;

    public StoredSkills(Store store, EventLog log) {
        this.store = store;
        this.log = log;
    }

    /** What somebody of this name can judge; everything, where nobody has said otherwise. */
    public static Skills of(Handle handle, String name) {
        return row(handle, name).map(Row::skills).orElseGet(Skills::all);
    }

    public Skills of(String name) {
        return store.read(handle -> of(handle, name));
    }

    /** By name, of those of whom somebody has said something. */
    public Map<String, Skills> all() {
        return store.read(handle -> {
            Map<String, Skills> all = new HashMap<>();
            handle.createQuery(ALL)
                    .map((rows, _) -> Map.entry(rows.getString(1), skills(rows.getString(2), rows.getString(3))))
                    .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
            return all;
        });
    }

    /**
     * Says what somebody can judge.
     *
     * @throws RightRefused without the right to manage people
     * @throws PeopleRefused for somebody unknown, or a code that is none
     */
    public void set(Person by, String name, Skills skills) {
        check(skills);
        int unused = log.record(by.name(), act -> {
            requireManages(act, by);
            String known = PersonTable.find(act.handle(), name)
                    .orElseThrow(() -> new PeopleRefused(Why.UNKNOWN))
                    .member()
                    .name();
            if (!of(act.handle(), known).equals(skills)) {
                RowState told = write(act, known, skills);
                var facts = new TreeMap<String, Object>(Map.of(
                        "name", known,
                        "languages", sorted(skills.languages()),
                        "sections", sorted(skills.sections())));
                act.append(new Entry(EventKind.PERSON_CHANGED, null, null, facts, List.of(told)));
            }
            return 1;
        });
    }

    /** By what the store says now: a role that was taken away meanwhile counts no more. */
    private static void requireManages(Act act, Person by) {
        boolean manages = PersonTable.find(act.handle(), by.name())
                .map(row -> row.member().isWorkingAdministrator())
                .orElseGet(() -> Rights.has(by, Right.MANAGE_PEOPLE));
        if (!manages) {
            throw new RightRefused(Right.MANAGE_PEOPLE);
        }
    }

    private static void check(Skills skills) {
        boolean sound = skills.languages().size() <= MOST
                && skills.sections().size() <= MOST
                && skills.languages().stream().allMatch(LANGUAGE.asMatchPredicate())
                && skills.sections().stream().allMatch(SECTION.asMatchPredicate());
        if (!sound) {
            throw new PeopleRefused(Why.SKILL_UNUSABLE);
        }
    }

    private static RowState write(Act act, String name, Skills skills) {
        String languages = String.join(" ", sorted(skills.languages()));
        String sections = String.join(" ", sorted(skills.sections()));
        Optional<Row> was = row(act.handle(), name);
        act.handle().execute(was.isPresent() ? UPDATE : INSERT, languages, sections, act.next(), name);
        return was.map(row -> StaffTables.SKILL.changed(name, row.seq(), languages, sections))
                .orElseGet(() -> StaffTables.SKILL.added(name, languages, sections));
    }

    private static Optional<Row> row(Handle handle, String name) {
        return handle.createQuery(OF)
                .bind(0, name)
                .map((rows, _) -> new Row(skills(rows.getString(2), rows.getString(3)), rows.getLong(4)))
                .findOne();
    }

    private static Skills skills(String languages, String sections) {
        return new Skills(split(languages), split(sections));
    }

    private static Set<String> split(String words) {
        return words.isEmpty() ? Set.of() : Arrays.stream(words.split(" ", -1)).collect(Collectors.toSet());
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }

    /** @param seq the entry that told of it last */
    private record Row(Skills skills, long seq) {}
}
