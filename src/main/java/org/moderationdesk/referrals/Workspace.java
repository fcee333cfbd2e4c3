package org.moderationdesk.referrals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.BlindItems;
import org.moderationdesk.decisions.ReferralProposal;
import org.moderationdesk.decisions.StoredApprovals;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.queue.PersonSearches;
import org.moderationdesk.settings.ReferralSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** All referrals that decisions recorded, how far they have come, and who looked at them. Not for the JavaFX thread. */
public final class Workspace {
    /** How many open ones a list holds at most; as many ended ones beside them. */
    public static final int MOST = 1_000;

    private final Store store;
    private final EventLog log;
    private final List<ReferralKind> kinds;
    private final StoredApprovals approvals;
    private final Supplier<ReferralSettings> times;
    private final InstantSource clock;
    private final PersonSearches searches;

    /** @param kinds one a target */
    public Workspace(
            Store store,
            EventLog log,
            List<ReferralKind> kinds,
            StoredApprovals approvals,
            Supplier<ReferralSettings> times,
            InstantSource clock) {
        this.store = store;
        this.log = log;
        this.kinds = List.copyOf(kinds);
        this.approvals = approvals;
        this.times = times;
        this.clock = clock;
        this.searches = new PersonSearches(log, clock);
    }

    /**
     * What this person may know of.
     *
     * @param words of an item, an account, a referral or a decision, or the number of a report there; empty for all
     * @param ended how many ended ones at most
     */
    public Referrals list(Person viewer, String words, int ended) {
        Rights.require(viewer, Right.SEE_REFERRALS);
        List<ReferralKind> shown = of(viewer);
        String searched = words.strip();
        var search = new ReferralRows(viewer, shown, searched);
        Referrals found = store.read(handle -> {
            Set<String> blind = BlindItems.of(handle, viewer.name());
            List<ReferralRows.Row> open = search.open(handle, MOST + 1);
            List<ReferralRows.Row> rest = search.ended(handle, Math.min(ended, MOST) + 1);
            return new Referrals(
                    told(handle, shown, seen(open, blind, MOST)).stream()
                            .sorted(urgency())
                            .toList(),
                    told(handle, shown, seen(rest, blind, Math.min(ended, MOST))),
                    open.size() > MOST || rest.size() > Math.min(ended, MOST));
        });
        if (!searched.isEmpty()) {
            tellOfPeople(viewer, searched, found);
        }
        return found;
    }

    private void tellOfPeople(Person viewer, String words, Referrals found) {
        long people = Stream.concat(found.open().stream(), found.ended().stream())
                .filter(one -> one.isFoundByAccount(words))
                .count();
        if (people > 0) {
            searches.cases(viewer, words, Math.toIntExact(people));
        }
    }

    /** How many of them somebody has to see to now: not those that wait for a second person, or go on by themselves. */
    public int toDo(Person viewer) {
        return (int) list(viewer, "", 0).open().stream()
                .filter(one -> switch (one.standing()) {
                    case TO_DO, DRAFT, KEPT, HALTED -> true;
                    default -> false;
                })
                .count();
    }

    /** One of them as the list shows it; empty where this person knows of none. */
    public Optional<Referral> find(Person viewer, String id) {
        Rights.require(viewer, Right.SEE_REFERRALS);
        return store.read(handle -> find(handle, viewer, id));
    }

    /** Opens one of them, which the log is told; empty where this person knows of none. */
    public Optional<ReferralFile> open(Person viewer, String id) {
        Rights.require(viewer, Right.SEE_REFERRALS);
        Optional<Referral> found = store.read(handle -> find(handle, viewer, id));
        found.ifPresent(one -> tell(viewer, one));
        return read(viewer, id);
    }

    /** The same anew, while it is open. */
    public Optional<ReferralFile> read(Person viewer, String id) {
        Rights.require(viewer, Right.SEE_REFERRALS);
        return store.read(handle -> find(handle, viewer, id).map(one -> file(handle, one)));
    }

    private List<ReferralKind> of(Person viewer) {
        return kinds.stream().filter(kind -> kind.isFor(viewer)).toList();
    }

    private Optional<Referral> find(Handle handle, Person viewer, String id) {
        List<ReferralKind> shown = of(viewer);
        Set<String> blind = BlindItems.of(handle, viewer.name());
        List<ReferralRows.Row> row = new ReferralRows(viewer, shown, "").one(handle, id);
        return told(handle, shown, seen(row, blind, 1)).stream().findFirst();
    }

