package org.moderationdesk.practice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.intake.Alongside;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.log.Act;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.PlansInForce;
import org.moderationdesk.routing.Traits;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Lets hidden tests come in among the lines that somebody imports who may know of them. Of each run of as many new cases
 * of a queue as its share says, one is followed by a test: which one, and by which test, is by the seed of the share.
 */
public final class HiddenPlacing implements Alongside {
    private static final int MINORS = 8;

    private final Store store;
    private final Book book;
    private final HiddenFiles files;
    private final PlansInForce plans = new PlansInForce();

    public HiddenPlacing(Store store, Book book, MediaStore media) {
        this.store = store;
        this.book = book;
        this.files = new HiddenFiles(media);
    }

    @Override
    public List<Extra> with(Person by, List<FlaggedItem> lines) {
        if (!Rights.has(by, Right.TRAIN)) {
            return List.of();
        }
        return store.read(handle -> {
            Map<String, HiddenRows.Seeded> shares = shares(handle);
            return shares.isEmpty() ? List.of() : new Placing(handle, shares, lines).all();
        });
    }

    private static Map<String, HiddenRows.Seeded> shares(Handle handle) {
        return HiddenRows.shares(handle).stream()
                .filter(one -> one.share().oneIn() > 0)
                .collect(Collectors.toMap(one -> one.share().queue(), one -> one));
    }

    @Override
    public void arrived(Act act, Person by, List<FlaggedItem> lines, List<Extra> extras) {
        if (!Rights.has(by, Right.TRAIN)) {
            return;
        }
        Handle handle = act.handle();
        Map<String, HiddenRows.Seeded> shares = shares(handle);
        if (shares.isEmpty()) {
            return;
        }
        HiddenRows.forget(handle, lines.stream().map(line -> line.item().id()).collect(Collectors.toSet()));
        countSeen(handle, shares, lines, act);
        for (Extra extra : extras) {
            boolean _ = HiddenRows.insert(
                    handle, by, act.at(), extra.content().item().id(), (HiddenTest) extra.origin());
        }
    }

    /** Cases that this act has opened, by the queue that they came into. */
    private void countSeen(Handle handle, Map<String, HiddenRows.Seeded> shares, List<FlaggedItem> lines, Act act) {
        Map<String, Long> seen = new HashMap<>();
        Set<String> ids = lines.stream().map(line -> line.item().id()).collect(Collectors.toSet());
        for (List<String> some : Parts.of(ids)) {
            handle.createQuery("select queue from open_case where item_id in (<ids>) and opened_at = :at")
                    .bindList("ids", some)
                    .bind("at", act.at().toEpochMilli())
                    .mapTo(String.class)
                    .forEach(queue -> seen.merge(queue, 1L, Long::sum));
        }
        seen.forEach((queue, more) -> {
            HiddenRows.Seeded share = shares.get(queue);
            if (share != null) {
                HiddenRows.seen(handle, share, more);
            }
        });
    }

    /** Within one batch. */
    private final class Placing {
        private final Handle handle;
        private final Map<String, HiddenRows.Seeded> shares;
        private final List<FlaggedItem> lines;
        private final Plan plan;
        private final FreeNames free;
        private final Map<String, Long> seen = new HashMap<>();
        private final Set<String> used = new HashSet<>();
        private final Map<String, Map<String, List<PracticeItem>>> items = new HashMap<>();

        Placing(Handle handle, Map<String, HiddenRows.Seeded> shares, List<FlaggedItem> lines) {
            this.handle = handle;
            this.shares = shares;
            this.lines = lines;
            this.plan = plans.read(handle);
            this.free = new FreeNames(handle, lines);
        }

        List<Extra> all() {
            Set<String> known = HiddenRows.known(
                    handle, lines.stream().map(line -> line.item().id()).collect(Collectors.toSet()));
            List<Extra> extras = new ArrayList<>();
            Set<String> counted = new HashSet<>(known);
            for (int i = 0; i < lines.size(); i++) {
                FlaggedItem line = lines.get(i);
                HiddenRows.@Nullable Seeded to = shares.get(queue(line));
                if (to == null
                        || line.reports().isEmpty()
                        || !counted.add(line.item().id())) {
                    continue;
                }
                long number = seen.merge(to.share().queue(), 1L, Long::sum)
                        - 1
                        + to.share().seen();
                long block = number / to.share().oneIn();
                if (number % to.share().oneIn()
                        == chance(to.seed(), "place", block, to.share().oneIn())) {
                    @Nullable Extra extra = extra(i, line, to, block);
                    if (extra != null) {
                        extras.add(extra);
                    }
                }
            }
            return extras;
        }

