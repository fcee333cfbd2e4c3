package org.moderationdesk.queue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.PageKey;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Allowed;
import org.moderationdesk.decisions.BlindItems;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.PlansInForce;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * The queue in the store. A filter that the index does not know is looked for along the order of the list, at most
 * {@link CaseWalk#MOST_LOOKED_AT} cases a page.
 */
public final class StoredQueue implements Queue {
    private static final int EXPIRED_AT_ONCE = 500;
    private static final int TRIES = 20;

    private final Store store;
    private final EventLog log;
    private final InstantSource clock;
    private final QueueSettings settings;
    private final Leases leases;
    private final CaseSearch search;
    private final PlansInForce plans = new PlansInForce();
    private final PersonSearches searches;

    public StoredQueue(Store store, EventLog log, InstantSource clock, QueueSettings settings) {
        this(store, log, clock, settings, Certified.NOBODY);
    }

    /** @param certified asked where a queue demands a certificate */
    public StoredQueue(Store store, EventLog log, InstantSource clock, QueueSettings settings, Certified certified) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.settings = settings;
        this.leases = new Leases(settings, plans, certified);
        this.search = new CaseSearch(certified);
        this.searches = new PersonSearches(log, clock);
    }

    @Override
    public CasePage page(Person viewer, CaseFilter filter, Ordering ordering, @Nullable PageKey after, int limit) {
        CasePage page =
                store.read(handle -> search.forward(handle, wanted(handle, viewer, filter), ordering, after, limit));
        if (after == null) {
            tellOfSearch(viewer, filter.text());
        }
        return page;
    }

    /** Words that are the beginning of somebody's handle search for that person. */
    private void tellOfSearch(Person viewer, String words) {
        long found = words.isEmpty()
                ? 0
                : store.read(handle -> CaseLookup.named(handle, words, Rights.sees(viewer, true)).stream()
                        .filter(row ->
                                sees(handle, viewer, row) && !row.itemId().equals(words))
                        .count());
        if (found > 0) {
            searches.cases(viewer, words, Math.toIntExact(found));
        }
    }

    @Override
    public CasePage pageBefore(Person viewer, CaseFilter filter, Ordering ordering, PageKey before, int limit) {
        return store.read(handle -> search.backward(handle, wanted(handle, viewer, filter), ordering, before, limit));
    }

    @Override
    public Optional<CaseRow> find(Person viewer, String itemId) {
        return store.read(handle -> CaseLookup.ofItem(handle, itemId).filter(row -> sees(handle, viewer, row)));
    }

    @Override
    public Optional<CaseRow> latest(Person viewer, String itemId) {
        return store.read(handle -> CaseLookup.latest(handle, itemId).filter(row -> sees(handle, viewer, row)));
    }

    @Override
    public Optional<CaseRow> row(Person viewer, long caseId) {
        return store.read(handle -> CaseLookup.byId(handle, caseId).filter(row -> sees(handle, viewer, row)));
    }

    @Override
    public List<CaseRow> ofAccount(Person viewer, String accountId, int limit) {
        return store
                .read(handle ->
                        seen(handle, viewer, CaseLookup.ofAccount(handle, accountId, Rights.sees(viewer, true), limit)))
                .stream()
                .sorted(Ordering.URGENCY.comparator())
                .toList();
    }

    @Override
    public List<CaseRow> heldBy(Person person) {
        Instant now = clock.instant();
        return store.read(handle -> seen(handle, person, CaseLookup.heldBy(handle, person.name(), now))).stream()
                .sorted(Ordering.URGENCY.comparator())
                .toList();
    }

    @Override
    public Optional<Candidate> candidate(Person person, CaseFilter filter) {
        Looked first = store.read(handle -> {
            var offered = search.offered(handle, wanted(handle, person, filter.waitingOnly()));
            Optional<CaseRow> handed = search.handedTo(handle, offered.wanted());
            return new Looked(
                    offered,
                    handed.map(row -> new CasePage(List.of(row), null, null, false))
                            .orElseGet(() -> CaseSearch.candidates(handle, offered, null)));
        });
        return first.page().rows().stream()
                .findFirst()
                .or(() -> further(first.offered(), first.page().after()))
                .or(() -> first.offered().withSkipped().flatMap(this::fromTheBeginning))
                .map(row -> new Candidate(row, first.offered()));
    }

    @Override
    public Optional<CaseRow> peekNext(Person person, CaseFilter filter) {
        return candidate(person, filter).map(Candidate::row);
    }

    @Override
    public QueueCounts counts(Person viewer, @Nullable String queue) {
        Instant now = clock.instant();
        if (!Rights.has(viewer, Right.LOOK)) {
            return QueueCounts.NONE;
        }
        return store.read(handle -> {
            Plan plan = plans.read(handle);
            List<String> names = (queue == null ? Counters.queues(handle) : List.of(queue))
                    .stream().filter(name -> plan.shows(viewer, name)).toList();
            if (Rights.sees(viewer, true)) {
                return Counters.read(handle, names, CaseLookup.late(handle, names, now));
            }
            return HiddenCounts.without(
                    handle, names, Counters.read(handle, names, CaseLookup.lateUnhidden(handle, names, now)));
        });
    }

    @Override
    public boolean isHidden(Person viewer, String itemId) {
        return store.read(handle -> BlindItems.of(handle, viewer.name()).contains(itemId)
                || !Rights.sees(viewer, true)
                        && CaseLookup.isHidden(handle, itemId, plans.read(handle)::needsClearance));
    }

    @Override
    public Optional<HandOver> noteFor(Person person, String itemId) {
        return store.read(handle -> CaseLookup.noteFor(handle, person.name(), itemId));
    }

    @Override
    public List<String> queues(Person viewer) {
        return store.read(handle -> {
            Plan plan = plans.read(handle);
            var names = new TreeSet<>(Counters.queues(handle));
            if (!plan.isNone()) {
                plan.queues().forEach(queue -> names.add(queue.name()));
            }
            return names.stream().filter(name -> plan.shows(viewer, name)).toList();
        });
    }

    @Override
    public Allowed allowedIn(String queue) {
        return store.read(handle -> plans.read(handle).allowed(queue));
    }

    @Override
    public Optional<Claim> claimOf(long caseId) {
        Instant now = clock.instant();
        return store.read(handle -> LeaseTable.of(handle, caseId)
                .filter(lease -> lease.isLive(now))
                .flatMap(lease -> CaseTable.byId(handle, caseId).map(state -> lease.claim(state.itemId))));
    }

    @Override
    public Optional<Claim> claimNext(Act act, Person person, CaseFilter filter) {
        leases.expire(act, EXPIRED_AT_ONCE);
        var wanted = new CaseSearch.Wanted(person, filter.waitingOnly(), act.at(), plans.read(act.handle()));
        var offered = search.offered(act.handle(), wanted);
        Optional<Claim> claim = Optional.empty();
        for (int tried = 0; tried < TRIES && claim.isEmpty(); tried++) {
            Optional<CaseRow> candidate = candidate(act.handle(), offered);
            if (candidate.isEmpty()) {
                return claim;
            }
            claim = tryToClaim(act, candidate.get().id(), person);
        }
        return claim;
    }

    @Override
    public Optional<Claim> claimFrom(Act act, Candidate found) {
        Person person = found.offered.wanted().viewer();
        return tryToClaim(act, found.row().id(), person).or(() -> {
            // From here on nobody is quicker: this act holds the log's head. It looks no further back than it has to,
            // and for what could be offered before it; the claim itself asks what is so now.
            PageKey from = Ordering.URGENCY.key(found.row());
            return CaseSearch.candidates(act.handle(), found.offered, from).rows().stream()
                    .findFirst()
                    .flatMap(row -> tryToClaim(act, row.id(), person));
        });
    }

    @Override
    public Claim claim(Act act, long caseId, Person person) {
        return leases.claim(act, caseId, person);
    }

    @Override
    public Optional<Instant> heartbeat(Claim claim) {
        Instant now = clock.instant();
        Instant until = now.plus(settings.lease());
        boolean alive = store.writeSoon(handle -> LeaseTable.extend(handle, claim, now, until));
        return alive ? Optional.of(until) : Optional.empty();
    }

    @Override
    public void release(Act act, Claim claim) {
        leases.release(act, claim);
    }

    @Override
    public void skip(Act act, Claim claim, String why) {
        leases.skip(act, claim, why);
    }

    @Override
    public void handOver(Act act, Claim claim, String to, String note) {
        leases.handOver(act, claim, to, note);
    }

    @Override
    public void escalate(Act act, Claim claim, String toQueue, Marks marks) {
        leases.escalate(act, leases.now(act, claim.caseId()), claim, toQueue, marks);
    }

    @Override
    public void escalate(Act act, CaseNow now, Claim claim, String toQueue, Marks marks) {
        leases.escalate(act, now, claim, toQueue, marks);
    }

    @Override
    public void close(Act act, Claim claim, Marks marks) {
        leases.close(act, leases.now(act, claim.caseId()), claim, marks);
    }

    @Override
    public void close(Act act, CaseNow now, Claim claim, Marks marks) {
        leases.close(act, now, claim, marks);
    }

    @Override
    public long reopen(Act act, long caseId) {
        return leases.reopen(act, caseId);
    }

    @Override
    public void takeBack(Act act, long caseId, String queue) {
        leases.takeBack(act, caseId, queue);
    }

    @Override
    public Optional<CaseRow> current(Act act, long caseId) {
        return CaseLookup.byId(act.handle(), caseId);
    }

    @Override
    public Claim held(Act act, Claim claim) {
        return held(act, leases.now(act, claim.caseId()), claim);
    }

    @Override
    public Claim held(Act act, CaseNow now, Claim claim) {
        return Leases.current(act, now, claim);
    }

    @Override
    public Optional<CaseNow> now(Handle handle, long caseId, Person person) {
        return CaseNow.read(handle, plans, caseId, person.name());
    }

    @Override
    public int expireLeases() {
        Instant now = clock.instant();
        boolean any = store.read(handle -> !LeaseTable.ended(handle, now, 1).isEmpty());
        return any ? log.record("desk", act -> leases.expire(act, EXPIRED_AT_ONCE)) : 0;
    }

    /** The open cases of these items, for those who write reports; as {@code items.OpenCases}. */
    public static Map<String, Long> openCases(Handle handle, Collection<String> items) {
        Map<String, Long> found = new HashMap<>();
        CaseTable.openOf(handle, items).forEach((item, state) -> found.put(item, state.id));
        return found;
    }

    /** Empty when somebody else was quicker. */
    private Optional<Claim> tryToClaim(Act act, long caseId, Person person) {
        try {
            return Optional.of(leases.claim(act, caseId, person));
        } catch (ClaimRefused lostRace) {
            return Optional.empty();
        }
    }

    /** Searches from the beginning to the end, in reads of bounded length. */
    private Optional<CaseRow> fromTheBeginning(CaseSearch.Offered offered) {
        CasePage page = store.read(handle -> CaseSearch.candidates(handle, offered, null));
        return page.rows().stream().findFirst().or(() -> further(offered, page.after()));
    }

    /** Searches on from there, unless that is the end. */
    private Optional<CaseRow> further(CaseSearch.Offered offered, @Nullable PageKey from) {
        @Nullable PageKey next = from;
        while (next != null) {
            PageKey here = next;
            CasePage page = store.read(handle -> CaseSearch.candidates(handle, offered, here));
            if (!page.rows().isEmpty()) {
                return page.rows().stream().findFirst();
            }
            next = page.after();
        }
        return Optional.empty();
    }

    private Optional<CaseRow> candidate(Handle handle, CaseSearch.Offered offered) {
        return search.handedTo(handle, offered.wanted())
                .or(() -> CaseSearch.candidates(handle, offered, null).rows().stream()
                        .findFirst())
                .or(() -> offered.withSkipped().flatMap(all -> CaseSearch.candidates(handle, all, null).rows().stream()
                        .findFirst()));
    }

    private List<CaseRow> seen(Handle handle, Person viewer, List<CaseRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Plan plan = plans.read(handle);
        Set<String> hidden = Clearance.hidden(
                handle, viewer, rows.stream().map(CaseRow::itemId).toList());
        return rows.stream()
                .filter(row -> sees(viewer, plan, row) && !hidden.contains(row.itemId()))
                .toList();
    }

    private CaseSearch.Wanted wanted(Handle handle, Person viewer, CaseFilter filter) {
        return new CaseSearch.Wanted(viewer, filter, clock.instant(), plans.read(handle));
    }

    private boolean sees(Handle handle, Person viewer, CaseRow row) {
        boolean blind = row.state() == CaseRow.State.CLOSED
                && BlindItems.of(handle, viewer.name()).contains(row.itemId());
        return !blind && sees(viewer, plans.read(handle), row) && Clearance.sees(handle, viewer, row.itemId());
    }

    /** What the first reading of a search found. */
    private record Looked(CaseSearch.Offered offered, CasePage page) {}

    /** Whether this person may know of the case: without that right it is as if it were not there. */
    static boolean sees(Person viewer, Plan plan, CaseRow row) {
        return Rights.has(viewer, Right.LOOK)
                && Rights.sees(viewer, row.childSafety())
                && plan.shows(viewer, row.queue());
    }
}
