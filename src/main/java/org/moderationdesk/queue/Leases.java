package org.moderationdesk.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

/** What may happen to a case and its lease, each in the transaction of its act. */
final class Leases {
    /** A case that was handed over waits for that person through a working day. */
    static final Duration WAITS_FOR_PERSON = Duration.ofHours(8);

    private static final Duration SKIPS_KEPT = Duration.ofHours(24);
    private static final String FORGET_SKIPS = "delete from skip where at < ?";

    private final QueueSettings settings;
    private final PlansInForce plans;

    Leases(QueueSettings settings, PlansInForce plans) {
        this.settings = settings;
        this.plans = plans;
    }

    Claim claim(Act act, long caseId, Person person) {
        Rights.require(person, Right.CLAIM);
        CaseState state = CaseTable.byId(act.handle(), caseId).orElseThrow(() -> refused(new ClaimRefused.Gone()));
        Optional<Lease> before = LeaseTable.of(act.handle(), caseId);
        if (state.state == CaseRow.State.CLOSED) {
            throw refused(closed(act, state));
        }
        Plan plan = plans.read(act.handle());
        if (!Rights.sees(person, state.childSafety) || !plan.shows(person, state.queue)) {
            throw refused(new ClaimRefused.NotCleared());
        }
        before.filter(lease -> lease.isLive(act.at()) && !lease.holder().equals(person.name()))
                .ifPresent(lease -> {
                    throw refused(new ClaimRefused.HeldBy(lease.holder(), Instant.ofEpochMilli(lease.endsAt())));
                });
        // What somebody holds, or was handed, stays theirs whatever rules come into force.
        if (before.filter(lease -> lease.isLive(act.at())).isEmpty()) {
            Takes.of(act.handle(), plan, person).refuses(state).ifPresent(why -> {
                throw refused(new ClaimRefused.NotForYou(why));
            });
        }
        Map<String, Object> facts = new TreeMap<>();
        before.ifPresent(lease -> facts.put("from", lease.holder()));
        Instant until = act.at().plus(settings.lease());
        return lease(act, new Step(EventKind.CLAIMED, state, before, facts), person.name(), until);
    }

    void handOver(Act act, Claim claim, String to, String note) {
        CaseState state = held(act, claim);
        String receiver = Takes.receiver(act.handle(), plans.read(act.handle()), state, to);
        String noteId = act.keep(note);
        Map<String, Object> facts = new TreeMap<>(Map.of("to", receiver, "note", noteId, "token", claim.token()));
        lease(
                act,
                step(act, EventKind.HANDED_OVER, state, facts),
                receiver,
                act.at().plus(WAITS_FOR_PERSON));
    }

    void release(Act act, Claim claim) {
        giveBack(act, EventKind.RELEASED, held(act, claim), new TreeMap<>());
    }

    void skip(Act act, Claim claim, String why) {
        CaseState state = held(act, claim);
        String words = act.keep(why);
        remember(act, state.id, claim.holder());
        giveBack(act, EventKind.SKIPPED, state, new TreeMap<>(Map.of("why", words)));
    }

    void escalate(Act act, Claim claim, String toQueue, Queue.Marks marks) {
        CaseState state = held(act, claim);
        String from = state.queue;
        if (from.equals(toQueue)) {
            remember(act, state.id, claim.holder());
        }
        mark(state, marks);
        Map<String, Object> facts = new TreeMap<>(Map.of("from", from, "to", toQueue, "token", state.token));
        end(act, step(act, EventKind.ESCALATED, state, facts), toQueue, CaseRow.State.WAITING);
    }

    void takeBack(Act act, long caseId, String queue) {
        CaseState state = CaseTable.byId(act.handle(), caseId).orElseThrow(() -> refused(new ClaimRefused.Gone()));
        if (state.state == CaseRow.State.CLOSED) {
            throw refused(closed(act, state));
        }
        Map<String, Object> facts = new TreeMap<>(Map.of("from", state.queue, "to", queue, "token", state.token));
        end(act, step(act, EventKind.CASE_REOPENED, state, facts), queue, CaseRow.State.WAITING);
    }

    void close(Act act, Claim claim, Queue.Marks marks) {
        CaseState state = held(act, claim);
        mark(state, marks);
        state.closedAt = act.at().toEpochMilli();
        act.handle().execute("delete from skip where case_id = ?", state.id);
        Map<String, Object> facts = new TreeMap<>(Map.of("token", state.token));
        end(act, step(act, EventKind.CASE_CLOSED, state, facts), state.queue, CaseRow.State.CLOSED);
    }

    long reopen(Act act, long caseId) {
        CaseState state = CaseTable.byId(act.handle(), caseId).orElseThrow(() -> refused(new ClaimRefused.Gone()));
        Optional<CaseState> other = CaseTable.openOf(act.handle(), state.itemId);
        if (other.isPresent()) {
            return other.get().id;
        }
        state.closedAt = null;
        Plan plan = plans.read(act.handle());
        boolean gone = !plan.isNone() && plan.queue(state.queue).isEmpty();
        String queue = gone ? Placement.of(act.handle(), plan, state).queue() : state.queue;
        var step = new Step(EventKind.CASE_REOPENED, state, Optional.empty(), new TreeMap<>());
        end(act, step, queue, CaseRow.State.WAITING);
        return state.id;
    }

