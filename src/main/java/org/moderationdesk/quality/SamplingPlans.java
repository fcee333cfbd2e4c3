package org.moderationdesk.quality;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.quality.SamplingPlan.SectionShare;
import org.moderationdesk.quality.SamplingRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * The versions of the sampling plan: each is an entry of the log and stays. The newest is in force from the moment it is
 * made. Not for the JavaFX thread; safe for any other.
 */
public final class SamplingPlans {
    private static final String VERSIONS = """
        select p.version, p.body, e.at, e.person
          from quality_plan p
          join event e on e.seq = p.event_seq
         order by p.version desc
         fetch first ? rows only
        """;
    private static final String NEWEST = """
        select version, body from quality_plan order by version desc fetch first 1 row only
        """;
    private static final String INSERT = "insert into quality_plan (version, body, event_seq) values (?, ?, ?)";

    private final Store store;
    private final EventLog log;
    private final Book book;

    public SamplingPlans(Store store, EventLog log, Book book) {
        this.store = store;
        this.log = log;
        this.book = book;
    }

    /** The plan in force; {@link SamplingPlan#none} while nobody has made one. */
    public SamplingPlan inForce(Person lead) {
        Rights.require(lead, Right.PLAN_QUALITY);
        return store.read(SamplingPlans::inForce);
    }

    static SamplingPlan inForce(Handle handle) {
        return handle.createQuery(NEWEST)
                .map((row, _) -> PlanJson.read(row.getInt("version"), row.getString("body")))
                .findOne()
                .orElseGet(SamplingPlan::none);
    }

    /** The versions, newest first. */
    public List<PlanVersion> history(Person lead, int limit) {
        Rights.require(lead, Right.PLAN_QUALITY);
        return store.read(handle -> handle.createQuery(VERSIONS)
                .bind(0, limit)
                .map((row, _) -> new PlanVersion(
                        PlanJson.read(row.getInt("version"), row.getString("body")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("person")))
                .list());
    }

    /** One version. */
    public Optional<SamplingPlan> version(Person lead, int version) {
        return history(lead, Integer.MAX_VALUE).stream()
                .map(PlanVersion::plan)
                .filter(plan -> plan.version() == version)
                .findFirst();
    }

    /**
     * Says whether a plan can stand.
     *
     * @throws SamplingRefused when it names a section that the book lacks; shares are checked by the plan itself
     */
    public SamplingPlan checked(Person lead, SamplingPlan plan) {
        Rights.require(lead, Right.PLAN_QUALITY);
        plan.sections().stream()
                .map(SectionShare::section)
                .filter(code -> SectionCode.parse(code).flatMap(book::section).isEmpty())
                .findFirst()
                .ifPresent(code -> {
                    throw new SamplingRefused(Why.SECTION, code);
                });
        return plan;
    }

    /**
     * Makes a new version, which is in force from now on, for what has not been looked at yet.
     *
     * @param plan its version says on which one it was built
     * @throws SamplingRefused when it cannot stand, or somebody has made another version since
     */
    public SamplingPlan save(Person lead, SamplingPlan plan) {
        SamplingPlan checked = checked(lead, plan);
        return log.record(lead.name(), act -> {
            SamplingPlan before = inForce(act.handle());
            if (before.version() != checked.version()) {
                throw new SamplingRefused(Why.CHANGED_MEANWHILE, Integer.toString(before.version()));
            }
            if (before.version() > 0 && checked.equals(before)) {
                throw new SamplingRefused(Why.NOTHING_NEW, Integer.toString(before.version()));
            }
            return write(act, checked.as(before.version() + 1));
        });
    }

    private static SamplingPlan write(Act act, SamplingPlan plan) {
        String body = PlanJson.write(plan);
        act.handle().execute(INSERT, plan.version(), body, act.next());
        var told = QualityTables.PLAN.added(Integer.toString(plan.version()), body);
        act.append(new Entry(EventKind.QUALITY_PLANNED, null, null, Map.of("version", plan.version()), List.of(told)));
        return plan;
    }
}
