package org.moderationdesk.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.routing.PlanRefused.Why;
import org.moderationdesk.staff.KnownPeople;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * The versions of queues and rules: each is an entry of the log and stays. The newest is in force from the moment it is
 * made. Not for the JavaFX thread; safe for any other.
 */
public final class StoredPlans {
    private static final String VERSIONS = """
        select p.version, p.body, e.at, e.person
          from routing_plan p
          join event e on e.seq = p.event_seq
         order by p.version desc
         fetch first ? rows only
        """;
    private static final String INSERT = "insert into routing_plan (version, body, event_seq) values (?, ?, ?)";

    private final Store store;
    private final EventLog log;
    private final PlansInForce inForce = new PlansInForce();

    public StoredPlans(Store store, EventLog log) {
        this.store = store;
        this.log = log;
    }

    /** What is in force, as far as this person may know of it. */
    public Plan inForce(Person viewer) {
        return store.read(inForce::read).seenBy(viewer);
    }

    /** The versions, newest first, as far as this person may know of them. */
    public List<PlanVersion> history(Person viewer, int limit) {
        Rights.require(viewer, Right.SET_ROUTING);
        List<PlanVersion> made = store.read(handle -> versions(handle, limit + 1));
        List<PlanVersion> told = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, made.size()); i++) {
            Plan plan = made.get(i).plan().seenBy(viewer);
            Plan before = i + 1 < made.size() ? made.get(i + 1).plan().seenBy(viewer) : Plan.none();
            told.add(new PlanVersion(plan, made.get(i).at(), made.get(i).by(), PlanChange.between(before, plan)));
        }
        return told;
    }

    /** One version, as far as this person may know of it. */
    public Optional<Plan> version(Person viewer, int version) {
        Rights.require(viewer, Right.SET_ROUTING);
        return store.read(handle -> versions(handle, Integer.MAX_VALUE)).stream()
                .map(PlanVersion::plan)
                .filter(plan -> plan.version() == version)
                .map(plan -> plan.seenBy(viewer))
                .findFirst();
    }

    /**
     * Says whether a plan can stand; what this person does not see of the one in force stays as it is.
     *
     * @return the whole of it, as it would be in force
     * @throws PlanRefused when it cannot
     */
    public Plan checked(Person lead, Plan plan) {
        Rights.require(lead, Right.SET_ROUTING);
        return store.read(handle -> checked(handle, lead, plan, inForce.read(handle)));
    }

    /**
     * Makes a new version, which is in force from now on.
     *
     * @param plan its version says on which one it was built
     * @throws PlanRefused when it cannot stand, or somebody has made another version since
     */
    public Plan save(Person lead, Plan plan) {
        Rights.require(lead, Right.SET_ROUTING);
        return log.record(lead.name(), act -> {
            Plan before = inForce.read(act.handle());
            if (before.version() != plan.version()) {
                throw new PlanRefused(Why.CHANGED_MEANWHILE, Integer.toString(before.version()));
            }
            Plan whole = checked(act.handle(), lead, plan, before);
            if (!before.isNone() && whole.as(0).equals(before.as(0))) {
                throw new PlanRefused(Why.NOTHING_NEW, Integer.toString(before.version()));
            }
            return write(act, whole.as(before.version() + 1)).seenBy(lead);
        });
    }

    private static Plan checked(Handle handle, Person lead, Plan plan, Plan before) {
        Plan whole = plan.keepingHidden(lead, before);
        PlanCheck.check(whole);
        if (!KnownPeople.areNone(handle)) {
            whole.queues().stream()
                    .flatMap(queue -> queue.members().stream().filter(name -> !before.queue(queue.name())
                            .map(was -> was.members().contains(name))
                            .orElse(false)))
                    .filter(name -> KnownPeople.find(handle, name)
                            .filter(member -> member.name().equals(name))
                            .isEmpty())
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> {
                        throw new PlanRefused(Why.UNKNOWN_MEMBER, name);
                    });
        }
        return whole;
    }

    private static Plan write(Act act, Plan plan) {
        String body = PlanJson.write(plan);
        act.handle().execute(INSERT, plan.version(), body, act.next());
        var facts = new TreeMap<String, Object>(Map.of(
                "version", plan.version(),
                "queues", plan.queues().size(),
                "rules", plan.rules().size(),
                "default", plan.fallback()));
        var told = RoutingTables.PLAN.added(Integer.toString(plan.version()), body);
        act.append(new Entry(EventKind.ROUTING_CHANGED, null, null, facts, List.of(told)));
        return plan;
    }

    private static List<PlanVersion> versions(Handle handle, int limit) {
        return handle.createQuery(VERSIONS)
                .bind(0, limit)
                .map((rows, _) -> new PlanVersion(
                        PlanJson.read(rows.getInt(1), rows.getString(2)),
                        Instant.ofEpochMilli(rows.getLong(3)),
                        rows.getString(4),
                        List.of()))
                .list();
    }
}
