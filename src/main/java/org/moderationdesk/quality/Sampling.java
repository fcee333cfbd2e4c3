package org.moderationdesk.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.BlindItems;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.quality.QualityRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Draws decisions for a second review by the plan in force: each decision is looked at once, in the order in which they
 * were made, however many desks do it and wherever an earlier pass was cut off. What concerns child safety is drawn by
 * who may know of it. Slow: not for the JavaFX thread; safe for any other.
 */
public final class Sampling {
    /** How long after it a decision is looked at, at the soonest: nobody is still writing it down. */
    static final Duration SETTLED = Duration.ofMinutes(5);

    /** How far the first pass goes back from when the first plan was made. */
    static final Duration FIRST_BACK = Duration.ofDays(7);

    /** After which the desk makes a pass by itself. */
    static final Duration DAILY = Duration.ofHours(23);

    private static final int READ_AT_ONCE = 500;

    private final Store store;
    private final EventLog log;
    private final InstantSource clock;
    private final QualityRooms rooms;

    public Sampling(Store store, EventLog log, InstantSource clock, QualityRooms rooms) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.rooms = rooms;
    }

    /**
     * What a pass has done.
     *
     * @param looked how many decisions it looked at
     * @param drawn how many of these wait for a second review now
     * @param through up to when decisions have been looked at
     */
    public record Pass(long looked, long drawn, Instant through) {}

    /**
     * What a plan would draw of the decisions of a period that this person may know of; nothing is changed. It is what
     * will be drawn, if the plan is the next one that is made.
     *
     * @param from first moment of the period
     * @param until up to, and without, this one
     * @throws CancellationException when the progress asks to stop
     */
    public Sampled dryRun(Person lead, SamplingPlan plan, Instant from, Instant until, Progress progress) {
        Rights.require(lead, Right.PLAN_QUALITY);
        int next = store.read(SamplingPlans::inForce).version() + 1;
        Draw draw = draw(lead, plan.as(next));
        var counted = new Counted(draw);
        var weeks = new Weeks(draw);
        var survey = store.read(handle -> new Survey(
                handle,
                rooms.rules().inForce(),
                draw.plan(),
                lead,
                new Survey.Period(from, until),
                rooms.tests().items(handle)));
        long read = 0;
        long at = survey.begin();
        while (at >= 0) {
            progress.pass(read, survey.amount());
            long after = at;
            Survey.Page page = store.read(handle -> survey.after(handle, after));
            page.decided().forEach(one -> {
                Optional<Stratum> drawn = draw.of(one);
                counted.add(one, drawn);
                if (drawn.isEmpty()) {
                    weeks.add(one);
                }
            });
            read += page.read();
            at = page.last();
        }
        weeks.drawn().forEach(counted::drawnOfWeek);
        progress.pass(read, read);
        return counted.sampled(from, until, seconds());
    }

    /**
     * Goes on drawing from where the last pass ended, up to now. What waits and whose decision stands no more is let go.
     *
     * @throws QualityRefused for who holds a second review: its decision is not there for them
     * @throws CancellationException when the progress asks to stop; what was drawn stays drawn
     */
    public Pass pass(Person lead, Progress progress) {
        Rights.require(lead, Right.PLAN_QUALITY);
        if (!store.read(handle -> BlindItems.of(handle, lead.name())).isEmpty()) {
            throw new QualityRefused(Why.HOLDS_ANOTHER, "");
        }
        int unused = new Dropping(store, log).drop(lead);
        var pass = new Passing(store, log, rooms, draw(lead, store.read(SamplingPlans::inForce)));
        Instant until = store.read(handle -> settled(handle, clock.instant()));
        long looked = 0;
        long drawn = 0;
        for (Cursor cursor : Cursor.of(lead)) {
            Passing.Done done = pass.through(lead, cursor, until, progress);
            looked += done.looked();
            drawn += done.drawn();
        }
        return new Pass(looked, drawn, until);
    }

    /**
     * Makes a pass if there was none for a day, and this person can make one; done by the desk itself.
     *
     * @return empty when none was due
     */
    public Optional<Pass> passIfDue(Optional<Person> signedIn, Progress progress) {
        Optional<Person> lead = signedIn.filter(person -> Rights.has(person, Right.PLAN_QUALITY));
        Instant now = clock.instant();
        boolean due = lead.isPresent()
                && store.read(handle -> SamplingPlans.inForce(handle).version() > 0
                        && BlindItems.of(handle, lead.get().name()).isEmpty()
                        && Cursor.of(lead.get()).stream()
                                .anyMatch(cursor -> cursor.isBehind(handle, now.minus(DAILY))));
        return due ? Optional.of(pass(lead.get(), progress)) : Optional.empty();
    }

    private Draw draw(Person lead, SamplingPlan plan) {
        return new Draw(plan, new Lot(new Secret(store, log).of(lead)));
    }

    /** Up to when nobody writes a decision down any more, and none can still be undone. */
    private static Instant settled(Handle handle, Instant now) {
        long until = now.minus(SETTLED).toEpochMilli();
        return Instant.ofEpochMilli(handle.createQuery("""
            select coalesce(min(at), :until)
              from decision
             where at >= :hour and at < :until and release_at > :now
            """)
                .bind("until", until)
                .bind("hour", now.minus(Duration.ofHours(1)).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .one());
    }

    private int seconds() {
        List<Person> working = rooms.people().working();
        return (int) working.stream()
                .filter(person -> Rights.has(person, Right.DECIDE))
                .count();
    }

    /** Decisions that follow one another. */
    record Batch(List<Decided> decided, Cursor.Position through, boolean more) {
        /** @param tests items whose decisions are passed by */
        static Batch read(
                DecidedReader reader, SamplingPlan plan, Cursor.Position after, Instant until, Set<String> tests) {
            List<Decided.StoredDecision> found =
                    reader.after(Instant.ofEpochMilli(after.at()), after.id(), until, READ_AT_ONCE);
            List<Decided> decided = new ArrayList<>();
            found.stream()
                    .filter(one -> !tests.contains(one.itemId()))
                    .forEach(one -> decided.add(reader.read(one, plan)));
            boolean more = found.size() == READ_AT_ONCE;
            Cursor.Position through = more
                    ? new Cursor.Position(
                            found.getLast().at().toEpochMilli(), found.getLast().id())
                    : new Cursor.Position(until.toEpochMilli(), "");
            return new Batch(decided, through, more);
        }
    }
}
