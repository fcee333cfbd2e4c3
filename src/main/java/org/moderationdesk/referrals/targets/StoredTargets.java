package org.moderationdesk.referrals.targets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.referrals.targets.TargetsRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * The versions of targets: each is an entry of the log and stays. The newest is in force from the moment it is made; until
 * there is one, those that come with the desk are. Everybody may read them. Not for the JavaFX thread; safe for any other.
 */
public final class StoredTargets {
    /** What is reported to NCMEC is preserved for a year (18 USC 2258A(h)(1)), whatever a version says. */
    public static final String NCMEC = "NCMEC";

    private static final int MOST = 200;
    private static final String VERSIONS = """
        select p.version, p.body, e.at, e.person
          from target_plan p
          join event e on e.seq = p.event_seq
         order by p.version desc
         fetch first ? rows only
        """;
    private static final String NEWEST =
            "select version, body from target_plan order by version desc fetch first 1 row only";
    private static final String ONE = "select version, body from target_plan where version = ?";
    private static final String INSERT = "insert into target_plan (version, body, event_seq) values (?, ?, ?)";
    private static final Targets SHIPPED = TargetsJson.shipped();

    private final Store store;
    private final EventLog log;

    public StoredTargets(Store store, EventLog log) {
        this.store = store;
        this.log = log;
    }

    public Targets inForce() {
        return store.read(StoredTargets::inForce);
    }

    /** As {@link #inForce()}, in a transaction that is already open. */
    public static Targets inForce(Handle handle) {
        return handle.createQuery(NEWEST)
                .map((row, _) -> TargetsJson.read(row.getInt(1), row.getString(2)))
                .findOne()
                .orElse(SHIPPED);
    }

    /** Whether a target came with the desk, and so stays. */
    public static boolean isShipped(String code) {
        return SHIPPED.find(code).isPresent();
    }

    /** For how many days at least what was sent to a target is preserved, whatever a version says. */
    public static int leastDays(String code) {
        return SHIPPED.find(code).map(Target::preservationDays).orElse(0);
    }

    /** For how many days what was sent to a target is preserved after it arrived, by what is in force. */
    public static int preservationDays(Handle handle, String code) {
        return Math.max(
                leastDays(code),
                inForce(handle).find(code).map(Target::preservationDays).orElse(0));
    }

    /** One version; 0 is what came with the desk. */
    public Optional<Targets> version(int version) {
        return version == 0
                ? Optional.of(SHIPPED)
                : store.read(handle -> handle.createQuery(ONE)
                        .bind(0, version)
                        .map((row, _) -> TargetsJson.read(row.getInt(1), row.getString(2)))
                        .findOne());
    }

    /** The versions that were made, newest first. */
    public List<TargetsVersion> history(int limit) {
        List<Made> made = store.read(handle -> handle.createQuery(VERSIONS)
                .bind(0, limit + 1)
                .map((row, _) -> new Made(
                        TargetsJson.read(row.getInt(1), row.getString(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getString(4)))
                .list());
        List<TargetsVersion> told = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, made.size()); i++) {
            Made one = made.get(i);
            Targets before = i + 1 < made.size() ? made.get(i + 1).targets() : SHIPPED;
            told.add(new TargetsVersion(
                    one.targets().version(), one.at(), one.by(), TargetChange.between(before, one.targets())));
        }
        return told;
    }

    /**
     * Makes a new version with one target added or changed.
     *
     * @param on the version that it was made of
     * @throws TargetsRefused when it cannot stand, or somebody has made another version since
     */
    public Targets set(Person by, int on, Target target) {
        Rights.require(by, Right.SET_TARGETS);
        int floor = leastDays(target.code());
        if (target.preservationDays() < floor) {
            throw new TargetsRefused(Why.TOO_SHORT, Integer.toString(floor));
        }
        return save(by, on, before -> before.with(target));
    }

    /**
     * Makes a new version without one target that an administrator had added.
     *
     * @throws TargetsRefused where there is none such, or it came with the desk
     */
    public Targets remove(Person by, int on, String code) {
        Rights.require(by, Right.SET_TARGETS);
        if (SHIPPED.find(code).isPresent()) {
            throw new TargetsRefused(Why.SHIPPED, code);
        }
        return save(by, on, before -> {
            if (before.find(code).isEmpty()) {
                throw new TargetsRefused(Why.NO_SUCH_TARGET, code);
            }
            return before.without(code);
        });
    }

    /**
     * Makes a new version in which these are the ones that help a person in need, and no others.
     *
     * @param on the version that they were made of
     * @throws TargetsRefused when one cannot stand, one that came with the desk is left out, or somebody has made another
     *     version since
     */
    public Targets setSupport(Person by, int on, List<SupportLine> lines) {
        Rights.require(by, Right.SET_TARGETS);
        if (lines.stream().anyMatch(line -> !line.faults().isEmpty())) {
            throw new TargetsRefused(Why.FORMAT, "support");
        }
        return save(by, on, before -> {
            Targets after = before;
            Set<String> stay = lines.stream().map(SupportLine::code).collect(Collectors.toSet());
            for (SupportLine line : SupportLine.of(before)) {
                if (!stay.contains(line.code())) {
                    if (line.isShipped()) {
                        throw new TargetsRefused(Why.SHIPPED, line.code());
                    }
                    after = after.without(line.code());
                }
            }
            Set<String> taken = before.all().stream().map(Target::code).collect(Collectors.toSet());
            for (SupportLine line : lines) {
                Target target = line.target(before, taken);
                taken.add(target.code());
                after = after.with(target);
            }
            return after;
        });
    }

    private Targets save(Person by, int on, UnaryOperator<Targets> change) {
        return log.record(by.name(), act -> {
            Targets before = inForce(act.handle());
            if (before.version() != on) {
                throw new TargetsRefused(Why.CHANGED_MEANWHILE, Integer.toString(before.version()));
            }
            Targets after = change.apply(before).as(before.version() + 1);
            if (after.all().equals(before.all())) {
                throw new TargetsRefused(Why.NOTHING_NEW, Integer.toString(before.version()));
            }
            if (after.all().size() > MOST) {
                throw new TargetsRefused(Why.TOO_MANY, Integer.toString(MOST));
            }
            return write(act, after, changed(before, after));
        });
    }

    private static Targets write(Act act, Targets targets, List<String> changed) {
        String body = TargetsJson.write(targets);
        act.handle().execute(INSERT, targets.version(), body, act.next());
        var told = TargetTables.PLAN.added(Integer.toString(targets.version()), body);
        Map<String, ?> facts = Map.of("version", targets.version(), "changed", changed);
        var _ = act.append(new Entry(EventKind.TARGETS_CHANGED, null, null, facts, List.of(told)));
        return targets;
    }

    private static List<String> changed(Targets before, Targets after) {
        return TargetChange.between(before, after).stream()
                .map(TargetChange::code)
                .toList();
    }

    private record Made(Targets targets, Instant at, String by) {}
}