    /** Gives back cases whose lease has ended, at most so many. */
    int expire(Act act, int limit) {
        act.handle().execute(FORGET_SKIPS, act.at().minus(SKIPS_KEPT).toEpochMilli());
        List<Lease> ended = LeaseTable.ended(act.handle(), act.at(), limit);
        for (Lease lease : ended) {
            CaseState state = CaseTable.byId(act.handle(), lease.caseId()).orElseThrow();
            giveBack(act, EventKind.LEASE_ENDED, state, new TreeMap<>(Map.of("holder", lease.holder())));
        }
        return ended.size();
    }

    /**
     * The case, when this claim is alive.
     *
     * @throws ClaimRefused when it is not: the lease has ended, or the token has grown since
     */
    CaseState held(Act act, Claim claim) {
        CaseState state =
                CaseTable.byId(act.handle(), claim.caseId()).orElseThrow(() -> refused(new ClaimRefused.Gone()));
        if (state.state == CaseRow.State.CLOSED) {
            throw refused(closed(act, state));
        }
        Lease lease = LeaseTable.of(act.handle(), claim.caseId())
                .orElseThrow(() -> refused(new ClaimRefused.LeaseEnded(claim.until())));
        boolean mine = lease.holder().equals(claim.holder()) && claim.holder().equals(act.by());
        if (!mine && lease.isLive(act.at())) {
            throw refused(new ClaimRefused.HeldBy(lease.holder(), Instant.ofEpochMilli(lease.endsAt())));
        }
        if (!mine || lease.token() != claim.token() || state.token != claim.token() || !lease.isLive(act.at())) {
            throw refused(new ClaimRefused.LeaseEnded(Instant.ofEpochMilli(lease.endsAt())));
        }
        return state;
    }

    /** The claim with the end that heartbeats have given it. */
    Claim current(Act act, Claim claim) {
        CaseState state = held(act, claim);
        return LeaseTable.of(act.handle(), state.id)
                .map(lease -> lease.claim(state.itemId))
                .orElse(claim);
    }

    private void giveBack(Act act, EventKind kind, CaseState state, Map<String, Object> facts) {
        facts.put("token", state.token);
        Plan plan = plans.read(act.handle());
        Route route = Placement.of(act.handle(), plan, state);
        if (!route.queue().equals(state.queue)) {
            facts.put("from", state.queue);
            facts.put("queue", route.queue());
            Placement.tell(facts, plan, route.rule());
        }
        end(act, step(act, kind, state, facts), route.queue(), CaseRow.State.WAITING);
    }

    private static Step step(Act act, EventKind kind, CaseState state, Map<String, Object> facts) {
        return new Step(kind, state, LeaseTable.of(act.handle(), state.id), facts);
    }

    private static Claim lease(Act act, Step step, String holder, Instant until) {
        CaseState state = step.state();
        var lease =
                new Lease(state.id, holder, state.token + 1, act.at().toEpochMilli(), until.toEpochMilli(), act.next());
        step.facts().put("holder", holder);
        step.facts().put("token", lease.token());
        Counters counters = move(state, state.queue, CaseRow.State.LEASED);
        state.token = lease.token();
        List<RowState> rows = write(act, state, counters);
        rows.add(LeaseTable.put(act.handle(), lease, step.lease(), act.next()));
        act.append(new Entry(step.kind(), state.id, state.itemId, step.facts(), rows));
        return lease.claim(state.itemId);
    }

    private void end(Act act, Step step, String queue, CaseRow.State becomes) {
        CaseState state = step.state();
        Counters counters = move(state, queue, becomes);
        if (becomes == CaseRow.State.WAITING) {
            Placement.put(state, plans.read(act.handle()), queue);
        }
        List<RowState> rows = write(act, state, counters);
        step.lease().ifPresent(lease -> rows.add(LeaseTable.delete(act.handle(), lease)));
        act.append(new Entry(step.kind(), state.id, state.itemId, step.facts(), rows));
    }

    /** The case first: a lost race must leave nothing behind in the act. */
    private static List<RowState> write(Act act, CaseState state, Counters counters) {
        long was = state.eventSeq;
        List<RowState> rows = new ArrayList<>(List.of(CaseTable.tell(state, act.next())));
        if (!CaseTable.update(act.handle(), List.of(state), List.of(was))) {
            throw new CaseMoved();
        }
        counters.write(act.handle());
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
        act.handle().execute("delete from skip where case_id = ? and person = ?", caseId, person);
        act.handle()
                .execute(
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
    private record Step(EventKind kind, CaseState state, Optional<Lease> lease, Map<String, Object> facts) {}

    /** Somebody changed the case between reading and writing it: pick again. */
    static final class CaseMoved extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CaseMoved() {
            super("the case changed meanwhile");
        }
    }
}
