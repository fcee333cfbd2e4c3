package org.moderationdesk.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.items.ItemErasure;
import org.moderationdesk.items.NamesBeside;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.RowState;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.queue.CaseErasure;
import org.moderationdesk.retention.RetentionRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * How long what is settled is kept, and its erasure. Nothing goes by itself: somebody sees what would go, and lets it.
 * Every method asks for {@link Right#MANAGE_RETENTION}. Slow: not for the JavaFX thread.
 */
public final class Retention {
    private static final int AN_ACT = 50;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;
    private static final Duration LONGEST_HOLD = Duration.ofDays(DataClass.MOST_DAYS);
    private static final String PERIODS = "select what, days, event_seq from retention_period";
    private static final String INSERT = "insert into retention_period (days, event_seq, what) values (?, ?, ?)";
    private static final String UPDATE = "update retention_period set days = ?, event_seq = ? where what = ?";
    private static final String DELETE = "delete from retention_period where what = ?";

    private final Store store;
    private final EventLog log;
    private final MediaStore media;
    private final InstantSource clock;
    private final ItemErasure items;
    private final Holds holds;
    private final Sweeps sweeps;

    public Retention(Store store, EventLog log, MediaStore media, InstantSource clock) {
        this(store, log, media, clock, NamesBeside.NOTHING);
    }

    /** @param beside loses an account's names with its facts */
    public Retention(Store store, EventLog log, MediaStore media, InstantSource clock, NamesBeside beside) {
        this.store = store;
        this.log = log;
        this.media = media;
        this.clock = clock;
        this.items = new ItemErasure(media, beside);
        this.holds = new Holds(items);
        this.sweeps = new Sweeps(items, holds);
    }

    /** The periods that are set, in days. */
    public Map<DataClass, Integer> periods(Person by) {
        Rights.require(by, Right.MANAGE_RETENTION);
        Map<DataClass, Integer> days = new EnumMap<>(DataClass.class);
        store.read(Retention::rows).forEach((what, row) -> days.put(what, row.days()));
        return Collections.unmodifiableMap(days);
    }

    /**
     * Sets how long a class is kept once it is settled.
     *
     * @param days empty to keep it
     */
    public void set(Person by, DataClass what, Optional<Integer> days) {
        Rights.require(by, Right.MANAGE_RETENTION);
        if (days.isPresent() && (days.get() < DataClass.FLOOR_DAYS || days.get() > DataClass.MOST_DAYS)) {
            throw new RetentionRefused(Why.PERIOD);
        }
        int unused = log.record(by.name(), act -> {
            @Nullable Row was = rows(act.handle()).get(what);
            @Nullable RowState told = change(act, what, was, days.orElse(null));
            if (told != null) {
                Map<String, ?> facts = Map.of(
                        "retention",
                        what.name(),
                        "days",
                        days.map(Object::toString).orElse(""));
                act.append(new Entry(EventKind.SETTING_CHANGED, null, null, facts, List.of(told)));
            }
            return 1;
        });
    }

    private static @Nullable RowState change(Act act, DataClass what, @Nullable Row was, @Nullable Integer days) {
        if (was == null) {
            if (days == null) {
                return null;
            }
            act.handle().execute(INSERT, days, act.next(), what.name());
            return RetentionTables.PERIOD.added(what.name(), days);
        }
        if (days == null) {
            act.handle().execute(DELETE, what.name());
            return RetentionTables.PERIOD.gone(what.name(), was.seq());
        }
        if (was.days() == days) {
            return null;
        }
        act.handle().execute(UPDATE, days, act.next(), what.name());
        return RetentionTables.PERIOD.changed(what.name(), was.seq(), days);
    }

    /**
     * What would go now, and what is held and why. Changes nothing.
     *
     * @param progress in classes
     */
    public Plan plan(Person by, Progress progress) {
        Rights.require(by, Right.MANAGE_RETENTION);
        return walk(progress, DataClass.values().length, (_, page) -> page);
    }

    /**
     * Erases what is old enough and not held, in acts of {@value #AN_ACT} subjects, each on disk before the next. One that is
     * stopped leaves what was done done, and nothing half.
     *
     * @param progress in subjects
     * @throws java.util.concurrent.CancellationException when it was stopped
     */
    public Plan run(Person by, Progress progress) {
        Plan plan = plan(by, Progress.NONE);
        var count = new AtomicLong();
        Plan done = walk(Progress.NONE, 0, (what, page) -> {
            List<Sweep.Old> gone = new ArrayList<>();
            for (int from = 0; from < page.size(); from += AN_ACT) {
                progress.pass(count.get(), plan.goes());
                List<Sweep.Old> some = erase(by, what, page.subList(from, Math.min(page.size(), from + AN_ACT)));
                count.addAndGet(some.size());
                gone.addAll(some);
            }
            return gone;
        });
        progress.pass(plan.goes(), plan.goes());
        Map<String, Object> counts = new TreeMap<>();
        done.classes().forEach((what, of) -> counts.put(what.name(), of.goes()));
        long unused = log.record(
                by.name(),
                act -> act.append(new Entry(EventKind.RETENTION_RUN, null, null, Map.of("erased", counts), List.of())));
        return done;
    }

    private List<Sweep.Old> erase(Person by, DataClass what, List<Sweep.Old> old) {
        Sweep sweep = sweeps.of(what);
        List<String> files = new ArrayList<>();
        List<Sweep.Old> gone = log.record(by.name(), act -> {
            // A case may have been opened, or a hold placed, since the walk saw it.
            Map<String, HoldKind> held = holds.why(act.handle(), itemsOf(old), act.at());
            List<Sweep.Old> free = old.stream()
                    .filter(one -> one.items().stream().noneMatch(held::containsKey))
                    .toList();
            String day = act.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
            free.forEach(one -> files.addAll(sweep.erase(act, one, day)));
            return free;
        });
        files.forEach(media::delete);
        return gone;
    }

    private Plan walk(Progress progress, long total, Visit visit) {
        Instant now = clock.instant();
        var classes = new TreeMap<DataClass, Plan.OfClass>();
        Map<DataClass, Row> periods = store.read(Retention::rows);
        for (DataClass what : DataClass.values()) {
            @Nullable Row period = periods.get(what);
            if (period == null) {
                classes.put(what, new Plan.OfClass(null, 0, Map.of()));
                continue;
            }
            Instant moment = now.minus(Duration.ofDays(period.days()));
            Sweep sweep = sweeps.of(what);
            Map<HoldKind, Long> held = new EnumMap<>(HoldKind.class);
            long goes = 0;
            String from = sweep.start();
            while (from != null) {
                progress.pass(what.ordinal(), total);
                String here = from;
                Sweep.Page page = store.read(handle -> sweep.page(handle, moment, here));
                Map<String, HoldKind> why = store.read(handle -> holds.why(handle, itemsOf(page.old()), now));
                List<Sweep.Old> free = new ArrayList<>();
                for (Sweep.Old one : page.old()) {
                    Optional<HoldKind> kind = one.items().stream()
                            .filter(why::containsKey)
                            .map(why::get)
                            .min(HoldKind::compareTo);
                    kind.ifPresentOrElse(hold -> held.merge(hold, 1L, Long::sum), () -> free.add(one));
                }
                goes += visit.page(what, free).size();
                from = page.next();
            }
            classes.put(what, new Plan.OfClass(period.days(), goes, held));
        }
        progress.pass(total, total);
        return new Plan(classes);
    }

    /** Holds that stand, the oldest first. */
    public List<Hold> holds(Person by) {
        Rights.require(by, Right.MANAGE_RETENTION);
        return store.read(Holds::standing);
    }

    /** Whether it is long enough to be one, and not too long. */
    public static boolean isReason(String words) {
        int length = words.strip().length();
        return length >= SHORTEST_REASON && length <= LONGEST_REASON;
    }

    /** Whether a hold can end then. */
    public static boolean isEnd(Instant ends, Instant now) {
        return ends.isAfter(now) && !ends.isAfter(now.plus(LONGEST_HOLD));
    }

    /** Keeps everything of an account, or one item, from being erased until the hold is lifted. */
    public Hold hold(Person by, Hold.Subject subject, String subjectId, HoldKind kind, String reason) {
        Rights.require(by, Right.MANAGE_RETENTION);
        String why = reason.strip();
        if (!kind.isByHand()) {
            throw new RetentionRefused(Why.NOT_BY_HAND);
        }
        if (!isReason(why)) {
            throw new RetentionRefused(Why.NO_REASON);
        }
        return log.record(by.name(), act -> {
            boolean known = subject == Hold.Subject.ACCOUNT
                    ? items.accountJson(act.handle(), subjectId).isPresent()
                    : !CaseErasure.ofItems(act.handle(), Set.of(subjectId)).isEmpty();
            if (!known) {
                throw new RetentionRefused(Why.UNKNOWN);
            }
            var hold = new Hold(Ids.next(act.at()), subject, subjectId, kind, by.name(), act.at(), why);
            Holds.place(act, hold);
            return hold;
        });
    }

    /**
     * Says until when a hold is needed. It holds on after that, and is listed as overdue, until somebody lifts it.
     *
     * @throws RetentionRefused where it does not stand, or the end does not lie ahead
     */
    public void extend(Person by, String holdId, Instant ends, String reason) {
        Rights.require(by, Right.MANAGE_RETENTION);
        if (!isReason(reason)) {
            throw new RetentionRefused(Why.NO_REASON);
        }
        boolean stood = log.record(by.name(), act -> {
            if (!isEnd(ends, act.at())) {
                throw new RetentionRefused(Why.END);
            }
            return Holds.extend(act, holdId, ends, reason.strip());
        });
        if (!stood) {
            throw new RetentionRefused(Why.NO_HOLD);
        }
    }

    /**
     * What is preserved, by whatever cause: the overdue first, then what ends first.
     *
     * @param soon how long before its end something counts as ending soon
     */
    public List<Preserved> preserved(Person by, Duration soon) {
        Rights.require(by, Right.MANAGE_RETENTION);
        return store.read(handle -> new Preservation(handle, clock.instant(), soon).all());
    }

    /**
     * Destroys what was preserved of an item, as an authority ordered: what it says, its files, who reported it, what was
     * written about it. That it was destroyed, on which order, and by which hashes its files went by, stays in the log.
     *
     * @return SHA-256 of the files that nobody can read any more
     * @throws RetentionRefused where no such order is open, this person entered it, or it is held for another reason
     */
    public List<String> destroy(Person by, String orderId, String itemId) {
        Rights.require(by, Right.MANAGE_RETENTION);
        var destruction = new Destruction(items, holds);
        List<String> files = log.record(by.name(), act -> destruction.destroy(act, orderId, itemId));
        files.forEach(media::delete);
        return files;
    }

    /** What open orders ask to be destroyed and has not been, the first due first. */
    public List<ToDestroy> toDestroy(Person by) {
        Rights.require(by, Right.MANAGE_RETENTION);
        return store.read(Destruction::open);
    }

    /** Lifts a hold; what it kept can be erased from now on. */
    public void lift(Person by, String holdId) {
        Rights.require(by, Right.MANAGE_RETENTION);
        boolean lifted = log.record(by.name(), act -> Holds.lift(act, holdId));
        if (!lifted) {
            throw new RetentionRefused(Why.NO_HOLD);
        }
    }

    private static Set<String> itemsOf(List<Sweep.Old> old) {
        Set<String> all = new LinkedHashSet<>();
        old.forEach(one -> all.addAll(one.items()));
        return all;
    }

    private static Map<DataClass, Row> rows(Handle handle) {
        Map<DataClass, Row> rows = new EnumMap<>(DataClass.class);
        handle.createQuery(PERIODS)
                .map((row, _) -> Map.entry(DataClass.valueOf(row.getString(1)), new Row(row.getInt(2), row.getLong(3))))
                .forEach(entry -> rows.put(entry.getKey(), entry.getValue()));
        return rows;
    }

    private record Row(int days, long seq) {}

    /** What is done with those of a page that are not held; answers with those of them that went. */
    @FunctionalInterface
    private interface Visit {
        List<Sweep.Old> page(DataClass what, List<Sweep.Old> free);
    }
}
