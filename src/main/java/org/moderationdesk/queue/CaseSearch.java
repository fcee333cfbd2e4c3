package org.moderationdesk.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.PageKey;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/** Finds cases in the order of the list. */
final class CaseSearch {
    private final Certified certified;

    CaseSearch(Certified certified) {
        this.certified = certified;
    }

    /** A skipped case comes back to the one who skipped it after this long, or when nothing else remains. */
    static final Duration SKIPPED_STAYS_AWAY = Duration.ofHours(1);

    private static final int FIRST_CANDIDATES = 4;

    CasePage forward(Handle handle, Wanted wanted, Ordering ordering, @Nullable PageKey after, int limit) {
        List<CaseRow> named = wanted.named(handle).stream()
                .filter(wanted::facts)
                .sorted(ordering.comparator())
                .limit(limit)
                .toList();
        Set<Long> elsewhere = named.stream().map(CaseRow::id).collect(Collectors.toSet());
        int shown = after == null ? named.size() : 0;
        CasePage page = new CaseWalk(
                        cursors(tracks(handle, wanted, wanted::shows, ordering), handle, after, limit + 1),
                        ordering,
                        true)
                .page(row -> wanted.all(row) && !elsewhere.contains(row.id()), Math.max(1, limit - shown));
        if (after != null) {
            return page;
        }
        List<CaseRow> rows = new ArrayList<>(named);
        rows.addAll(page.rows());
        return new CasePage(rows, null, page.after(), page.cutShort());
    }

    CasePage backward(Handle handle, Wanted wanted, Ordering ordering, PageKey before, int limit) {
        List<CaseCursor> cursors = tracks(handle, wanted, wanted::shows, ordering).stream()
                .map(CaseCursor.Track::backward)
                .map(track -> new CaseCursor(handle, track, before, limit + 1))
                .toList();
        Set<Long> elsewhere = wanted.named(handle).stream().map(CaseRow::id).collect(Collectors.toSet());
        return new CaseWalk(cursors, ordering, false)
                .page(row -> wanted.all(row) && !elsewhere.contains(row.id()), limit);
    }

    /** What of all that waits can be offered to this person. */
    Offered offered(Handle handle, Wanted wanted) {
        Takes takes = Takes.of(handle, wanted.plan(), wanted.viewer(), certified);
        Set<Long> skipped = skippedBy(handle, wanted);
        Set<Long> named = new HashSet<>();
        wanted.named(handle).forEach(row -> named.add(row.id()));
        List<CaseCursor.Track> tracks =
                tracks(handle, wanted, queue -> wanted.shows(queue) && takes.from(queue), Ordering.URGENCY);
        return new Offered(wanted, takes, skipped, named, tracks);
    }

    /** The first candidate for a claim from here on, or none yet and where to go on. */
    static CasePage candidates(Handle handle, Offered offered, @Nullable PageKey from) {
        List<CaseCursor> cursors = cursors(offered.tracks, handle, from, FIRST_CANDIDATES);
        return new CaseWalk(cursors, Ordering.URGENCY, true).page(offered::isFree, 1);
    }

    /** The most urgent case that somebody handed to this person and that still waits for them. */
    Optional<CaseRow> handedTo(Handle handle, Wanted wanted) {
        return CaseLookup.handedTo(handle, wanted.viewer().name(), wanted.now()).stream()
                .filter(wanted::sees)
                .filter(row -> wanted.filter().except().permits(row.sections()))
                .min(Ordering.URGENCY.comparator());
    }

    private static List<CaseCursor> cursors(
            List<CaseCursor.Track> tracks, Handle handle, @Nullable PageKey from, int chunk) {
        return tracks.stream()
                .map(track -> new CaseCursor(handle, track, from, chunk))
                .toList();
    }

    private static List<CaseCursor.Track> tracks(
            Handle handle, Wanted wanted, Predicate<String> which, Ordering ordering) {
        CaseFilter filter = wanted.filter();
        List<String> queues = filter.queue() == null ? Counters.queues(handle) : List.of(filter.queue());
        List<CaseCursor.Track> tracks = new ArrayList<>();
        for (String queue : queues.stream().filter(which).toList()) {
            tracks.add(new CaseCursor.Track(CaseRow.State.WAITING, queue, ordering, true));
            if (filter.includeHeld()) {
                tracks.add(new CaseCursor.Track(CaseRow.State.LEASED, queue, ordering, true));
            }
        }
        return tracks;
    }

    private static Set<Long> skippedBy(Handle handle, Wanted wanted) {
        return handle.createQuery("select case_id from skip where person = ? and at > ?")
                .bind(0, wanted.viewer().name())
                .bind(1, wanted.now().minus(SKIPPED_STAYS_AWAY).toEpochMilli())
                .mapTo(Long.class)
                .set();
    }

    /** What of all that waits a person can be offered, and along which lists it is found. */
    record Offered(Wanted wanted, Takes takes, Set<Long> skipped, Set<Long> named, List<CaseCursor.Track> tracks) {
        /** The same with what they skipped; empty where that is nothing. */
        Optional<Offered> withSkipped() {
            return skipped.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Offered(wanted, takes, Set.of(), named, tracks));
        }

        boolean isFree(CaseRow row) {
            return !skipped.contains(row.id())
                    && takes.accepts(row)
                    && (wanted.all(row) || named.contains(row.id()) && wanted.facts(row));
        }
    }

    /** Who asks, for what, and when. */
    record Wanted(Person viewer, CaseFilter filter, Instant now, Plan plan) {
        /** Whether this person may know of the queue. */
        boolean shows(String queue) {
            return plan.shows(viewer, queue);
        }

        boolean all(CaseRow row) {
            return sees(row) && filter.accepts(row, now);
        }

        /** All but the words searched for. */
        boolean facts(CaseRow row) {
            return sees(row) && filter.acceptsFacts(row, now);
        }

        /** Those whose item is called so, or whose author's handle begins so. */
        List<CaseRow> named(Handle handle) {
            return CaseLookup.named(handle, filter.text(), Rights.sees(viewer, true));
        }

        boolean sees(CaseRow row) {
            return StoredQueue.sees(viewer, plan, row);
        }
    }
}