        private @Nullable Extra extra(int index, FlaggedItem model, HiddenRows.Seeded to, long block) {
            List<HiddenTest> tests = new ArrayList<>();
            List<Dressing> dressings = new ArrayList<>();
            List<FlaggedItem> own = new ArrayList<>();
            var random = new Random(seeded(to.seed(), "dress", block));
            String queue = to.share().queue();
            itemsOf(to.share()).forEach((set, found) -> found.stream()
                    .filter(item -> !used.contains(queue + " " + set + " " + item.id()))
                    .filter(item -> queue(item.content(), model).equals(queue))
                    .forEach(item -> dressing(model, item.content(), random).ifPresent(dressing -> {
                        int version = versions.getOrDefault(set, 1);
                        tests.add(new HiddenTest("", queue, set, version, item.id(), NOT_YET));
                        dressings.add(dressing);
                        own.add(item.content());
                    })));
            if (tests.isEmpty()) {
                return null;
            }
            int chosen = (int) chance(to.seed(), "item", block, tests.size());
            HiddenTest test = tests.get(chosen);
            FlaggedItem practice = own.get(chosen);
            Map<Integer, Content> contents = files.contents(practice.item().media(), random);
            FlaggedItem dressed = Dressing.named(dressings.get(chosen).of(practice), contents);
            used.add(queue + " " + test.setId() + " " + test.practiceItem());
            free.take(dressed);
            return new Extra(index, dressed, contents, test);
        }

        /** Nothing where it would stand out: with files where there is none like them. */
        private Optional<Dressing> dressing(FlaggedItem model, FlaggedItem practice, Random random) {
            List<MediaFile> media = practice.item().media();
            return Stream.concat(Stream.of(model), lines.stream())
                    .map(FlaggedItem::item)
                    .filter(one ->
                            media.isEmpty() || one.kind() == practice.item().kind())
                    .filter(one -> Dressing.fit(media, one.media()))
                    .findFirst()
                    .map(one -> new Dressing(model, new Dressing.Beside(one.id(), one.media()), random, free));
        }

        private final Map<String, Integer> versions = new HashMap<>();

        private Map<String, List<PracticeItem>> itemsOf(HiddenShare share) {
            return items.computeIfAbsent(share.queue(), queue -> {
                Map<String, List<PracticeItem>> found = new LinkedHashMap<>();
                for (String set : share.sets()) {
                    SetRow row = SetRow.find(handle, set).orElse(null);
                    if (row != null && row.state() == SetState.PUBLISHED) {
                        int version = row.newest().version();
                        versions.put(set, version);
                        found.put(set, harmless(queue, set, version));
                    }
                }
                return found;
            });
        }

        /** Those that have not been given to the queue, of no minors, and whole. */
        private List<PracticeItem> harmless(String queue, String set, int version) {
            Set<String> given = HiddenRows.given(handle, queue, set);
            List<PracticeItem> all = ItemRows.page(handle, set, version, 0, Sets.MOST_ITEMS);
            Map<String, AnswerKey> keys = new HashMap<>();
            Parts.of(all.stream().map(PracticeItem::id).toList())
                    .forEach(some -> keys.putAll(KeyRows.some(handle, set, version, some)));
            return all.stream()
                    .filter(item -> !given.contains(item.id()))
                    .filter(item ->
                            PracticeFacts.named(item.content()).stream().noneMatch(code -> code.startsWith("8")))
                    .filter(item -> keys.containsKey(item.id()) && isOfNoMinors(keys.get(item.id())))
                    .filter(item -> Copies.stand(handle, set, item.id()))
                    .flatMap(item -> files
                            .whole(item.content())
                            .map(whole -> new PracticeItem(item.id(), item.position(), item.title(), whole))
                            .stream())
                    .toList();
        }

        private String queue(FlaggedItem line) {
            return queue(line, line);
        }

        /** Of an item of practice beside this one, whose region it is given. */
        private String queue(FlaggedItem line, FlaggedItem beside) {
            return plan.route(new Traits(
                            line.item().kind(),
                            PracticeFacts.severity(line, book),
                            PracticeFacts.named(line),
                            line.item().language() == null
                                    ? beside.item().language()
                                    : line.item().language(),
                            beside.item().region()))
                    .queue();
        }
    }

    private static final Instant NOT_YET = Instant.EPOCH;

    private static boolean isOfNoMinors(AnswerKey key) {
        return key.accepted().stream()
                .flatMap(accepted -> accepted.answers().keySet().stream())
                .noneMatch(code -> code.section().chapter() == MINORS);
    }

    private static long chance(String seed, String of, long block, int outOf) {
        return Math.floorMod(seeded(seed, of, block), (long) outOf);
    }

    private static long seeded(String seed, String of, long block) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((seed + " " + of + " " + block).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }
}