    private static List<ReferralRows.Row> seen(List<ReferralRows.Row> rows, Set<String> blind, int most) {
        return rows.stream()
                .filter(row -> !blind.contains(row.line().itemId()))
                .limit(most)
                .toList();
    }

    private ReferralFile file(Handle handle, Referral referral) {
        String decision = referral.line().decisionId();
        List<ReferralEvent> events = new ArrayList<>();
        events.add(new ReferralEvent.Decided(referral.decidedAt(), referral.decidedBy()));
        approvals
                .answerTo(handle, decision)
                .map(answer -> new ReferralEvent.Answered(answer.at(), answer.second(), answer.verdict(), answer.why()))
                .ifPresent(events::add);
        events.addAll(kind(referral.line().to()).events(handle, referral.line().id()));
        events.sort(Comparator.comparing(ReferralEvent::at));
        String why = approvals.proposal(handle, decision).stream()
                .flatMap(proposal -> proposal.referrals().stream())
                .filter(one -> one.to() == referral.line().to())
                .map(ReferralProposal::why)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("");
        return new ReferralFile(
                referral,
                why,
                events,
                Openings.of(handle, referral.line().itemId(), referral.line().id()));
    }

    private List<Referral> told(Handle handle, List<ReferralKind> shown, List<ReferralRows.Row> rows) {
        Instant now = clock.instant();
        Map<String, Progress> progress = new HashMap<>();
        for (ReferralKind kind : shown) {
            List<String> ids = rows.stream()
                    .filter(row -> row.line().to() == kind.target())
                    .map(row -> row.line().id())
                    .toList();
            progress.putAll(ids.isEmpty() ? Map.of() : kind.progress(handle, ids, now));
        }
        return rows.stream()
                .map(row -> told(row, progress.get(row.line().id()), now))
                .toList();
    }

    private Referral told(ReferralRows.Row row, @Nullable Progress progress, Instant now) {
        Standing standing =
                switch (row.line().state()) {
                    case AWAITING_SECOND -> Standing.AWAITING_SECOND;
                    case REVERSED -> Standing.REVERSED;
                    case LAPSED -> Standing.LAPSED;
                    case QUEUED ->
                        row.line().releaseAt().isAfter(now)
                                ? Standing.NOT_YET
                                : progress == null ? Standing.TO_DO : progress.standing();
                };
        return new Referral(
                row.line(),
                standing,
                row.decidedBy(),
                row.decidedAt(),
                row.sealed(),
                row.account(),
                clock(row, standing, progress));
    }

    private @Nullable ReferralClock clock(ReferralRows.Row row, Standing standing, @Nullable Progress progress) {
        if (!standing.isOpen()) {
            return null;
        }
        if (standing == Standing.NOT_YET) {
            return new ReferralClock(ReferralClock.Kind.RELEASE, row.line().releaseAt());
        }
        Instant due = row.decidedAt().plus(within(row));
        @Nullable ReferralClock nearer = progress == null ? null : progress.clock();
        return nearer != null && nearer.at().isBefore(due)
                ? nearer
                : new ReferralClock(ReferralClock.Kind.SEND_BY, due);
    }

    private Duration within(ReferralRows.Row row) {
        ReferralSettings settings = times.get();
        if (row.line().threatToLife()) {
            return settings.emergency();
        }
        return switch (row.line().to()) {
            case NCMEC -> settings.ncmec();
            case JUDICIAL_AUTHORITY -> settings.authority();
            case EMERGENCY_SERVICES -> settings.emergency();
        };
    }

    private ReferralKind kind(ReferralTarget target) {
        return kinds.stream()
                .filter(kind -> kind.target() == target)
                .findFirst()
                .orElseGet(() -> ReferralKind.notBegun(target));
    }

    private void tell(Person viewer, Referral referral) {
        long unused = log.recordSoon(
                viewer.name(),
                act -> act.append(new Entry(
                        EventKind.SHOWN,
                        null,
                        referral.line().itemId(),
                        Map.of("by", Openings.HERE, "referral", referral.line().id()),
                        List.of())));
    }

    /** Whom to call, then what a life hangs on, then what is due first. */
    private static Comparator<Referral> urgency() {
        return Comparator.<Referral, Boolean>comparing(one -> one.line().to() != ReferralTarget.EMERGENCY_SERVICES)
                .thenComparing(one -> !one.line().threatToLife())
                .thenComparing(
                        one -> one.clock() == null ? Instant.MAX : one.clock().at())
                .thenComparing(one -> one.line().id());
    }
}
