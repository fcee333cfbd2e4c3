package org.moderationdesk.emergency;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.emergency.EmergencyRefused.Why;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.referrals.targets.Purpose;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.SupportLines;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Calls to emergency services: call first, enter it then. Whoever decides may call, without a second person and without
 * holding the case; leads are told at once. Not for the JavaFX thread; safe for any other.
 */
public final class Emergencies {
    private static final int LONGEST_WORDS = 2_000;
    private static final int LONGEST_REFERENCE = 200;
    private static final Duration DRIFT = Duration.ofMinutes(1);
    private static final Duration OLDEST = Duration.ofDays(1);

    private final Store store;
    private final EventLog log;
    private final StoredItems items;
    private final HiddenTests tests;
    private final String own;

    /**
     * What was said in a call; what is null is said by the script.
     *
     * @param number that was called
     * @param at when
     */
    public record Said(
            @Nullable String who,
            @Nullable String where,
            @Nullable String how,
            @Nullable String number,
            @Nullable Instant at) {
        /** What the script says, now. */
        public static Said asScripted() {
            return new Said(null, null, null, null, null);
        }
    }

    /** @param own two letters of where the desk is */
    public Emergencies(Store store, EventLog log, StoredItems items, HiddenTests tests, String own) {
        this.store = store;
        this.log = log;
        this.items = items;
        this.tests = tests;
        this.own = own;
    }

    /**
     * What to have at hand for a call. That somebody read it is an entry of the log.
     *
     * @param region two letters of where the person is thought to be; empty for what item and account say
     */
    public Script script(Person person, String itemId, Optional<String> region) {
        Rights.require(person, Right.DECIDE);
        return log.record(person.name(), act -> {
            Script script = script(act.handle(), person, itemId, region);
            long unused = act.append(new Entry(EventKind.SHOWN, null, itemId, Map.of("by", "emergency"), List.of()));
            return script;
        });
    }

    /** That they were called, at once for leads to see. */
    public Call call(Person person, String itemId, Optional<String> region, Said said) {
        Rights.require(person, Right.DECIDE);
        return log.record(person.name(), act -> {
            Script script = script(act.handle(), person, itemId, region);
            Instant called = (said.at() == null ? act.at() : said.at()).truncatedTo(ChronoUnit.MILLIS);
            requireTime(act, called);
            String number = line(said.number() == null ? script.to().contact() : said.number());
            return write(
                    act,
                    script,
                    number,
                    called,
                    words(said.who(), script.who()),
                    words(said.where(), script.where()),
                    words(said.how(), script.how()));
        });
    }

    private static Call write(
            Act act, Script script, String number, Instant called, String who, String where, String how) {
        String id = Ids.next(act.at());
        Target to = script.to();
        String whoId = act.keep(who);
        String whereId = act.keep(where);
        String howId = act.keep(how);
        act.writeOne(
                Call.INSERT,
                id,
                script.itemId(),
                to.code(),
                number,
                script.region(),
                whoId,
                whereId,
                howId,
                act.by(),
                called.toEpochMilli(),
                act.at().toEpochMilli(),
                act.next());
        var row = EmergencyTables.CALL.added(
                id,
                script.itemId(),
                to.code(),
                number,
                script.region(),
                whoId,
                whereId,
                howId,
                act.by(),
                called.toEpochMilli(),
                act.at().toEpochMilli());
        Map<String, ?> facts =
                Map.of("call", id, "target", to.code(), "region", script.region(), "calledAt", called.toString());
        long unused = act.append(new Entry(EventKind.EMERGENCY_CALLED, null, script.itemId(), facts, List.of(row)));
        return new Call(
                id, script.itemId(), to.code(), number, script.region(), who, where, how, act.by(), called, List.of());
    }

