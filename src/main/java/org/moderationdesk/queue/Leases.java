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
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.staff.Person;

/** What may happen to a case and its lease, each in the transaction of its act. */
final class Leases {
    /** A case that was handed over waits for that person through a working day. */
    static final Duration WAITS_FOR_PERSON = Duration.ofHours(8);

    private static final Duration SKIPS_KEPT = Duration.ofHours(24);
    private static final String FORGET_SKIPS = "delete from skip where at < ?";

    private final QueueSettings settings;

    Leases(QueueSettings settings) {
        this.settings = settings;
    }

    Claim claim(Act act, long caseId, Person person) {
        CaseState state = CaseTable.byId(act.handle(), caseId).orElseThrow(() -> refused(new ClaimRefused.Gone()));
        Optional<Lease> before = LeaseTable.of(act.handle(), caseId);
        if (state.state == CaseRow.State.CLOSED) {
            throw refused(closed(act, state));
        }
        if (state.childSafety && !person.childSafety()) {
            throw refused(new ClaimRefused.NotCleared());
        }
        before.filter(lease -> lease.isLive(act.at()) && !lease.holder().equals(person.name()))
                .ifPresent(lease -> {
                    throw refused(new ClaimRefused.HeldBy(lease.holder(), Instant.ofEpochMilli(lease.endsAt())));
                });
        Map<String, Object> facts = new TreeMap<>();
        before.ifPresent(lease -> facts.put("from", lease.holder()));
        Instant until = act.at().plus(settings.lease());
        return lease(act, new Step(EventKind.CLAIMED, state, before, facts), person.name(), until);
    }

    void handOver(Act act, Claim claim, String to, String note) {
        CaseState state = held(act, claim);
        String noteId = act.keep(note);
        Map<String, Object> facts = new TreeMap<>(Map.of("to", to, "note", noteId, "token", claim.token()));
        var step = new Step(EventKind.HANDED_OVER, state, LeaseTable.of(act.handle(), state.id), facts);
        lease(act, step, to, act.at().plus(WAITS_FOR_PERSON));
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
        var counters = new Counters();
        counters.minus(state);
        String from = state.queue;
        state.queue = toQueue;
        state.childSafety |= marks.childSafety() || marks.sealed();
        state.sealed |= marks.sealed();
        state.excerpt = state.sealed ? "" : state.excerpt;
        if (from.equals(toQueue)) {
            remember(act, state.id, claim.holder());
        }
        state.state = CaseRow.State.WAITING;
        counters.plus(state);
        counters.write(act.handle());
        Map<String, Object> facts = new TreeMap<>(Map.of("from", from, "to", toQueue, "token", state.token));
        end(act, new Step(EventKind.ESCALATED, state, LeaseTable.of(act.handle(), state.id), facts));
    }

    void close(Act act, Claim claim) {
        CaseState state = held(act, claim);
        moveTo(act, state, CaseRow.State.CLOSED);
        state.closedAt = act.at().toEpochMilli();
        act.handle().execute("delete from skip where case_id = ?", state.id);
        Map<String, Object> facts = new TreeMap<>(Map.of("token", state.token));
        end(act, new Step(EventKind.CASE_CLOSED, state, LeaseTable.of(act.handle(), state.id), facts));
    }

    long reopen(Act act, long caseId) {
        CaseState state = CaseTable.byId(act.handle(), caseId).orElseThrow(() -> refused(new ClaimRefused.Gone()));
        Optional<CaseState> other = CaseTable.openOf(act.handle(), state.itemId);
        if (other.isPresent()) {
            return other.get().id;
        }
        moveTo(act, state, CaseRow.State.WAITING);
        state.closedAt = null;
        end(act, new Step(EventKind.CASE_REOPENED, state, Optional.empty(), new TreeMap<>()));
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

    private void giveBack(Act act, EventKind kind, CaseState state, Map<String, Object> facts) {
        moveTo(act, state, CaseRow.State.WAITING);
        facts.put("token", state.token);
        end(act, new Step(kind, state, LeaseTable.of(act.handle(), state.id), facts));
    }

    private Claim lease(Act act, Step step, String holder, Instant until) {
        CaseState state = step.state();
        moveTo(act, state, CaseRow.State.LEASED);
        state.token++;
        var lease = new Lease(state.id, holder, state.token, act.at().toEpochMilli(), until.toEpochMilli(), act.next());
        step.facts().put("holder", holder);
        step.facts().put("token", state.token);
        RowState told = LeaseTable.put(act.handle(), lease, step.lease(), act.next());
        write(act, step, Optional.of(told));
        return lease.claim(state.itemId);
    }

    private static void end(Act act, Step step) {
        write(act, step, step.lease().map(lease -> LeaseTable.delete(act.handle(), lease)));
    }

    private static void write(Act act, Step step, Optional<RowState> lease) {
        CaseState state = step.state();
        long was = state.eventSeq;
        List<RowState> rows = new ArrayList<>();
        rows.add(CaseTable.tell(state, act.next()));
        lease.ifPresent(rows::add);
        if (!CaseTable.update(act.handle(), List.of(state), List.of(was))) {
            throw new CaseMoved();
        }
        act.append(new Entry(step.kind(), state.id, state.itemId, step.facts(), rows));
    }

    private static void moveTo(Act act, CaseState state, CaseRow.State to) {
        var counters = new Counters();
        counters.minus(state);
        state.state = to;
        counters.plus(state);
        counters.write(act.handle());
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
