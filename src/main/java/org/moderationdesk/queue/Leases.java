package org.moderationdesk.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.RowState;
import org.moderationdesk.queue.LeaseTable.Lease;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.PlansInForce;
import org.moderationdesk.routing.Route;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.staff.Skills;

/** What may happen to a case and its lease, each in the transaction of its act. */
final class Leases {
    /** A case that was handed over waits for that person through a working day. */
    static final Duration WAITS_FOR_PERSON = Duration.ofHours(8);

    private static final Duration SKIPS_KEPT = Duration.ofHours(24);
    private static final String FORGET_SKIPS = "delete from skip where at < ?";

    private final QueueSettings settings;
    private final PlansInForce plans;
    private final Certified certified;

    Leases(QueueSettings settings, PlansInForce plans, Certified certified) {
        this.settings = settings;
        this.plans = plans;
        this.certified = certified;
    }

    Claim claim(Act act, long caseId, Person person) {
        Rights.require(person, Right.CLAIM);
        CaseNow now = now(act, caseId, person.name());
        CaseState state = now.state;
        @Nullable Lease before = now.lease;
        if (state.state == CaseRow.State.CLOSED) {
            throw refused(closed(act, state));
        }
        Plan plan = now.plan;
        if (!Rights.sees(person, state.childSafety) || !plan.shows(person, state.queue)) {
            throw refused(new ClaimRefused.NotCleared());
        }
        boolean live = before != null && before.isLive(act.at());
        if (before != null && live && !before.holder().equals(person.name())) {
            throw refused(new ClaimRefused.HeldBy(before.holder(), Instant.ofEpochMilli(before.endsAt())));
        }
        // What somebody holds, or was handed, stays theirs whatever rules come into force.
        if (!live) {
            Takes takes = now.skillsSaid
                    ? Takes.of(act.handle(), plan, person, certified)
                    : Takes.of(act.handle(), plan, person, Skills.all(), certified);
            takes.refuses(state).ifPresent(why -> {
                throw refused(new ClaimRefused.NotForYou(why));
            });
        }
        Map<String, Object> facts = new TreeMap<>();
        if (before != null) {
            facts.put("from", before.holder());
        }
        Instant until = act.at().plus(settings.lease());
        return lease(act, new Step(EventKind.CLAIMED, now, facts), person.name(), until);
    }

    void handOver(Act act, Claim claim, String to, String note) {
        CaseNow now = held(act, claim);
        String receiver = Takes.receiver(act.handle(), now.plan, now.state, to, certified);
        String noteId = act.keep(note);
        Map<String, Object> facts = new TreeMap<>(Map.of("to", receiver, "note", noteId, "token", claim.token()));
        lease(
                act,
                new Step(EventKind.HANDED_OVER, now, facts),
                receiver,
                act.at().plus(WAITS_FOR_PERSON));
    }

    void release(Act act, Claim claim) {
        giveBack(act, EventKind.RELEASED, held(act, claim), new TreeMap<>());
    }

    void skip(Act act, Claim claim, String why) {
        CaseNow now = held(act, claim);
        String words = act.keep(why);
        remember(act, now.state.id, claim.holder());
        giveBack(act, EventKind.SKIPPED, now, new TreeMap<>(Map.of("why", words)));
    }

    void escalate(Act act, CaseNow now, Claim claim, String toQueue, Queue.Marks marks) {
        CaseState state = held(act, now, claim).state;
        String from = state.queue;
        if (from.equals(toQueue)) {
            remember(act, state.id, claim.holder());
        }
        mark(state, marks);
        Map<String, Object> facts = new TreeMap<>(Map.of("from", from, "to", toQueue, "token", state.token));
        end(act, new Step(EventKind.ESCALATED, now, facts), toQueue, CaseRow.State.WAITING);
    }

    void takeBack(Act act, long caseId, String queue) {
        CaseNow now = now(act, caseId);
        CaseState state = now.state;
        if (state.state == CaseRow.State.CLOSED) {
            throw refused(closed(act, state));
        }
        Map<String, Object> facts = new TreeMap<>(Map.of("from", state.queue, "to", queue, "token", state.token));
        end(act, new Step(EventKind.CASE_REOPENED, now, facts), queue, CaseRow.State.WAITING);
    }

    void close(Act act, CaseNow now, Claim claim, Queue.Marks marks) {
        CaseState state = held(act, now, claim).state;
        mark(state, marks);
        state.closedAt = act.at().toEpochMilli();
        act.write("delete from skip where case_id = ?", state.id);
        Map<String, Object> facts = new TreeMap<>(Map.of("token", state.token));
        end(act, new Step(EventKind.CASE_CLOSED, now, facts), state.queue, CaseRow.State.CLOSED);
    }

    long reopen(Act act, long caseId) {
        CaseNow now = now(act, caseId);
        CaseState state = now.state;
        Optional<CaseState> other = CaseTable.openOf(act.handle(), state.itemId);
        if (other.isPresent()) {
            return other.get().id;
        }
        state.closedAt = null;
        Plan plan = now.plan;
        boolean gone = !plan.isNone() && plan.queue(state.queue).isEmpty();
        String queue = gone ? Placement.of(act.handle(), plan, state).queue() : state.queue;
        end(act, new Step(EventKind.CASE_REOPENED, now, new TreeMap<>()), queue, CaseRow.State.WAITING);
        return state.id;
    }

