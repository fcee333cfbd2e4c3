package org.moderationdesk.retention;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.items.ItemErasure;
import org.moderationdesk.items.NamesBeside;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.Erasing;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.queue.CaseErasure;
import org.moderationdesk.retention.RetentionRefused.Why;
import org.moderationdesk.review.LookErasure;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Erases what the desk holds of a person concerned, by the id of their account, on a lawful request: what their items
 * say and their files, what people here wrote about them, what others wrote in reports of them, what they wrote in
 * reports of others, and names and all other facts of the account. Ids, decisions, measures and the log stay. What is
 * under a hold stays, and with any of it the account's own facts. Slow: not for the JavaFX thread.
 */
public final class PersonErasure {
    private static final int AN_ACT = 20;
    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./_-]{0,59}");

    private final Store store;
    private final EventLog log;
    private final MediaStore media;
    private final InstantSource clock;
    private final ItemErasure items;
    private final Holds holds;

    public PersonErasure(Store store, EventLog log, MediaStore media, InstantSource clock) {
        this(store, log, media, clock, NamesBeside.NOTHING);
    }

    /** @param beside loses an account's names with its facts */
    public PersonErasure(Store store, EventLog log, MediaStore media, InstantSource clock, NamesBeside beside) {
        this.store = store;
        this.log = log;
        this.media = media;
        this.clock = clock;
        this.items = new ItemErasure(media, beside);
        this.holds = new Holds(items);
    }

    /**
     * What goes, or has gone, of a person.
     *
     * @param items of theirs
     * @param reported items of others that they reported
     * @param held how many items of both stay, by the reason
     * @param account whether the account's own facts go
     */
    public record Extent(long items, long reported, Map<HoldKind, Long> held, boolean account) {
        public Extent {
            held = Map.copyOf(held);
        }
    }

    /**
     * What would be erased. Changes nothing but the log, which tells that the account was looked up.
     *
     * @throws RetentionRefused when the desk knows nothing of the account
     */
    public Extent plan(Person by, String accountId) {
        Rights.require(by, Right.ANSWER_PERSON);
        Found found = store.read(handle -> find(handle, accountId, clock.instant()));
        long unused = log.record(
                by.name(),
                act -> act.append(new Entry(
                        EventKind.SEARCHED, null, null, Map.of("account", accountId, "for", "ERASURE"), List.of())));
        return found.extent();
    }

    /**
     * Erases it, in acts of {@value #AN_ACT} items, each on disk before the next; done again, it goes on where it was
     * stopped.
     *
     * @param reference the request's number or date, which stays in the log: nothing personal
     * @param progress in items
     * @throws RetentionRefused when the account is under a hold, or the desk knows nothing of it
     */
    public Extent erase(Person by, String accountId, String reference, Progress progress) {
        Rights.require(by, Right.ANSWER_PERSON);
        String request = reference(reference);
        Found found = store.read(handle -> find(handle, accountId, clock.instant()));
        if (found.underHold()) {
            throw new RetentionRefused(Why.HELD);
        }
        Map<String, String> facts = Map.of("why", "REQUEST", "reference", request);
        long total = (long) found.items().size() + found.reported().size();
        long done = 0;
        for (List<String> some : parts(found.items())) {
            progress.pass(done, total);
            eraseItems(by, some, facts);
            done += some.size();
        }
        for (List<String> some : parts(found.reported())) {
            progress.pass(done, total);
            eraseReports(by, accountId, some, facts);
            done += some.size();
        }
        progress.pass(done, total);
        return finish(by, accountId, found, facts);
    }

    /** A request's number or date, as the log may hold it. */
    static String reference(String given) {
        String reference = given.strip();
        if (!REFERENCE.matcher(reference).matches()) {
            throw new RetentionRefused(Why.NO_REFERENCE);
        }
        return reference;
    }

    private void eraseItems(Person by, List<String> ids, Map<String, String> facts) {
        List<String> files = log.record(by.name(), act -> {
            Map<String, HoldKind> held = holds.why(act.handle(), ids, act.at());
            String day = act.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
            List<String> dropped = new ArrayList<>();
            for (String item : ids) {
                if (!held.containsKey(item)) {
                    Erasing to = new Erasing(act, item, facts);
                    dropped.addAll(items.content(to, item, day));
                    CaseErasure.excerpts(to, item);
                    int reports = items.reports(to, item);
                    int texts = to.textsOfItem(item);
                    LookErasure.drafts(act.handle(), item);
                    PaperSweep.ofItem(to, item);
                    if (reports >= 0 && texts >= 0) {
                        ErasedMarks.set(to, DataClass.CONTENT, item);
                    }
                    to.end();
                }
            }
            return dropped;
        });
        files.forEach(media::delete);
    }

    private void eraseReports(Person by, String accountId, List<String> ids, Map<String, String> facts) {
        int unused = log.record(by.name(), act -> {
            Map<String, HoldKind> held = holds.why(act.handle(), ids, act.at());
            int reports = 0;
            for (String item : ids) {
                if (!held.containsKey(item)) {
                    Erasing to = new Erasing(act, item, facts);
                    reports += items.reportsBy(to, item, accountId);
                    to.end();
                }
            }
            return reports;
        });
    }

    /** The account itself, and the entry that tells how far the request has been met. */
    private Extent finish(Person by, String accountId, Found before, Map<String, String> facts) {
        return log.record(by.name(), act -> {
            Found now = find(act.handle(), accountId, act.at());
            boolean whole = !now.underHold() && now.heldItems().isEmpty();
            if (whole) {
                Erasing to = new Erasing(act, null, facts);
                boolean unused = items.account(to, accountId);
                items.forgetSource(act.handle(), accountId);
                to.end();
            }
            var extent = new Extent(before.items().size(), before.reported().size(), now.held(), whole);
            tell(act, accountId, extent, facts);
            return extent;
        });
    }

    private static void tell(Act act, String accountId, Extent extent, Map<String, String> facts) {
        var told = new TreeMap<String, Object>(facts);
        told.put("account", accountId);
        told.put("items", extent.items());
        told.put("reported", extent.reported());
        told.put(
                "held",
                extent.held().values().stream().mapToLong(Long::longValue).sum());
        told.put("whole", extent.account());
        act.append(new Entry(EventKind.ERASED, null, null, told, List.of()));
    }

    private Found find(Handle handle, String accountId, Instant now) {
        List<String> theirs = items.itemsOf(handle, accountId);
        List<String> reported = items.reportedBy(handle, accountId);
        if (theirs.isEmpty()
                && reported.isEmpty()
                && items.accountJson(handle, accountId).isEmpty()) {
            throw new RetentionRefused(Why.UNKNOWN);
        }
        return new Found(
                theirs,
                reported,
                holds.why(handle, theirs, now),
                holds.why(handle, reported, now),
                holds.onAccount(handle, accountId).isPresent());
    }

    private static List<List<String>> parts(List<String> ids) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AN_ACT) {
            parts.add(ids.subList(from, Math.min(ids.size(), from + AN_ACT)));
        }
        return parts;
    }

    /** What there is of a person. */
    private record Found(
            List<String> allItems,
            List<String> allReported,
            Map<String, HoldKind> heldItems,
            Map<String, HoldKind> heldReported,
            boolean underHold) {
        List<String> items() {
            return allItems.stream().filter(id -> !heldItems.containsKey(id)).toList();
        }

        List<String> reported() {
            return allReported.stream()
                    .filter(id -> !heldReported.containsKey(id))
                    .toList();
        }

        Map<HoldKind, Long> held() {
            Map<HoldKind, Long> kinds = new EnumMap<>(HoldKind.class);
            heldItems.values().forEach(kind -> kinds.merge(kind, 1L, Long::sum));
            heldReported.values().forEach(kind -> kinds.merge(kind, 1L, Long::sum));
            return kinds;
        }

        Extent extent() {
            return new Extent(
                    underHold ? 0 : items().size(),
                    underHold ? 0 : reported().size(),
                    held(),
                    !underHold && heldItems.isEmpty());
        }
    }
}