    /**
     * What came of a call.
     *
     * @param endedAt null for now
     * @param reference of the dispatcher; empty without
     */
    public Outcome outcome(
            Person person, String callId, OutcomeKind kind, @Nullable Instant endedAt, String reference, String words) {
        Rights.require(person, Right.DECIDE);
        String said = words.strip();
        check(said.length() <= LONGEST_WORDS, Why.WORDS);
        String named = reference.isBlank() ? "" : line(reference);
        return log.record(person.name(), act -> {
            Call call =
                    Calls.find(act.handle(), person, callId).orElseThrow(() -> new EmergencyRefused(Why.NO_SUCH_CALL));
            Instant ended = (endedAt == null ? act.at() : endedAt).truncatedTo(ChronoUnit.MILLIS);
            requireTime(act, ended);
            check(!ended.isBefore(call.calledAt()), Why.TIME);
            String text = act.keep(said);
            var outcome = new Outcome(
                    callId, call.outcomes().size(), call.itemId(), kind, ended, named, said, act.by(), act.at());
            Map<String, ?> facts = Map.of("call", callId, "outcome", kind.name(), "endedAt", ended.toString());
            long unused = act.append(new Entry(
                    EventKind.EMERGENCY_ENDED, null, call.itemId(), facts, List.of(outcome.insert(act, text))));
            return outcome;
        });
    }

    /** The newest, of items that this person may know of. */
    public List<Call> newest(Person person, int most) {
        return new Calls(store).newest(person, most);
    }

    /** Those about one item, the newest first; none of an item that this person may not know of. */
    public List<Call> ofItem(Person person, String itemId) {
        return new Calls(store).ofItem(person, itemId);
    }

    /** Those that help a person in need, there or here. */
    public List<Target> support(String region) {
        return SupportLines.of(store.read(StoredTargets::inForce), code(region), own);
    }

    /** Two letters of where the desk is. */
    public String own() {
        return own;
    }

    private Script script(Handle handle, Person person, String itemId, Optional<String> wanted) {
        ItemFile file = items.file(handle, itemId)
                .filter(_ -> Clearance.sees(handle, person, itemId))
                .orElseThrow(() -> new EmergencyRefused(Why.NO_SUCH_ITEM));
        check(!tests.items(handle).contains(itemId), Why.TEST);
        String region = wanted.map(Emergencies::code)
                .orElseGet(() -> SupportLines.region(file.item()).orElse(own));
        List<Target> all = StoredTargets.inForce(handle).serving(Purpose.EMERGENCY).stream()
                .filter(target -> !target.contact().isEmpty())
                .toList();
        Optional<Target> local = in(all, region);
        Target to = local.or(() -> in(all, own)).orElseThrow(() -> new EmergencyRefused(Why.NO_NUMBER));
        return new Script(
                itemId, region, to, local.isPresent(), who(file.item().author()), where(file.item()), how(file));
    }

    private static String code(String region) {
        String code = region.strip().toUpperCase(Locale.ROOT);
        check(code.matches("[A-Z]{2}"), Why.REGION);
        return code;
    }

    private static Optional<Target> in(List<Target> all, String region) {
        return all.stream()
                .filter(target -> target.jurisdiction().equals(region))
                .findFirst();
    }

    private static List<String> who(@Nullable Author author) {
        List<String> known = new ArrayList<>();
        if (author != null) {
            add(known, author.displayName());
            add(known, author.handle());
            add(known, author.id());
            add(known, author.age() == null ? null : author.age().toString());
        }
        return known;
    }

    private static List<String> where(Item item) {
        List<String> known = new ArrayList<>();
        add(known, item.region());
        @Nullable Author author = item.author();
        add(known, author == null ? null : author.country());
        return known.stream().distinct().toList();
    }

    private static List<String> how(ItemFile file) {
        List<String> known = new ArrayList<>();
        Item item = file.item();
        add(known, item.url());
        add(known, item.postedAt() == null ? null : item.postedAt().toString());
        return known;
    }

    private static void add(List<String> known, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            known.add(value.strip());
        }
    }

    private static String words(@Nullable String said, List<String> scripted) {
        String words = said == null ? String.join(", ", scripted) : said.strip();
        check(said == null || words.length() <= LONGEST_WORDS, Why.WORDS);
        return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    }

    private static String line(String given) {
        String line = given.strip();
        check(
                !line.isEmpty()
                        && line.length() <= LONGEST_REFERENCE
                        && line.chars().noneMatch(Character::isISOControl),
                Why.WORDS);
        return line;
    }

    private static void requireTime(Act act, Instant at) {
        check(!at.isAfter(act.at().plus(DRIFT)) && !at.isBefore(act.at().minus(OLDEST)), Why.TIME);
    }

    private static void check(boolean holds, Why otherwise) {
        if (!holds) {
            throw new EmergencyRefused(otherwise);
        }
    }
}