    /** Gives back cases whose lease has ended, at most so many. */
    int expire(Act act, int limit) {
        act.handle().execute(FORGET_SKIPS, act.at().minus(SKIPS_KEPT).toEpochMilli());
        List<Lease> ended = LeaseTable.ended(act.handle(), act.at(), limit);
        for (Lease lease : ended) {
            CaseNow now =
                    CaseNow.read(act.handle(), plans, lease.caseId(), act.by()).orElseThrow();
            giveBack(act, EventKind.LEASE_ENDED, now, new TreeMap<>(Map.of("holder", lease.holder())));
        }
        return ended.size();
    }

    /**
     * The case, when this claim is alive.
     *
     * @throws ClaimRefused when it is not: the lease has ended, or the token has grown since
     */
    CaseNow held(Act act, Claim claim) {
        return held(act, now(act, claim.caseId()), claim);
    }

    /** The same, of a case that was read in this act. */
    static CaseNow held(Act act, CaseNow now, Claim claim) {
        CaseState state = now.state;
        if (state.state == CaseRow.State.CLOSED) {
            throw refused(closed(act, state));
        }
        @Nullable Lease lease = now.lease;
        if (lease == null) {
            throw refused(new ClaimRefused.LeaseEnded(claim.until()));
        }
        boolean mine = lease.holder().equals(claim.holder()) && claim.holder().equals(act.by());
        if (!mine && lease.isLive(act.at())) {
            throw refused(new ClaimRefused.HeldBy(lease.holder(), Instant.ofEpochMilli(lease.endsAt())));
        }
        if (!mine || lease.token() != claim.token() || state.token != claim.token() || !lease.isLive(act.at())) {
            throw refused(new ClaimRefused.LeaseEnded(Instant.ofEpochMilli(lease.endsAt())));
        }
        return now;
    }

    /** The claim with the end that heartbeats have given it. */
    static Claim current(Act act, CaseNow now, Claim claim) {
        @Nullable Lease lease = held(act, now, claim).lease;
        return lease == null ? claim : lease.claim(now.state.itemId);
    }

    /** The case as it is in this act. */
    CaseNow now(Act act, long caseId) {
        return now(act, caseId, act.by());
    }

    private CaseNow now(Act act, long caseId, String person) {
        return CaseNow.read(act.handle(), plans, caseId, person).orElseThrow(() -> refused(new ClaimRefused.Gone()));
    }

    private static void giveBack(Act act, EventKind kind, CaseNow now, Map<String, Object> facts) {
        CaseState state = now.state;
        facts.put("token", state.token);
        Plan plan = now.plan;
        Route route = Placement.of(act.handle(), plan, state);
        if (!route.queue().equals(state.queue)) {
            facts.put("from", state.queue);
            facts.put("queue", route.queue());
            Placement.tell(facts, plan, route.rule());
        }
        end(act, new Step(kind, now, facts), route.queue(), CaseRow.State.WAITING);
    }

    private static Claim lease(Act act, Step step, String holder, Instant until) {
        CaseState state = step.now.state;
        var lease =
                new Lease(state.id, holder, state.token + 1, act.at().toEpochMilli(), until.toEpochMilli(), act.next());
        step.facts().put("holder", holder);
        step.facts().put("token", lease.token());
        Counters counters = move(state, state.queue, CaseRow.State.LEASED);
        state.token = lease.token();
        List<RowState> rows = write(act, state, counters);
        rows.add(LeaseTable.put(act, lease, step.now.lease));
        act.append(new Entry(step.kind(), state.id, state.itemId, step.facts(), rows));
        return lease.claim(state.itemId);
    }

    private static void end(Act act, Step step, String queue, CaseRow.State becomes) {
        CaseState state = step.now.state;
        Counters counters = move(state, queue, becomes);
        if (becomes == CaseRow.State.WAITING) {
            Placement.put(state, step.now.plan, queue);
        }
        List<RowState> rows = write(act, state, counters);
        @Nullable Lease lease = step.now.lease;
        if (lease != null) {
            rows.add(LeaseTable.delete(act, lease));
        }
        act.append(new Entry(step.kind(), state.id, state.itemId, step.facts(), rows));
    }

    private static List<RowState> write(Act act, CaseState state, Counters counters) {
        long was = state.eventSeq;
        List<RowState> rows = new ArrayList<>(List.of(CaseTable.tell(state, act.next())));
        CaseTable.update(act, state, was);
        counters.write(act);
        return rows;
    }

    private static void mark(CaseState state, Queue.Marks marks) {
        state.childSafety |= marks.childSafety() || marks.sealed();
        state.sealed |= marks.sealed();
        state.excerpt = state.sealed ? "" : state.excerpt;
    }

    private static Counters move(CaseState state, String queue, CaseRow.State to) {
        var counters = new Counters();
        counters.minus(state);
        state.queue = queue;
        state.state = to;
        counters.plus(state);
        return counters;
    }

    private static void remember(Act act, long caseId, String person) {
        act.write("delete from skip where case_id = ? and person = ?", caseId, person);
        act.writeOne(
                "insert into skip (case_id, person, at) values (?, ?, ?)",
                caseId,
                person,
                act.at().toEpochMilli());
    }

    private static ClaimRefused.Closed closed(Act act, CaseState state) {
        String by = act.handle()
                .createQuery("select person from event where seq = ?")
                .bind(0, state.eventSeq)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
        return new ClaimRefused.Closed(by, Instant.ofEpochMilli(state.closedAt == null ? 0 : state.closedAt));
    }

    private static ClaimRefused refused(ClaimRefused.Reason reason) {
        return new ClaimRefused(reason);
    }

    /** One change of a case and its lease, told by one entry. */
    private record Step(EventKind kind, CaseNow now, Map<String, Object> facts) {}
}
