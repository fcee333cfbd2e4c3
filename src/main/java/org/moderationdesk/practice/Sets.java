package org.moderationdesk.practice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Judgement;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * The sets, and their versions. Who practises sees those that are published, and no key. Each act is one transaction and
 * is told in the journal. Not for the JavaFX thread; safe for any other.
 */
public final class Sets {
    /** In one set, at any time. */
    public static final int MOST_ITEMS = 20_000;

    private static final int SHORTEST_WHY = 10;
    private static final int LONGEST_WHY = 2_000;

    private final Store store;
    private final InstantSource clock;
    private final Rules rules;

    public Sets(Store store, InstantSource clock, Rules rules) {
        this.store = store;
        this.clock = clock;
        this.rules = rules;
    }

    /** Those that this person may see, the newest first. */
    public List<PracticeSet> all(Person viewer) {
        Rights.require(viewer, Right.PRACTISE);
        return store.read(handle -> SetRow.all(handle).stream()
                .filter(row -> isSeen(viewer, row))
                .map(row -> shown(handle, viewer, row))
                .toList());
    }

    /**
     * One of them.
     *
     * @param name its id, or its number
     * @throws PracticeRefused when there is none that this person may see
     */
    public PracticeSet find(Person viewer, String name) {
        Rights.require(viewer, Right.PRACTISE);
        return store.read(handle -> {
            var found = name.matches("\\d{1,9}")
                    ? SetRow.numbered(handle, Integer.parseInt(name))
                    : SetRow.find(handle, name);
            return found.filter(row -> isSeen(viewer, row))
                    .map(row -> shown(handle, viewer, row))
                    .orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_SET, name));
        });
    }

    private static boolean isSeen(Person viewer, SetRow row) {
        return row.state() == SetState.PUBLISHED || Rights.has(viewer, Right.TRAIN);
    }

    private static PracticeSet shown(Handle handle, Person viewer, SetRow row) {
        SetVersion newest = row.newest();
        int keyed = Rights.has(viewer, Right.TRAIN)
                ? KeyRows.count(
                        handle, row.id(), newest.version(), newest.terms().keepers())
                : newest.items();
        return new PracticeSet(row.id(), row.number(), row.state(), newest, keyed);
    }

    /** The newest first. */
    public List<SetVersion> versions(Person trainer, String setId) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(handle -> SetRow.versions(handle, setId));
    }

    /**
     * The items of a version, in order.
     *
     * @param after the position after which to begin, 0 for the first
     */
    public List<PracticeItem> items(Person trainer, String setId, int version, int after, int limit) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(handle -> ItemRows.page(handle, setId, version, after, limit));
    }

    /** The keys of a version by item, of those of these items that have one. */
    public Map<String, AnswerKey> keys(Person trainer, String setId, int version, List<String> items) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(handle -> KeyRows.some(handle, setId, version, items));
    }

    /** Begins a set, as a draft. */
    public PracticeSet make(Person trainer, SetTerms terms, Changes first) {
        return make(trainer, terms, first, null, _ -> {});
    }

    /** @param along done in the same transaction, once it is certain that the rest of it may be */
    PracticeSet make(Person trainer, SetTerms terms, Changes first, Consumer<Handle> along) {
        return make(trainer, terms, first, null, along);
    }

    /**
     * The same, of a set that comes with the desk.
     *
     * @param shipped by which name; null for any other
     */
    PracticeSet make(Person trainer, SetTerms terms, Changes first, @Nullable String shipped) {
        return make(trainer, terms, first, shipped, _ -> {});
    }

    private PracticeSet make(
            Person trainer, SetTerms terms, Changes first, @Nullable String shipped, Consumer<Handle> along) {
        Rights.require(trainer, Right.TRAIN);
        checked(terms);
        Instant now = now();
        return store.write(handle -> {
            String id = Ids.next(now);
            SetRow.insert(handle, new SetVersion(id, 1, terms, 0, trainer.name(), now, Told.nothing()), shipped);
            Journal.tell(handle, trainer, now, Journal.Act.SET_MADE, id, TermsJson.toMap(terms));
            apply(handle, trainer, now, SetRow.need(handle, id), first, Told.nothing());
            along.accept(handle);
            return shown(handle, trainer, SetRow.need(handle, id));
        });
    }

    /**
     * Changes a set: a draft in its place, a published one by a new version.
     *
     * @param why what changed; may be empty for a draft
     */
    public PracticeSet change(Person trainer, String setId, Changes changes, Told why) {
        return change(trainer, setId, changes, why, _ -> {});
    }

    /** @param along done in the same transaction, once it is certain that the rest of it may be */
    PracticeSet change(Person trainer, String setId, Changes changes, Told why, Consumer<Handle> along) {
        Rights.require(trainer, Right.TRAIN);
        Instant now = now();
        return store.write(handle -> {
            SetRow row = SetRow.need(handle, setId);
            if (row.state() == SetState.PUBLISHED) {
                reason(why);
            }
            apply(handle, trainer, now, row, changes, why);
            along.accept(handle);
            return shown(handle, trainer, SetRow.need(handle, setId));
        });
    }

    /** @throws PracticeRefused unless it says something, and not too much */
    static String reason(String words) {
        String said = words.strip();
        if (said.length() < SHORTEST_WHY || said.length() > LONGEST_WHY) {
            throw new PracticeRefused(Why.NO_REASON);
        }
        return said;
    }

    private static void reason(Told why) {
        String _ = reason(why.in(Language.EN));
        why.words().values().forEach(Sets::reason);
    }

    /** In an open transaction; answers with the version that the set has then. */
    int apply(Handle handle, Person trainer, Instant now, SetRow row, Changes changes, Told why) {
        String set = row.id();
        SetTerms terms = changes.terms() == null ? row.newest().terms() : checked(changes.terms());
        int version = row.newest().version() + (row.state() == SetState.DRAFT ? 0 : 1);
        if (row.state() != SetState.DRAFT) {
            row.next(handle, new SetVersion(set, version, terms, 0, trainer.name(), now, why));
        }
        ItemRows.remove(handle, set, version, changes.removed());
        KeyRows.remove(handle, set, version, changes.removed());
        ItemRows.put(handle, set, version, changes.put());
        int items = ItemRows.count(handle, set, version);
        if (items > MOST_ITEMS) {
            throw new PracticeRefused(Why.TOO_MANY_ITEMS, MOST_ITEMS);
        }
        putKeys(handle, trainer, now, set, version, terms, changes.keys());
        new SetRow(set, row.number(), row.state(), SetRow.version(handle, set, version)).rewrite(handle, terms, items);
        if (row.state() == SetState.PUBLISHED) {
            complete(handle, row, version);
        }
        Journal.tell(
                handle,
                trainer,
                now,
                Journal.Act.SET_CHANGED,
                set,
                Map.of(
                        "version", version,
                        "items", changes.put().size(),
                        "keys", changes.keys().size(),
                        "removed", changes.removed().size()));
        return version;
    }

    private void putKeys(
            Handle handle,
            Person trainer,
            Instant now,
            String set,
            int version,
            SetTerms terms,
            List<KeyJson.Line> keys) {
        Set<String> seen = new HashSet<>();
        var items = new HashMap<String, PracticeItem>();
        List<String> ids = keys.stream().map(KeyJson.Line::itemId).toList();
        for (List<String> some : Parts.of(ids)) {
            ItemRows.some(handle, set, version, some).forEach(item -> items.put(item.id(), item));
        }
        for (KeyJson.Line one : keys) {
            PracticeItem item = items.get(one.itemId());
            if (item == null || !seen.add(one.itemId())) {
                throw new PracticeRefused(Why.UNKNOWN_ITEM, one.itemId());
            }
            one.key().accepted().forEach(proposal -> valid(proposal, item, terms.edition(), trainer, now));
        }
        KeyRows.put(handle, trainer, now, set, version, keys);
    }

    private void valid(Proposal proposal, PracticeItem item, String edition, Person trainer, Instant now) {
        Judgement judgement =
                rules.judge(proposal, PracticeFacts.of(item, edition, rules.edition(edition), trainer, now));
        if (!judgement.accepted()) {
            throw new PracticeRefused(Why.KEY_INVALID, item.id(), String.join(", ", judgement.rules()));
        }
    }

    private SetTerms checked(SetTerms terms) {
        if (!rules.edition(terms.edition()).edition().equals(terms.edition())) {
            throw new PracticeRefused(Why.UNKNOWN_EDITION, terms.edition());
        }
        return TermsJson.checked(terms);
    }

    /** Stands for these keys as well as who wrote them. */
    public PracticeSet agree(Person trainer, String setId, Set<String> items) {
        Rights.require(trainer, Right.TRAIN);
        Instant now = now();
        return store.write(handle -> {
            SetRow row = SetRow.need(handle, setId);
            KeyRows.agree(handle, trainer, now, setId, items);
            Journal.tell(handle, trainer, now, Journal.Act.KEY_AGREED, setId, Map.of("items", items.size()));
            return shown(handle, trainer, row);
        });
    }

    /**
     * Lets a set be practised: a draft whose items all have a key that enough trainers stand for, or an archived one.
     *
     * @throws PracticeRefused when it is not ready, and names the first item that is not
     */
    public PracticeSet publish(Person trainer, String setId) {
        return become(trainer, setId, SetState.PUBLISHED, Journal.Act.SET_PUBLISHED);
    }

    /** Gives a set to nobody any more; runs that were begun can be finished. */
    public PracticeSet archive(Person trainer, String setId) {
        return become(trainer, setId, SetState.ARCHIVED, Journal.Act.SET_ARCHIVED);
    }

    private PracticeSet become(Person trainer, String setId, SetState next, Journal.Act told) {
        Rights.require(trainer, Right.TRAIN);
        Instant now = now();
        return store.write(handle -> {
            SetRow row = SetRow.need(handle, setId);
            if (row.state() == next) {
                throw new PracticeRefused(Why.WRONG_STATE, row.number());
            }
            if (next == SetState.PUBLISHED) {
                int version = row.newest().version();
                complete(handle, row, version);
                KeyRows.notAgreed(handle, setId, version, row.newest().terms().keepers())
                        .ifPresent(item -> {
                            throw new PracticeRefused(Why.NOT_AGREED, item);
                        });
            }
            row.become(handle, next);
            Journal.tell(
                    handle,
                    trainer,
                    now,
                    told,
                    setId,
                    Map.of("version", row.newest().version()));
            return shown(handle, trainer, SetRow.need(handle, setId));
        });
    }

    private static void complete(Handle handle, SetRow row, int version) {
        if (ItemRows.count(handle, row.id(), version) == 0) {
            throw new PracticeRefused(Why.NO_ITEMS);
        }
        KeyRows.missing(handle, row.id(), version).ifPresent(item -> {
            throw new PracticeRefused(Why.NO_KEY, item);
        });
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
