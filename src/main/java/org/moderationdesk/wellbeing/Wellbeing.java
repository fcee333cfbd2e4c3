package org.moderationdesk.wellbeing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.log.Act;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Except;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Counts what people look at, and says what they are offered next. It reduces what is seen; it claims no more. Not for
 * the JavaFX thread; safe for any other.
 */
public final class Wellbeing {
    private static final Duration KEPT = Duration.ofDays(31);
    private static final Set<Severity> LIGHTER = Set.of(Severity.LOW, Severity.MEDIUM);

    private final Store store;
    private final InstantSource clock;
    private final Supplier<WellbeingSettings> settings;
    private final OwnTime time;
    private final Exposure exposure;
    private final Breaks breaks;
    /** Who asked for a lighter next case. */
    private final Set<String> lighter = ConcurrentHashMap.newKeySet();

    /** @param zone where the people of this desk are: their days begin at its midnight */
    public Wellbeing(Store store, InstantSource clock, ZoneId zone, Supplier<WellbeingSettings> settings) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        this.time = new OwnTime(zone);
        this.exposure = new Exposure(store, clock, time, settings);
        this.breaks = new Breaks(time);
    }

    public Exposure exposure() {
        return exposure;
    }

    /** Today, as days are numbered in the store. */
    int today() {
        return time.number(clock.instant());
    }

    /** Counts a look, in the act that records it. */
    public void looked(Act act, Looked look) {
        exposure.add(act.handle(), look);
        if (look.isSevere()) {
            SevereWork.add(act, look.person(), look.caseId(), act.at(), look.millis(), 0);
        }
    }

    /** Counts a look at what is practised on: it weighs as much as any other, and is of no case. */
    public void lookedInPractice(Handle handle, Looked look) {
        exposure.add(handle, look);
    }

    /** A look that was counted at its longest has ended otherwise; in the act that records that. */
    public void corrected(Act act, Looked counted, Looked real) {
        exposure.takeBack(act.handle(), counted);
        if (counted.isSevere()) {
            SevereWork.takeBack(act.handle(), counted.person(), counted.caseId(), counted.millis());
        }
        looked(act, real);
    }

    /**
     * Counts a decision, in the act that records it.
     *
     * @param activeMs active work on the case
     */
    public void decided(Act act, String person, CaseRow row, long activeMs) {
        if (Weights.isSevere(row.severity())) {
            SevereWork.add(act, person, row.id(), act.at(), 0, activeMs);
        }
    }

    /**
     * What to look for the next case in, the preferred first: without what the person chose not to be offered, and
     * lighter where they or the team's rotation ask for that. Empty where rotation leaves nothing of what was asked for.
     *
     * @throws BreakFirst when a break must come before it
     */
    public List<CaseFilter> next(Person person, CaseFilter asked) {
        Standing now = rested(person);
        CaseFilter offered = asked.leavingOut(notOffered(person));
        Optional<CaseFilter> light = offered.within(LIGHTER);
        if (now.rotatedUntil() != null) {
            return light.map(List::of).orElse(List.of());
        }
        return now.lighterNext() && light.isPresent() ? List.of(light.get(), offered) : List.of(offered);
    }

    /**
     * How this person's day stands, where they may look at something else.
     *
     * @throws BreakFirst when a break must come before it
     */
    public Standing rested(Person person) {
        Standing now = standing(person);
        if (now.owed().isPositive()) {
            throw new BreakFirst(now.owed());
        }
        return now;
    }

    /** The next case has come: a wish for a lighter one is fulfilled. */
    public void nextOpened(Person person) {
        lighter.remove(person.name());
    }

    /** The next case is to be a lighter one, if there is any. */
    public void lighterNext(Person person) {
        lighter.add(person.name());
    }

    /** What this person chose not to be offered. Nobody else is told. */
    public Except notOffered(Person person) {
        return store.read(handle -> Choices.read(handle, person.name()));
    }

    public void offerNot(Person person, Except chosen) {
        int unused = store.write(handle -> {
            Choices.write(handle, person.name(), chosen);
            return 1;
        });
    }

    /** How this person's day stands. */
    public Standing standing(Person person) {
        Instant now = clock.instant();
        WellbeingSettings set = settings.get();
        return store.read(handle -> {
            long used = exposure.used(handle, person.name(), now);
            GateLift lifted =
                    GateLifts.of(handle, person.name(), time.number(now)).orElse(null);
            return new Standing(
                    Duration.ofMillis(used),
                    set.budget(),
                    lifted != null ? Duration.ZERO : breaks.owed(handle, person.name(), now, used, set),
                    rotatedUntil(handle, person, now, set),
                    lighter.contains(person.name()),
                    lifted);
        });
    }

    /** A break begins; answers with its id. */
    public String startBreak(Person person) {
        Instant now = clock.instant();
        return store.write(
                handle -> breaks.start(handle, person.name(), now, exposure.used(handle, person.name(), now)));
    }

    /** The break with this id is over. */
    public void endBreak(Person person, String id) {
        Instant now = clock.instant();
        int unused = store.write(handle -> {
            Breaks.end(handle, person.name(), id, now);
            return 1;
        });
    }

    /** The person's own day; nobody can ask for that of somebody else. */
    public OwnDay ownDay(Person person) {
        Instant now = clock.instant();
        String name = person.name();
        return store.read(handle -> new OwnDay(
                time.day(now),
                time.midnight(now),
                Duration.ofMillis(exposure.used(handle, name, now)),
                settings.get().budget(),
                exposure.looks(handle, name, now),
                exposure.halfHours(handle, name, now),
                breaks.taken(handle, name, now)));
    }

    /** Whether this person may set budget, weights, breaks and rotation. */
    public static boolean maySet(Person person) {
        return Rights.has(person, Right.SET_WELLBEING);
    }

    /** @throws org.moderationdesk.staff.RightRefused unless {@link #maySet} */
    public static void requireMaySet(Person person) {
        Rights.require(person, Right.SET_WELLBEING);
    }

    /** What is older than a month goes. */
    public void forgetOld() {
        Instant now = clock.instant();
        int unused = store.writeSoon(handle -> {
            int before = time.number(now.minus(KEPT));
            Exposure.forget(handle, before);
            Breaks.forget(handle, before);
            SevereWork.forget(handle, now);
            return before;
        });
    }

    private static @Nullable Instant rotatedUntil(Handle handle, Person person, Instant now, WellbeingSettings set) {
        return set.rotation().on()
                ? SevereWork.rotatedUntil(set.rotation(), SevereWork.lately(handle, person.name(), now), now)
                        .orElse(null)
                : null;
    }
}
